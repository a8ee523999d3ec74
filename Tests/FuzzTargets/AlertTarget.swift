import Domain
import Exchange

/// The body of a webhook's request, as `incident intake` gets it.
package struct AlertTarget: Sendable {
  package typealias Read = @Sendable (_ bytes: [UInt8], _ source: AlertSource) throws -> AlertPayload

  private let source: AlertSource
  private let read: Read

  package init(
    _ source: AlertSource, read: @escaping Read = { bytes, source in try AlertPayload(bytes, from: source) }
  ) {
    self.source = source
    self.read = read
  }

  private static let now = Instant(milliseconds: 1_796_000_000_000)

  package func check(_ bytes: [UInt8]) throws {
    let payload: AlertPayload
    do {
      payload = try read(bytes, source)
    } catch let error as AlertPayloadError {
      return try TerminalSafety.hold("an error's sentence", error.description)
    }
    let again = try read(bytes, source)
    try hold("a payload says the same each time", again == payload)
    try hold("of several alerts with one key one is left", Set(payload.alerts.map(\.key)).count == payload.alerts.count)
    // Of more it is said how many.
    try hold("there are a few remarks at most", payload.remarks.count <= 6, "\(payload.remarks)")
    if let title = payload.title { try check(title: title) }
    for alert in payload.alerts { try check(alert) }
  }

  private func check(_ alert: Alert) throws {
    try hold("an alert is its payload's source's", alert.source == source)
    try hold(
      "an alert can be known again by its key", !alert.key.isEmpty && alert.key.utf8.count <= Alert.keyLimit,
      alert.key.debugDescription)
    try check(title: alert.title)
    try hold("texts are cut to what is kept", max(alert.text.count, alert.details.count) <= Alert.textLimit)
    try hold("a severity is 1 to 4", alert.severity.map { (1...4).contains($0) } ?? true, "\(alert)")
    try hold("a service is named once", Set(alert.services).count == alert.services.count, "\(alert.services)")
    let texts = [alert.key, alert.title, alert.text, alert.details, alert.link ?? "", alert.by ?? ""] + alert.services
    try hold("no text has a NUL", !texts.contains { $0.utf8.contains(0) }, "\(alert)")
    var clock = SenderClock(now: Self.now)
    let set = clock.set(alert)
    let times = [set.startedAt, set.endedAt, set.changedAt].compactMap(\.self)
    try hold("nothing has happened that lies ahead", times.allSatisfy { $0 <= Self.now }, "\(times)")
    _ = AlertVerdict(of: set, known: nil, isSeenTo: false)
    let news = AlertNews(source, lines: [.init(set, .fires)], firing: 1, all: 1, ahead: clock.ahead)
    try hold("news say whose they are", news.text.hasPrefix(source.name))
  }

  private func check(title: String) throws {
    try hold(
      "a title is one line, not empty, and of a size",
      !title.isEmpty && title.count <= Alert.titleLimit && !title.contains(where: \.isNewline), title.debugDescription)
  }
}
