/// A team's settings as they are typed, on the command line and in forms.
extension Holiday {
  /// Reads `2026-12-25=Christmas`; the name may be left out.
  public init?(text: String) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard CalendarDate.isValid(parts[0]) else { return nil }
    self.init(date: parts[0], name: parts.count == 2 ? parts[1] : "")
  }

  public var text: String { name.isEmpty ? date : "\(date)=\(name)" }
}

extension Freeze {
  /// Reads `2026-12-20..2027-01-03=year's end`; the reason may be left out.
  public init?(text: String) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard let dots = parts[0].firstRange(of: "..") else { return nil }
    let from = String(parts[0][..<dots.lowerBound])
    let through = String(parts[0][dots.upperBound...])
    guard CalendarDate.isValid(from), CalendarDate.isValid(through), from <= through else { return nil }
    self.init(from: from, through: through, reason: parts.count == 2 ? parts[1] : "")
  }

  public var text: String { "\(from)..\(through)" + (reason.isEmpty ? "" : "=\(reason)") }
}

extension Environment {
  /// Reads `prod`, or `eu1:production`; a kind that is left out is told from the name.
  public init?(text: String) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard Slug.isName(parts[0], limit: 32) else { return nil }
    if parts.count == 2 {
      guard let kind = Kind(rawValue: parts[1]) else { return nil }
      self.init(name: parts[0], kind: kind)
    } else {
      self.init(name: parts[0], kind: Self.kind(named: parts[0]))
    }
  }

  public var text: String { kind == Self.kind(named: name) ? name : "\(name):\(kind.rawValue)" }

  private static func kind(named name: String) -> Kind {
    switch name.lowercased() {
    case "staging", "stage": .staging
    case "prod", "production", "live": .production
    default: .other
    }
  }
}
