/// Finding a step by what somebody typed.
public enum StepLookup: Error, Hashable, Sendable {
  case noSuchStep(String, count: Int)
  case ambiguous(String, [StepID])
}

extension ChecklistVersion {
  /// The step with this id or number, or the only one whose id begins with the text.
  public func step(named text: String) throws(StepLookup) -> Step {
    let number = Int(text)
    let exact = steps.filter { $0.id.text == text || $0.number == number }
    if let step = exact.first, exact.count == 1 { return step }
    if exact.count > 1 { throw .ambiguous(text, exact.map(\.id)) }
    let near = text.isEmpty ? [] : steps.filter { $0.id.text.hasPrefix(text) }
    if let step = near.first, near.count == 1 { return step }
    throw near.isEmpty ? .noSuchStep(text, count: steps.count) : .ambiguous(text, near.map(\.id))
  }
}

extension StepLookup: CustomStringConvertible {
  public var description: String {
    switch self {
    case .noSuchStep(let text, let count):
      "there is no step \(text): steps are named by id, or by number from 1 to \(count)"
    case .ambiguous(let text, let steps):
      "\(text) could be \(steps.map(\.text).joined(separator: " or ")): name one in full"
    }
  }
}
