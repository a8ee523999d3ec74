import Domain

/// Puts people into a team's rotation, or changes what is said of them there, as one action.
public struct SetRosterMembers: Command {
  public static let name = "roster-set"
  public static let undo = UndoPolicy.undoable
  public var team: TeamName
  public var people: [Handle]
  /// Applied to each member as they are in the transaction, or to a new one.
  public var change: @Sendable (inout RosterMember) throws -> Void

  public init(
    _ people: [Handle], of team: TeamName, change: @escaping @Sendable (inout RosterMember) throws -> Void = { _ in }
  ) {
    self.people = people
    self.team = team
    self.change = change
  }

  public func perform(in transaction: Transaction) throws {
    let team = try transaction.team(team).name
    for who in people { try set(who, of: team, in: transaction) }
    transaction.summary = "\(people.map(\.text).joined(separator: ", ")): in the rotation of team \(team)"
  }

  private func set(_ name: Handle, of team: TeamName, in transaction: Transaction) throws {
    let who = try transaction.person(name).handle
    let roster = try transaction.roster(of: team)
    let old = roster.first { $0.who == who }
    var member = old ?? RosterMember(who)
    try change(&member)
    member.who = who
    for day in [member.joins, member.leaves].compactMap(\.self) where !CalendarDate.isValid(day) {
      throw DutyChangeRefusal.dateUnreadable(day)
    }
    if let joins = member.joins, let leaves = member.leaves, leaves < joins {
      throw DutyChangeRefusal.leavesBeforeJoining(who)
    }
    if let most = member.mostDuties, !(1...28).contains(most) { throw DutyChangeRefusal.limit(most) }
    if old == nil, roster.count >= DutyPlanning.mostMembers { throw DutyRefusal.teamTooLarge(roster.count + 1) }
    try transaction.put(.rosterMember, member.row(of: team))
  }
}

/// Takes somebody out of a team's rotation altogether, as if they had never been in it; who leaves has a last day.
public struct RemoveRosterMember: Command {
  public static let name = "roster-remove"
  public static let undo = UndoPolicy.undoable
  public var team: TeamName
  public var who: Handle

  public init(_ who: Handle, from team: TeamName) {
    self.who = who
    self.team = team
  }

  /// - Returns: the duties ahead that they are on for still; a new plan gives them to others.
  public func perform(in transaction: Transaction) throws -> [PlannedDuty] {
    let team = try transaction.team(team).name
    let key: [Value] = [.text(team.text), .text(who.text)]
    guard try transaction.row(.rosterMember, key) != nil else { throw Missing.rosterMember(who, team: team) }
    transaction.summary = "took \(who) out of the rotation of team \(team)"
    try transaction.remove(.rosterMember, key)
    return try transaction.duties(ofPerson: who, after: transaction.now).filter { $0.team == team }
  }
}

/// Says when a team's pair hands over. Duties that are planned stay until the next plan.
public struct SetRota: Command {
  public static let name = "rota-set"
  public static let undo = UndoPolicy.undoable
  public var team: TeamName
  public var pattern: DutyPattern

  public init(_ pattern: DutyPattern, of team: TeamName) {
    self.pattern = pattern
    self.team = team
  }

  public func perform(in transaction: Transaction) throws {
    let team = try transaction.team(team).name
    transaction.summary = "the prod pair of team \(team) hands over \(pattern.text)"
    try transaction.put(
      .rota, ["team": .text(team.text), "settings": .text(try JSONColumn.text(pattern)), "deleted": 0])
  }
}

/// Says of two people that they are never, or best, on together; it takes the place of what was said of them before.
public struct AddPairRule: Command {
  public static let name = "pair-rule-add"
  public static let undo = UndoPolicy.undoable
  public var team: TeamName
  public var rule: PairRule

  public init(_ rule: PairRule, of team: TeamName) {
    self.rule = rule
    self.team = team
  }

  /// - Returns: the duties ahead that the rule forbids; a new plan changes them.
  public func perform(in transaction: Transaction) throws -> [PlannedDuty] {
    let team = try transaction.team(team).name
    if rule.pair.first == rule.pair.second { throw DutyChangeRefusal.ruleAboutOneself(rule.pair.first) }
    let roster = Set(try transaction.roster(of: team).map(\.who))
    for who in rule.pair.people where !roster.contains(try transaction.person(who).handle) {
      throw DutyChangeRefusal.notInRotation(who, team)
    }
    let words = rule.kind == .never ? "are never on together" : "are best on together"
    transaction.summary = "\(rule.pair.first) and \(rule.pair.second) \(words) in team \(team)"
    try transaction.put(.pairRule, rule.row(of: team))
    guard rule.kind == .never else { return [] }
    return try transaction.duties(ofPerson: rule.pair.first, after: transaction.now)
      .filter { $0.team == team && $0.pair == rule.pair }
  }
}

/// Takes a rule about two people away.
public struct RemovePairRule: Command {
  public static let name = "pair-rule-remove"
  public static let undo = UndoPolicy.undoable
  public var team: TeamName
  public var pair: DutyPair

  public init(_ pair: DutyPair, of team: TeamName) {
    self.pair = pair
    self.team = team
  }

  public func perform(in transaction: Transaction) throws {
    let team = try transaction.team(team).name
    let key: [Value] = [.text(team.text), .text(pair.first.text), .text(pair.second.text)]
    guard try transaction.row(.pairRule, key) != nil else { throw Missing.pairRule(pair, team: team) }
    transaction.summary = "took the rule about \(pair.first) and \(pair.second) away from team \(team)"
    try transaction.remove(.pairRule, key)
  }
}
