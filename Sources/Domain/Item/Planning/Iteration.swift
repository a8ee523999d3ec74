import Foundation

/// A stretch of a team's calendar, of one to four weeks.
public struct Iteration: Hashable, Comparable, Sendable {
  /// From 1, since the team's calendar began; 0 and less before that.
  public let number: Int
  /// `YYYY-MM-DD`; the last day is still part of it.
  public let first: String
  public let last: String

  public static func < (left: Self, right: Self) -> Bool { left.number < right.number }

  /// The first moment of it, where the team is.
  public func start(in zone: TimeZone) -> Instant? { FilterDays.start(of: first, in: zone) }

  /// The first moment after it.
  public func end(in zone: TimeZone) -> Instant? { FilterDays.end(of: last, in: zone) }

  public func contains(_ day: String) -> Bool { first <= day && day <= last }

  /// Its days in their order.
  public var days: [String] {
    guard let from = DayNumber.of(first), let through = DayNumber.of(last), from <= through else { return [] }
    return (from...through).compactMap { DayNumber.text($0) }
  }
}

/// The iterations of a team, one after the other without a gap.
public struct IterationCalendar: Hashable, Sendable {
  /// The first day of iteration 1, counted from 1970-01-01.
  private let origin: Int
  /// 7, 14, 21 or 28.
  public let daysPerIteration: Int

  /// - Parameter began: any day of iteration 1, as `YYYY-MM-DD`.
  /// - Returns: nil where `began` is no day.
  public init?(_ settings: BacklogSettings, began: String) {
    guard let day = CivilTime(date: began), let number = DayNumber.of(began) else { return nil }
    let startDay = min(max(1, settings.startDay), 7)
    origin = number - (day.weekday - startDay + 7) % 7
    daysPerIteration = 7 * min(max(1, settings.iterationWeeks), 4)
  }

  /// Nil for what is no day.
  public func iteration(containing day: String) -> Iteration? {
    DayNumber.of(day).flatMap { iteration(numbered: index(ofDay: $0) + 1) }
  }

  /// Nil where it reaches beyond the years that a day can be written in.
  public func iteration(numbered number: Int) -> Iteration? {
    let (days, isTooFar) = (number - 1).multipliedReportingOverflow(by: daysPerIteration)
    guard !isTooFar, abs(days) < 4_000_000, let first = DayNumber.text(origin + days),
      let last = DayNumber.text(origin + days + daysPerIteration - 1)
    else { return nil }
    return Iteration(number: number, first: first, last: last)
  }

  public func next(after iteration: Iteration) -> Iteration? { self.iteration(numbered: iteration.number + 1) }

  /// The iterations from the first of the calendar that end before the day; of them the last so many.
  public func finished(before day: String, last count: Int = .max) -> [Iteration] {
    guard let current = iteration(containing: day), current.number > 1 else { return [] }
    let first = max(1, current.number - min(max(0, count), current.number))
    return (first..<current.number).compactMap { iteration(numbered: $0) }
  }

  private func index(ofDay day: Int) -> Int {
    let distance = day - origin
    return distance >= 0 ? distance / daysPerIteration : -((daysPerIteration - 1 - distance) / daysPerIteration)
  }
}
