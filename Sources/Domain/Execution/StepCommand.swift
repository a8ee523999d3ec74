/// A fence of a step that can be run.
public struct StepCommand: Hashable, Codable, Sendable {
  /// Its place among the step's fences, from 0.
  public var fence: Int
  /// What the fence is called by its author; nil where it has no name.
  public var name: String?
  /// The program that runs it and its arguments; a file with the code follows.
  public var interpreter: [String]
  /// As in the checklist, with `{{name}}` for parameters.
  public var code: String

  public init(fence: Int, name: String? = nil, interpreter: [String], code: String) {
    self.fence = fence
    self.name = name
    self.interpreter = interpreter
    self.code = code
  }

  /// Nil for a fence that is no command.
  public init?(_ fence: Fence, index: Int) {
    guard let interpreter = fence.interpreter else { return nil }
    self.fence = index
    name = fence.attributes?.name
    self.interpreter = interpreter
    code = fence.code
  }

  /// Its name, or the first line that says something, to know it by.
  public var title: String {
    let lines = code.split(whereSeparator: \.isNewline).map { $0.drop(while: \.isWhitespace) }
    let first = lines.first { !$0.isEmpty && !$0.hasPrefix("#") } ?? lines.first ?? ""
    return name ?? String(first)
  }
}
