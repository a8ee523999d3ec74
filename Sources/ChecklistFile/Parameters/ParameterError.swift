/// Why a run's parameters can't be used.
public enum ParameterError: Error, Hashable, Sendable, CustomStringConvertible {
  case missing(name: String, ask: String?)
  case unknown(name: String, declared: [String])
  case patternFails(name: String, value: String, pattern: String)
  case containsNUL(name: String)

  public var description: String {
    switch self {
    case .missing(let name, let ask):
      "the parameter \"\(name)\" has no value\(ask.map { " (\($0))" } ?? ""); give it with --param \(name)=…"
    case .unknown(let name, let declared):
      declared.isEmpty
        ? "there is no parameter \"\(name)\"; the checklist declares none"
        : "there is no parameter \"\(name)\"; the checklist has \(declared.joined(separator: ", "))"
    case .patternFails(let name, let value, let pattern):
      "the parameter \"\(name)\" is \"\(value)\", which does not match \(pattern); correct the value"
    case .containsNUL(let name): "the value of \"\(name)\" has a NUL byte in it; correct the value"
    }
  }
}
