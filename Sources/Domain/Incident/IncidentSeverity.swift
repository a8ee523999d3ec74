/// How bad an incident is, from 1, the worst, to 4.
public enum IncidentSeverity: Int, CaseIterable, Comparable, Sendable, CustomStringConvertible {
  case critical = 1
  case major, minor, low

  public var description: String { "sev \(rawValue)" }

  /// What it means, for whoever has to choose one at three in the morning.
  public var meaning: String {
    switch self {
    case .critical: "customers can't use it, or data is lost"
    case .major: "customers feel it, and there is a way around"
    case .minor: "few feel it, or it would have become worse"
    case .low: "nobody but the team felt it"
    }
  }

  /// The worse of two is the one with the smaller number: it sorts first.
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// Whether a customer noticed an incident, as far as anybody knows.
public enum CustomersNoticed: String, CaseIterable, Sendable {
  case yes, no, unknown
}
