import Foundation

/// Everything that the duties of one team are planned from. The same input gives the same plan.
public struct DutyPlanning: Sendable {
  public var members: [RosterMember]
  public var absences: [Absence]
  public var rules: [PairRule]
  /// What the members are on for in other teams.
  public var elsewhere: [Handle: [DutyWindow]]
  public var pattern: DutyPattern
  /// The team's; joining and leaving are days there, and hand-overs times there.
  public var zone: TimeZone

  /// The team's working hours where its pair is on in those only; nil around the clock.
  public var hours: WeeklyWindow? {
    get { pattern.hours }
    set { pattern.hours = newValue }
  }

  /// More people in one rotation would hardly ever meet.
  public static let mostMembers = 64

  public init(
    members: [RosterMember], absences: [Absence] = [], rules: [PairRule] = [],
    elsewhere: [Handle: [DutyWindow]] = [:], pattern: DutyPattern = .weekly, zone: TimeZone,
    hours: WeeklyWindow? = nil
  ) {
    self.members = members
    self.absences = absences
    self.rules = rules
    self.elsewhere = elsewhere
    self.pattern = pattern
    self.zone = zone
    if let hours { self.hours = hours }
  }

  /// The duties from a moment on, `count` of them, given those before, which are facts and stay.
  ///
  /// - Parameters:
  ///   - facts: past duties and such as were set by hand, in the order of their windows. One whose window is among those
  ///     to be planned stands as it is.
  public func plan(from start: Instant, count: Int, after facts: [Duty] = []) throws(DutyRefusal) -> [Duty] {
    try plan(around: pattern.windows(from: start, count: count + 1, in: zone), after: facts)
  }

  /// The duties that begin before an end.
  public func plan(from start: Instant, until end: Instant, after facts: [Duty] = []) throws(DutyRefusal) -> [Duty] {
    var windows = pattern.windows(from: start, until: end, in: zone)
    if let last = windows.last { windows += pattern.windows(from: last.end, count: 1, in: zone) }
    return try plan(around: windows, after: facts)
  }

  /// The duties of windows that follow each other, given those before.
  func plan(_ windows: [DutyWindow], after facts: [Duty]) throws(DutyRefusal) -> [Duty] {
    guard let last = windows.last else { return try plan(around: [], after: facts) }
    return try plan(around: windows + pattern.windows(from: last.end, count: 1, in: zone), after: facts)
  }

  /// Who is on in a part of a duty whose rest is somebody else's.
  func cover(_ part: DutyWindow, before next: DutyWindow, after facts: [Duty]) -> Duty {
    var rotation = Rotation(self)
    for duty in facts {
      rotation.enter(duty.window)
      rotation.observe(duty)
    }
    rotation.enter(part)
    return rotation.choose(part, before: next)
  }

  /// - Parameter windows: those to be planned, and the one after the last, which is only looked at.
  private func plan(around windows: [DutyWindow], after facts: [Duty]) throws(DutyRefusal) -> [Duty] {
    try check()
    guard let first = windows.first else { return [] }
    var rotation = Rotation(self)
    let sorted = facts.sorted { $0.window < $1.window }
    var known = sorted.filter { $0.window.start < first.start }[...]
    for duty in known {
      rotation.enter(duty.window)
      rotation.observe(duty)
    }
    known = sorted.filter { $0.window.start >= first.start }[...]
    var duties: [Duty] = []
    for (window, next) in zip(windows, windows.dropFirst()) {
      rotation.enter(window)
      // Of two facts in one window the first stands.
      known = known.drop { $0.window.end <= window.start }
      // What was set by hand for this time stands, however long it is.
      if let fact = known.first, fact.window.overlaps(window) {
        if fact.window.end <= window.end { known.removeFirst() }
        var duty = fact
        duty.window = window
        rotation.observe(duty)
        duties.append(duty)
        continue
      }
      let duty = rotation.choose(window, before: next)
      rotation.observe(duty)
      duties.append(duty)
    }
    return duties
  }

  private func check() throws(DutyRefusal) {
    if members.count < 2 { throw .teamTooSmall(members.map(\.who)) }
    if members.count > Self.mostMembers { throw .teamTooLarge(members.count) }
    var seen: Set<Handle> = []
    for member in members where !seen.insert(member.who).inserted { throw .memberTwice(member.who) }
    let never = Set(rules.filter { $0.kind == .never }.map(\.pair))
    let people = members.map(\.who)
    let isAnyAllowed = people.indices.contains { index in
      people[(index + 1)...].contains { !never.contains(DutyPair(people[index], $0)) }
    }
    if !isAnyAllowed { throw .rulesLeaveNoPair(rules.filter { $0.kind == .never }.sorted { $0.pair < $1.pair }) }
  }
}

/// Two people on production duty for one team, over one window; fewer where there was nobody.
public struct Duty: Hashable, Sendable {
  public var window: DutyWindow
  /// The one who carries over first.
  public var people: [Handle]
  public var reasons: [DutyReason]

  public init(_ window: DutyWindow, _ people: [Handle], reasons: [DutyReason] = []) {
    self.window = window
    self.people = people
    self.reasons = reasons
  }

  public var pair: DutyPair? { people.count == 2 ? DutyPair(people[0], people[1]) : nil }
  /// Whether fewer than two are on.
  public var isGap: Bool { people.count < 2 }
}

/// Why no plan can be made.
public enum DutyRefusal: Error, Hashable, Sendable {
  case teamTooSmall([Handle])
  case teamTooLarge(Int)
  case memberTwice(Handle)
  case rulesLeaveNoPair([PairRule])
  /// The same, where some of the rules are only assumed, and there is none to take away.
  case assumedRulesLeaveNoPair([PairRule])
}

extension DutyRefusal: CustomStringConvertible {
  public var description: String {
    switch self {
    case .teamTooSmall(let people):
      "a prod pair is two people, and the rotation has \(people.isEmpty ? "nobody" : "only \(people[0])"): nothing was "
        + "planned; `prodpair pair roster add HANDLE --team TEAM` puts somebody into it"
    case .teamTooLarge(let count):
      "a rotation has at most \(DutyPlanning.mostMembers) people, and this one has \(count): nothing was planned; split "
        + "it into teams"
    case .memberTwice(let who): "\(who) is in the rotation twice: nothing was planned"
    case .rulesLeaveNoPair(let rules):
      "the rules leave no pair: \(list(rules)). Nothing was planned; `prodpair pair rule remove HANDLE HANDLE --team TEAM` "
        + "takes one away"
    case .assumedRulesLeaveNoPair(let rules):
      "if that were so, the rules would leave no pair: \(list(rules)). Nothing was planned"
    }
  }

  private func list(_ rules: [PairRule]) -> String {
    rules.map { "\($0.pair.first) never with \($0.pair.second)\($0.reason.isEmpty ? "" : " (\($0.reason))")" }
      .joined(separator: ", ")
  }
}
