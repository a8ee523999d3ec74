extension DutyWindow {
  public var length: Duration { end - start }

  /// What is left of it at a moment: all of it where it lies ahead, or is over.
  public func rest(at now: Instant) -> DutyWindow {
    contains(now) ? DutyWindow(start: now, end: end) : self
  }

  /// What both have; nil where they only touch, or not even that.
  public func common(with other: DutyWindow) -> DutyWindow? {
    let window = DutyWindow(start: max(start, other.start), end: min(end, other.end))
    return window.start < window.end ? window : nil
  }
}

extension Sequence<DutyWindow> {
  /// How much of a period they cover together; what two of them share counts once.
  public func time(in period: DutyWindow) -> Duration {
    var covered = Duration.zero
    var end = period.start
    for window in compactMap({ $0.common(with: period) }).sorted() where window.end > end {
      covered += window.end - Swift.max(window.start, end)
      end = window.end
    }
    return covered
  }
}
