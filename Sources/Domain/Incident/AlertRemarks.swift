/// What is said, beside the numbers, to whoever watches an intake.
public struct AlertRemarks: Hashable, Sendable {
  /// The alerts that stand on no timeline, by what was found of them.
  public var aside: [AlertVerdict: [Alert]]
  /// The latest time of the sender's that lies ahead of our clock.
  public var ahead: Instant?
  public var now: Instant

  public init(aside: [AlertVerdict: [Alert]], ahead: Instant?, now: Instant) {
    self.aside = aside
    self.ahead = ahead
    self.now = now
  }

  public var sentences: [String] {
    let known: [(AlertVerdict, String)] = [
      (.overUnknown, "the end came, and nobody had told of the beginning: it is remembered until that comes"),
      (.late, "told late, for something newer is known: it is counted"),
      (.unknown, "no incident here is known by it: nothing was kept"),
    ]
    var sentences = known.compactMap { verdict, words in
      aside[verdict].map { "\(Self.named($0)): \(words)" }
    }
    if let ahead {
      sentences.append("the sender's clock is ahead: it says \(ahead.rfc3339), and it is \(now.rfc3339); taken as now")
    }
    return sentences
  }

  /// As in `“Logs are dropped in z1” (triggered) and 2 more`.
  private static func named(_ alerts: [Alert]) -> String {
    guard let first = alerts.first else { return "" }
    let more = alerts.count > 1 ? " and \(alerts.count - 1) more" : ""
    return "“\(first.title)” (\(first.change.word))" + more
  }
}
