/// The attributes that this version of the program knows, in the order `fmt` writes them.
public enum AttributeKey: String, CaseIterable, Sendable {
  case id, expect, wait, killer, value, role, deploys
  case noReturn = "no-return"
  case condition = "if"
  case mode

  /// Whether the key stands alone.
  var isFlag: Bool { self == .killer || self == .deploys || self == .noReturn }

  /// Whether the key may stand alone; `value` alone asks for whatever there is to record.
  var mayStandAlone: Bool { isFlag || self == .value }

  var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  /// What its value has to be.
  var expectation: String {
    switch self {
    case .id: "a name of letters, digits, `.`, `_` and `-`"
    case .expect, .wait: "a duration such as 90s, 15m, 1h30m or 1d"
    case .condition: "`name = value` or `name != value`"
    default: "a text"
    }
  }
}
