import Domain
import Text

/// The duties of a team, or of a person, as a calendar feed (RFC 5545), with the runs that are planned.
///
/// The same input gives the same bytes. What is out of date has to be left in as cancelled, for a reader keeps what a feed
/// no longer names.
public struct DutyCalendar: Sendable {
  /// Whose duties they are.
  public enum Owner: Hashable, Sendable {
    case team(TeamName)
    case person(Handle)
  }

  public var owner: Owner
  public var duties: [CalendarDuty]
  public var runs: [CalendarRun]
  /// What people are called, and where they are written to; who is not in it goes by the handle.
  public var people: [Handle: Person]
  /// The store that the numbers of duties and runs are from: part of what calendars know them by.
  public var storeID: String
  /// When the feed was made (3.8.7.2).
  public var madeAt: Instant
  /// Whether the feed says `METHOD:PUBLISH`. RFC 5546 (3.2.1) allows no attendees with it, and a strict reader may drop
  /// them; without a method it is a plain calendar (RFC 5545, 3.7.2).
  public var isPublished: Bool

  public init(
    _ owner: Owner, duties: [CalendarDuty], runs: [CalendarRun] = [], people: [Handle: Person] = [:],
    storeID: String, madeAt: Instant, isPublished: Bool = true
  ) {
    self.owner = owner
    self.duties = duties
    self.runs = runs
    self.people = people
    self.storeID = storeID
    self.madeAt = madeAt
    self.isPublished = isPublished
  }

  /// The feed, its lines ended by CRLF: the owner's duties and runs, by time.
  public var text: String {
    let events = CalendarEvents(calendar: self)
    return (head + events.lines + [ContentLine("END", value: "VCALENDAR")]).map(\.text).joined()
  }

  private var head: [ContentLine] {
    let title =
      switch owner {
      case .team(let team): "On duty for \(team)"
      case .person(let who): "\(name(who)) on duty"
      }
    var lines = [
      ContentLine("BEGIN", value: "VCALENDAR"), ContentLine("VERSION", value: "2.0"),
      ContentLine("PRODID", value: "-//prodpair//prodpair//EN"), ContentLine("CALSCALE", value: "GREGORIAN"),
    ]
    if isPublished { lines.append(ContentLine("METHOD", value: "PUBLISH")) }
    // Its name for readers that know RFC 7986 (5.1, 5.7), and for those that know what came before it.
    return lines + [
      ContentLine("NAME", text: title), ContentLine("X-WR-CALNAME", text: title),
      ContentLine("REFRESH-INTERVAL", ["VALUE": "DURATION"], value: "PT1H"),
    ]
  }

  /// What somebody is called, on one line.
  func name(_ who: Handle) -> String {
    people[who].map { visible($0.name) }.flatMap { $0.isEmpty ? nil : $0 } ?? visible(who.text)
  }
}
