import Foundation

/// What is read of a team's backlog to plan it: as much as a plan needs, whatever the team's history.
public struct BacklogFacts: Sendable {
  public var settings: BacklogSettings
  public var calendar: IterationCalendar
  /// The iteration under way.
  public var current: Iteration
  /// `YYYY-MM-DD`, where the team is.
  public var today: String
  public var zone: TimeZone
  /// How many finished iterations `tallies` reach back.
  public var iterations: Int
  /// What was accepted in each of those and in the iteration under way, counted.
  public var tallies: [AcceptedTally]
  /// What was accepted in the iteration under way, as far as it was read.
  public var accepted: [ItemFacts]
  /// What is started, finished, delivered or rejected.
  public var inProgress: [ItemFacts]
  /// The panel *backlog* in its order, as far as it was read.
  public var ahead: [ItemFacts]
  /// Whether `ahead` and `inProgress` are all there are.
  public var isWhole: Bool

  /// How many items a plan reaches over. What stands behind them has no date: at two points an item and ten points a
  /// week these are the work of eight years.
  public static let reach = 2_000

  public init(
    settings: BacklogSettings, calendar: IterationCalendar, current: Iteration, today: String, zone: TimeZone,
    iterations: Int, tallies: [AcceptedTally], accepted: [ItemFacts], inProgress: [ItemFacts], ahead: [ItemFacts],
    isWhole: Bool = true
  ) {
    self.settings = settings
    self.calendar = calendar
    self.current = current
    self.today = today
    self.zone = zone
    self.iterations = iterations
    self.tallies = tallies
    self.accepted = accepted
    self.inProgress = inProgress
    self.ahead = ahead
    self.isWhole = isWhole
  }

  /// The days up to today, so many of them, as the first and the moment that it begins.
  public func days(back count: Int) -> (first: String, start: Instant) {
    let first = DayNumber.of(today).flatMap { DayNumber.text($0 - max(0, count - 1)) } ?? today
    return (first, FilterDays.start(of: first, in: zone) ?? Instant(milliseconds: 0))
  }

  public var history: VelocityHistory {
    VelocityHistory(tallies, calendar: calendar, settings: settings, today: today, last: iterations)
  }

  public var toil: ToilShare { ToilShare(tallies, calendar: calendar, today: today, last: iterations) }

  /// What is in the iteration under way in any case: accepted in it, in progress, or planned for it by hand.
  public var committed: [ItemFacts] {
    accepted + inProgress + ahead.filter(\.isPlannedByHand)
  }
}
