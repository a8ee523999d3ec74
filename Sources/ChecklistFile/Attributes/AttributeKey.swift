import Domain

/// The attributes that this version of the program knows, in the order `fmt` writes them.
public enum AttributeKey: String, CaseIterable, Sendable {
  case id, expect, wait, killer, value, role, deploys
  case noReturn = "no-return"
  case condition = "if"
  case mode, matches, timeout, attempts, progress, total

  /// How often a check may be tried before its "no" stands.
  public static let mostAttempts = 20

  /// Whether the key stands alone.
  public var isFlag: Bool { self == .killer || self == .deploys || self == .noReturn }

  /// Whether the key may stand alone; `value` alone asks for whatever there is to record.
  var mayStandAlone: Bool { isFlag || self == .value }

  /// Whether its value is a duration.
  public var isDuration: Bool { self == .expect || self == .wait || self == .timeout }

  var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  /// What its value has to be.
  var expectation: String {
    switch self {
    case .id: "a name of letters, digits, `.`, `_` and `-`"
    case .expect, .wait: "a duration such as 90s, 15m, 1h30m or 1d"
    case .timeout: "a duration above zero, such as 90s, 15m or 1h30m"
    case .matches, .progress: "a regular expression"
    case .attempts: "a whole number from 1 to \(Self.mostAttempts)"
    case .total: "a whole number, or a text with a parameter in it such as {{runners}}"
    case .condition: "`name = value` or `name != value`"
    case .mode: "one of \(StepMode.allCases.map(\.rawValue).joined(separator: ", "))"
    default: "a text"
    }
  }
}
