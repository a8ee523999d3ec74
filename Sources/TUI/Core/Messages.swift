import Domain

/// What the program has to say, one line at a time, and all that it has said.
struct Messages: Hashable, Sendable {
  enum Kind: Hashable, Sendable { case information, refusal, failure }

  struct Message: Hashable, Sendable {
    var kind: Kind
    var text: String
    var at: Instant
  }

  /// The one that shows.
  private(set) var current: Message?
  /// Oldest first; the last hundred.
  private(set) var log: [Message] = []

  /// How long a message shows that nobody takes away. A refusal or failure stays until the next key.
  private static let informationLasts: Int64 = 4000

  mutating func say(_ text: String, _ kind: Kind = .information, at now: Instant) {
    let message = Message(kind: kind, text: text, at: now)
    log = log.suffix(99) + [message]
    // What went wrong is not covered by what went well.
    if kind == .information, let current, current.kind != .information { return }
    current = message
  }

  mutating func expire(at now: Instant) {
    guard let message = current, message.kind == .information else { return }
    if now.milliseconds - message.at.milliseconds >= Self.informationLasts { current = nil }
  }

  mutating func dismiss() { current = nil }

  func nextChange(_ now: Instant) -> Countdown {
    guard let current, current.kind == .information else { return .never }
    return .inMilliseconds(current.at.milliseconds + Self.informationLasts - now.milliseconds)
  }
}

extension App {
  mutating func say(_ text: String, _ kind: Messages.Kind = .information) { messages.say(text, kind, at: now) }
}
