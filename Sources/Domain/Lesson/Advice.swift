/// Something that the record suggests about a checklist, with its evidence. Nothing is changed by itself.
public struct Advice: Hashable, Sendable {
  public enum Kind: String, CaseIterable, Sendable {
    /// It never failed, and is often not done.
    case neverFails = "never-fails"
    case tooManyKillers = "too-many-killers"
    /// What `expect` says is off by more than half.
    case estimateOff = "estimate-off"
    /// A lesson's trouble came back after the version that carries it.
    case recurrence
  }

  public var kind: Kind
  /// Nil where it is about no one step.
  public var step: StepID?
  /// What to think about, as in `expect: 10m is off: it took 35m in the middle`.
  public var text: String
  /// What it rests on, with how many.
  public var evidence: String

  public init(_ kind: Kind, step: StepID? = nil, text: String, evidence: String) {
    self.kind = kind
    self.step = step
    self.text = text
    self.evidence = evidence
  }
}

extension Advice {
  /// Fewer runs than that say nothing about whether a line earns its place.
  public static let enoughRuns = 5
  /// Fewer timed attempts than that say nothing about an estimate.
  public static let enoughTimes = 3
  /// Killer items stay few, five to nine, or none of them stands out (Gawande, The Checklist Manifesto).
  public static let mostKillers = 9

  /// A lesson that was folded, and those which say that its trouble came back.
  public typealias Recurrence = (lesson: Lesson, again: [Lesson])

  /// In the order of the checklist, what is about the whole of it last.
  public static func all(
    on version: ChecklistVersion, yields: [StepYield], recurrences: [Recurrence] = []
  ) -> [Advice] {
    let yields = Dictionary(yields.map { ($0.step, $0) }, uniquingKeysWith: { first, _ in first })
    let ofSteps = version.steps.flatMap { step in
      yields[step.id].map { [neverFails(step, $0), estimateOff(step, $0)].compactMap(\.self) } ?? []
    }
    return ofSteps + killers(version) + recurrences.compactMap(recurrence)
  }

  private static func neverFails(_ step: Step, _ yield: StepYield) -> Advice? {
    let passedOver = yield.skipped + yield.notApplicable
    guard yield.ran >= enoughRuns, yield.caught.isEmpty, passedOver * 2 > yield.ran, !step.isKiller else { return nil }
    return Advice(
      .neverFails, step: step.id,
      text: "Does step \(step.number) earn its place? It never failed, and is mostly not done",
      evidence: "of \(yield.ran) runs \(yield.skipped) skipped it and in \(yield.notApplicable) it did not apply")
  }

  private static func estimateOff(_ step: Step, _ yield: StepYield) -> Advice? {
    guard let expected = step.attributes.expect, let median = yield.median, yield.timed >= enoughTimes else {
      return nil
    }
    let off = abs(median.wholeSeconds - expected.wholeSeconds)
    guard off * 2 > expected.wholeSeconds else { return nil }
    return Advice(
      .estimateOff, step: step.id,
      text: "Step \(step.number) is expected to take \(StepDuration.text(expected)): "
        + "it takes \(StepDuration.text(median.roundedUp))",
      evidence: "median of \(yield.timed) timed attempts")
  }

  private static func killers(_ version: ChecklistVersion) -> [Advice] {
    Section.allCases.compactMap { section in
      let count = version.steps.filter { $0.section == section && $0.isKiller }.count
      guard count > mostKillers else { return nil }
      return Advice(
        .tooManyKillers, text: "Section \(section.rawValue) has too many killer steps for any of them to stand out",
        evidence: "\(count) killer steps, where five to nine are the most that hold attention")
    }
  }

  private static func recurrence(_ recurrence: Recurrence) -> Advice? {
    guard case .folded(let version, let step)? = recurrence.lesson.fate?.outcome, let last = recurrence.again.last
    else {
      return nil
    }
    let numbers = recurrence.again.map(\.number.description).joined(separator: ", ")
    return Advice(
      .recurrence, step: step,
      text: "The trouble of lesson \(recurrence.lesson.number) came back although v\(version) carries it: "
        + recurrence.lesson.text,
      evidence: "lesson\(recurrence.again.count == 1 ? "" : "s") \(numbers), the last \(last.source)")
  }
}
