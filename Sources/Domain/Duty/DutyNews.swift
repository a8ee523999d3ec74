/// A duty as it was and as it is; nil where it was not there, or is gone.
public struct DutyNews: Hashable, Sendable {
  public var before: PlannedDuty?
  public var after: PlannedDuty?

  public init(before: PlannedDuty?, after: PlannedDuty?) {
    self.before = before
    self.after = after
  }

  public var start: Instant { after?.window.start ?? before?.window.start ?? Instant(milliseconds: 0) }
  public var end: Instant { max(after?.window.end ?? .distantPast, before?.window.end ?? .distantPast) }

  /// Whether it is somebody's duty, or was, and its time or its people are others.
  public func concerns(_ who: Handle) -> Bool {
    guard before?.window != after?.window || Set(before?.people ?? []) != Set(after?.people ?? []) else { return false }
    return before?.people.contains(who) == true || after?.people.contains(who) == true
  }
}

extension Instant {
  fileprivate static let distantPast = Instant(milliseconds: .min)
}
