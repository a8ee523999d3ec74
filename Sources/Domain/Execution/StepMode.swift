/// How a step is done (`mode:`).
public enum StepMode: String, CaseIterable, Codable, Sendable {
  /// Words: the pair does it. What a step without a command is.
  case manual
  /// The pair has its command run by a key, and judges. What a step with a command is.
  case assisted
  /// Its command says yes or no by its exit status and, with `matches:`, by its output.
  case check
}

extension Step {
  /// How it is done; a step without a command is done by hand, whatever it says.
  public var mode: StepMode {
    guard !commands.isEmpty else { return .manual }
    return attributes.mode.flatMap(StepMode.init) ?? .assisted
  }

  /// The fences that can be run, in order.
  public var commands: [StepCommand] {
    fences.enumerated().compactMap { index, fence in StepCommand(fence, index: index) }
  }
}
