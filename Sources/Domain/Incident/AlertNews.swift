/// What one message of another program says that is new to one incident: a line of its timeline, in words.
public struct AlertNews: Hashable, Sendable {
  public struct Line: Hashable, Sendable {
    public var alert: Alert
    public var verdict: AlertVerdict
    /// The earlier incident that the same alert went to.
    public var seenIn: IncidentNumber?

    public init(_ alert: Alert, _ verdict: AlertVerdict, seenIn: IncidentNumber? = nil) {
      self.alert = alert
      self.verdict = verdict
      self.seenIn = seenIn
    }
  }

  public var source: AlertSource
  public var lines: [Line]
  /// How many alerts of the incident fire, with this; and how many there are.
  public var firing: Int
  public var all: Int
  /// The latest time of the payload that lies ahead of our clock.
  public var ahead: Instant?

  /// Of more alerts it is said how many.
  static let mostTitles = 5

  public init(_ source: AlertSource, lines: [Line], firing: Int, all: Int, ahead: Instant? = nil) {
    self.source = source
    self.lines = lines
    self.firing = firing
    self.all = all
    self.ahead = ahead
  }

  public var text: String {
    var paragraphs = Self.order.flatMap { verdict in
      said(lines.filter { $0.verdict == verdict }, verdict)
    }
    if let only = lines.first, lines.count == 1, only.verdict != .over {
      paragraphs += [only.alert.text, only.alert.details, only.alert.link ?? ""]
    }
    paragraphs += [seenBefore, stillFiring, clock]
    return source.name + ": " + paragraphs.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private static let order: [AlertVerdict] = [.fires, .wasOver, .firesAgain, .over, .told]

  private func said(_ lines: [Line], _ verdict: AlertVerdict) -> [String] {
    guard let first = lines.first else { return [] }
    guard lines.count > 1 else { return ["\(words(of: first)): \(title(first.alert))"] }
    let rest = lines.count - Self.mostTitles
    return ["\(lines.count) alerts \(Self.plural(verdict))"]
      + lines.prefix(Self.mostTitles).map { "- " + title($0.alert) }
      + (rest > 0 ? ["- and \(rest) more"] : [])
  }

  /// As in `Logs are dropped in z1 (sev 1)`.
  private func title(_ alert: Alert) -> String {
    alert.severity.flatMap(IncidentSeverity.init).map { "\(alert.title) (\($0))" } ?? alert.title
  }

  private func words(of line: Line) -> String {
    let by = line.alert.by.map { " by \($0)" } ?? ""
    return switch line.verdict {
    case .fires where line.alert.change == .triggered: "fires"
    case .wasOver: "was over before it was told"
    case .firesAgain: "fires again"
    case .over: by.isEmpty ? "is over" : "is over, resolved\(by)"
    default: line.alert.change.word + by
    }
  }

  private static func plural(_ verdict: AlertVerdict) -> String {
    switch verdict {
    case .wasOver: "were over before they were told"
    case .firesAgain: "fire again"
    case .over: "are over"
    case .told: "have news"
    default: "fire"
    }
  }

  private var seenBefore: String {
    let earlier = Set(lines.compactMap(\.seenIn)).sorted().map { "incident \($0)" }
    guard !earlier.isEmpty else { return "" }
    return "the same alert\(lines.count == 1 ? "" : "s") as in \(earlier.joined(separator: ", "))"
  }

  /// Said where something changed about it.
  private var stillFiring: String {
    guard lines.contains(where: { $0.verdict == .over || $0.verdict == .wasOver }) else { return "" }
    if firing == 0 { return all == 1 ? "its only alert is quiet" : "all of its \(all) alerts are quiet" }
    return "\(firing) of its \(all) alerts still fire\(firing == 1 ? "s" : "")"
  }

  private var clock: String {
    ahead.map { "the sender's clock is ahead: it says \($0.rfc3339), and that is taken as now" } ?? ""
  }
}
