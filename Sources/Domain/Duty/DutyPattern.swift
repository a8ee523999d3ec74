import Foundation

/// When a team's prod pair hands over to the next: the same moments in every cycle of days, in the team's own time.
///
/// Duties lie between two moments that follow each other, so that there is neither a gap nor an overlap, also where the
/// clocks change.
public struct DutyPattern: Hashable, Codable, Sendable {
  /// A hand-over within a cycle.
  public struct Moment: Hashable, Codable, Comparable, Sendable {
    /// Days since the cycle's first, from 0.
    public var day: Int
    /// Minutes of the day, `0..<1440`.
    public var minute: Int

    public init(day: Int, minute: Int) {
      self.day = day
      self.minute = minute
    }

    public static func < (left: Self, right: Self) -> Bool { (left.day, left.minute) < (right.day, right.minute) }
  }

  /// The length of a cycle in days, ``lengths``.
  public var days: Int
  /// At least one, in order.
  public var moments: [Moment]
  /// A day on which a cycle begins, `YYYY-MM-DD`.
  public var anchor: String
  /// Whether the pair is on in the team's working hours only, and not around the clock.
  public var isWorkingHours: Bool
  /// The team's working hours, where its pair is on in those only: a window in which nobody works is no duty then, and is
  /// passed over. They are the team's, and are neither kept nor written with the pattern.
  public var hours: WeeklyWindow?

  private enum CodingKeys: CodingKey { case days, moments, anchor, isWorkingHours }

  public static let lengths = 1...56
  /// From Monday to Monday at ten, when everybody is there.
  public static let weekly = DutyPattern(days: 7, moments: [Moment(day: 0, minute: 600)], anchor: "2024-01-01")

  public init(days: Int, moments: [Moment], anchor: String, isWorkingHours: Bool = false) {
    self.days = days
    self.moments = moments
    self.anchor = anchor
    self.isWorkingHours = isWorkingHours
  }
}

extension DutyPattern {
  /// The duties from the one that is under way at a moment on, `count` of them.
  public func windows(from start: Instant, count: Int, in zone: TimeZone) -> [DutyWindow] {
    var cursor = Cursor(self, at: start, zone)
    var windows: [DutyWindow] = []
    while windows.count < count {
      let window = cursor.next()
      if isDuty(window, in: zone) { windows.append(window) }
    }
    return windows
  }

  /// The duties that begin before an end, from the one that is under way at a moment on.
  public func windows(from start: Instant, until end: Instant, in zone: TimeZone) -> [DutyWindow] {
    var cursor = Cursor(self, at: start, zone)
    var windows: [DutyWindow] = []
    while cursor.start < end {
      let window = cursor.next()
      if isDuty(window, in: zone) { windows.append(window) }
    }
    return windows
  }

  private func isDuty(_ window: DutyWindow, in zone: TimeZone) -> Bool { hours?.isWorked(in: window, zone) ?? true }

  /// Goes from hand-over to hand-over.
  struct Cursor {
    private let pattern: DutyPattern
    private let zone: TimeZone
    private let anchor: CivilTime
    /// Cycles since the anchor, and which of its moments the next duty begins at.
    private var cycle: Int
    private var index: Int
    /// When the next duty begins.
    private(set) var start: Instant

    init(_ pattern: DutyPattern, at moment: Instant, _ zone: TimeZone) {
      self.pattern = pattern
      self.zone = zone
      anchor = CivilTime(date: pattern.anchor) ?? CivilTime(Instant(milliseconds: 0), offsetSeconds: 0)
      let day = CivilTime(moment, in: zone)
      let since = Int((day.secondsAsUTC - anchor.secondsAsUTC) / 86_400)
      // A cycle early, and from there on to the last hand-over that is not after the moment.
      cycle = Int((Double(since) / Double(pattern.days)).rounded(.down)) - 1
      index = 0
      start = moment
      start = instant()
      while following.start <= moment { step() }
    }

    private var following: Cursor {
      var following = self
      following.step()
      return following
    }

    private func instant() -> Instant {
      let moment = pattern.moments[index]
      return Instant(day: anchor.adding(days: cycle * pattern.days + moment.day), minute: moment.minute, in: zone)
    }

    private mutating func step() {
      index += 1
      if index == pattern.moments.count {
        index = 0
        cycle += 1
      }
      start = instant()
    }

    mutating func next() -> DutyWindow {
      let from = start
      step()
      return DutyWindow(start: from, end: start)
    }
  }
}

/// From one hand-over to the next: the end belongs to the next duty.
public struct DutyWindow: Hashable, Comparable, Sendable {
  public var start: Instant
  public var end: Instant

  public init(start: Instant, end: Instant) {
    self.start = start
    self.end = end
  }

  public static func < (left: Self, right: Self) -> Bool { (left.start, left.end) < (right.start, right.end) }

  public func overlaps(_ other: DutyWindow) -> Bool { start < other.end && other.start < end }
  public func contains(_ moment: Instant) -> Bool { start <= moment && moment < end }
}
