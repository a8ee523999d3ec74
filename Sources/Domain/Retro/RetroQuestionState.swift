import Foundation

/// How far a retro has come with one of its questions. The raw values are part of the JSON.
public enum RetroQuestionState: String, CaseIterable, Sendable {
  /// Nobody has spoken to it.
  case open
  /// Answered with "we don't know", and no action has an owner and a date yet.
  case unknown
  /// An action with an owner and a date stands for the answer.
  case promised
  case answered

  public var isOpen: Bool { self == .open || self == .unknown }

  public var words: String {
    switch self {
    case .open: "open"
    case .unknown: "open: we don't know"
    case .promised: "an action settles it"
    case .answered: "answered"
    }
  }
}

extension Retro {
  public func state(of question: RetroQuestion, _ actions: [RetroAction]) -> RetroQuestionState {
    if content[question].isKnown { return .answered }
    if actions.contains(where: { $0.question == question && $0.isPromised }) { return .promised }
    return content[question].isUnknown ? .unknown : .open
  }

  /// Days since it was to have been reviewed, until it was, or until now: 0 on the day itself, negative before; nil while it
  /// has no day.
  public func daysLate(at now: Instant, in zone: TimeZone) -> Int? {
    guard let due = due.flatMap({ CivilTime(date: $0) }),
      let day = CivilTime(date: CivilTime(reviewedAt ?? now, in: zone).isoDate)
    else { return nil }
    return Int((day.secondsAsUTC - due.secondsAsUTC) / 86_400)
  }
}
