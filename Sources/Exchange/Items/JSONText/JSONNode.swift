/// A JSON value that was read, with its members in their order.
indirect enum JSONNode: Hashable {
  case object([Member])
  case array([JSONNode])
  case string(String)
  /// As it was written.
  case number(String)
  case bool(Bool)
  case null

  struct Member: Hashable {
    var name: String
    var value: JSONNode
  }

  /// Of a name that is given twice, the last.
  subscript(name: String) -> JSONNode? {
    guard case .object(let members) = self else { return nil }
    return members.last { $0.name == name }?.value
  }

  var members: [Member] { if case .object(let members) = self { members } else { [] } }
  var elements: [JSONNode] { if case .array(let elements) = self { elements } else { [] } }
  var isObject: Bool { if case .object = self { true } else { false } }
  var isEmpty: Bool { self == .null || self == .string("") || self == .array([]) || self == .object([]) }

  /// A string, or a number or a truth value as written; nil for all else.
  var text: String? {
    switch self {
    case .string(let text), .number(let text): text
    case .bool(let flag): flag ? "true" : "false"
    default: nil
    }
  }

  var int: Int? { if case .number(let text) = self { Int(text) } else { nil } }
}
