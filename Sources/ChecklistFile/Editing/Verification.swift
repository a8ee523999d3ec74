import Domain

extension ChecklistDocument {
  var shapes: [StepShape] { parsedSteps.map { StepShape($0) } }

  func step(_ index: Int) throws(ChecklistEditError) -> ParsedStep {
    guard parsedSteps.indices.contains(index) else { throw .noSuchStep(index: index) }
    return parsedSteps[index]
  }

  /// Reads the edited bytes again; they have to give exactly the steps expected.
  ///
  /// - Parameter ownFences: The index of a new step, whose fences follow from its body.
  func verified(
    _ bytes: [UInt8], expecting expected: [StepShape], ownFences: Int? = nil
  ) throws(ChecklistEditError) -> ChecklistDocument {
    let edited: ChecklistDocument
    do {
      edited = try ChecklistDocument(bytes: bytes, fileName: fileName)
    } catch {
      throw .wouldNotRead(error)
    }
    var found = edited.shapes
    if let ownFences, found.indices.contains(ownFences) { found[ownFences].fences = [] }
    if let index = found.indices.first(where: { $0 >= expected.count || found[$0] != expected[$0] }) {
      throw .wouldChangeOtherSteps(line: edited.parsedSteps[index].line)
    }
    guard found.count == expected.count, edited.settings == settings else {
      throw .wouldChangeOtherSteps(line: edited.parsedSteps.last?.line ?? 1)
    }
    return edited
  }

  /// The first of the candidates that reads as expected; the error is the first one's.
  func firstVerified(
    _ candidates: [[UInt8]], expecting expected: [StepShape], ownFences: Int? = nil
  ) throws(ChecklistEditError) -> ChecklistDocument {
    var failure: ChecklistEditError?
    for candidate in candidates {
      do {
        return try verified(candidate, expecting: expected, ownFences: ownFences)
      } catch {
        failure = failure ?? error
      }
    }
    throw failure ?? .noSuchStep(index: 0)
  }

  /// The file with some bytes replaced; the splices do not overlap.
  func spliced(_ splices: [(range: Range<Int>, bytes: [UInt8])]) -> [UInt8] {
    var result = source.bytes
    for splice in splices.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
      result.replaceSubrange(splice.range, with: splice.bytes)
    }
    return result
  }
}
