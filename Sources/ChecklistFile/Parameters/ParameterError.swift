/// Why a run's parameters can't be used.
public enum ParameterError: Error, Hashable, Sendable, CustomStringConvertible {
  case missing(name: String, ask: String?)
  case unknown(name: String, declared: [String])
  case patternFails(name: String, value: String, pattern: String)
  case containsNUL(name: String)
  /// A value came for a secret, where it would have been kept. It is not told again here.
  case secretGiven(name: String)

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
    case .secretGiven(let name):
      "\"\(name)\" is a secret and is kept nowhere, so nothing was done with the value; leave it out: it is asked for "
        + "when a command needs it"
    case .containsNUL(let name): "the value of \"\(name)\" has a NUL byte in it; correct the value"
    }
  }
}
