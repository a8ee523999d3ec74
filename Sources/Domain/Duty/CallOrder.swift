import Foundation

/// Whom of a component's developers to call at a moment: whoever is on duty first, then those who are at work where they
/// are, then those who should be awake, then the others; who is away comes last.
///
/// Among those alike the order is the one in which the developers were given.
public struct CallOrder: Hashable, Sendable {
  /// What is known of somebody who could be called.
  public struct Developer: Hashable, Sendable {
    public var who: Handle
    public var name: String
    /// What one calls, or where one writes; nil where nobody said.
    public var call: String?
    /// Their own, an IANA name; where nobody said, or this machine does not know it, the team's is taken.
    public var timeZone: String?

    public init(_ who: Handle, name: String = "", call: String? = nil, timeZone: String? = nil) {
      self.who = who
      self.name = name
      self.call = call
      self.timeZone = timeZone
    }
  }

  /// Why somebody stands where they stand; in the order of whom to call first.
  public enum Reason: Hashable, Sendable {
    /// In the pair of the team that runs the component.
    case onDuty(until: Instant)
    /// In the hours of that team on their own clock.
    case atWork
    case awake
    /// Between ten in the evening and seven in the morning on their own clock.
    case asleep
    case away(until: Instant, reason: String)

    fileprivate var rank: Int {
      switch self {
      case .onDuty: 0
      case .atWork: 1
      case .awake: 2
      case .asleep: 3
      case .away: 4
      }
    }
  }

  public struct Line: Hashable, Sendable {
    public var developer: Developer
    public var reason: Reason
    /// Where they are, or where their team is; an IANA name.
    public var timeZone: String
    /// What the clock there shows.
    public var local: CivilTime

    public var who: Handle { developer.who }
  }

  /// Hours of the day, by one's own clock, in which somebody may be rung up without waking them.
  public static let wakingHours = 7..<22

  public let component: Component
  /// The duty of the team that is under way; the pair calls, and is called where it knows the component itself.
  public let duty: TeamDuty?
  public let lines: [Line]

  /// - Parameters:
  ///   - developers: in the order in which they are called; one that nothing is known of is left out by whoever asks.
  ///   - team: whose hours and holidays tell when people are at work.
  ///   - absences: of anybody; those that follow one another without a gap are one.
  public init(
    _ component: Component, developers: [Developer], team: Team, duty: TeamDuty?, absences: [Absence], at now: Instant
  ) {
    self.component = component
    self.duty = duty
    let lines = developers.map { developer in
      let own = developer.timeZone.flatMap { TimeZone(identifier: $0) }
      let local = CivilTime(now, in: own ?? team.zone ?? .gmt)
      let reason: Reason
      if let away = Self.away(developer.who, absences, at: now) {
        reason = .away(until: away.end, reason: away.reason)
      } else if let duty, duty.people.contains(developer.who), duty.window.contains(now) {
        reason = .onDuty(until: duty.window.end)
      } else if team.hours.contains(local), !team.holidays.contains(where: { $0.date == local.isoDate }) {
        reason = .atWork
      } else {
        reason = Self.wakingHours.contains(local.hour) ? .awake : .asleep
      }
      let name = own == nil ? team.timeZone : developer.timeZone
      return Line(developer: developer, reason: reason, timeZone: name ?? team.timeZone, local: local)
    }
    self.lines = lines.enumerated()
      .sorted { ($0.element.reason.rank, $0.offset) < ($1.element.reason.rank, $1.offset) }.map(\.element)
  }

  /// When somebody who is away is there again, and why they are.
  private static func away(_ who: Handle, _ absences: [Absence], at now: Instant) -> (end: Instant, reason: String)? {
    let own = absences.filter { $0.who == who }.sorted { $0.window < $1.window }
    guard let current = own.first(where: { $0.window.contains(now) }) else { return nil }
    let end = own.reduce(current.window.end) { end, next in
      next.window.start <= end ? max(end, next.window.end) : end
    }
    return (end, current.reason)
  }
}

extension CallOrder.Reason {
  /// One word for programs.
  public var name: String {
    switch self {
    case .onDuty: "on-duty"
    case .atWork: "at-work"
    case .awake: "awake"
    case .asleep: "asleep"
    case .away: "away"
    }
  }
}
