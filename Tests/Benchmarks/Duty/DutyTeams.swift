import Domain
import Foundation
import Host
import Store

/// Teams with rotations, rules and absences, the same every time.
enum DutyTeams {
  static let options = StoreOptions(catalogue: .prodpair)

  static func handle(_ team: Int, _ person: Int) -> Handle { Handle("t\(team)-p\(person)") }
  static func name(_ team: Int) -> TeamName { TeamName("team-\(team)") }

  /// One team's, with a novice or two, a rule, and everybody away for a fortnight at a time of their own.
  static func planning(_ team: Int, of people: Int, _ pattern: DutyPattern) -> DutyPlanning {
    let members = (0..<people).map { person in
      RosterMember(handle(team, person), experience: person % 5 == 0 ? .novice : person % 3 == 0 ? .veteran : .regular)
    }
    return DutyPlanning(
      members: members, absences: (0..<people).map { absence(team, $0) }, rules: [rule(team)], pattern: pattern,
      zone: TimeZone(identifier: "Europe/Berlin") ?? .gmt)
  }

  private static func absence(_ team: Int, _ person: Int, from start: Instant = DutyFigures.start) -> Absence {
    let start = start + .seconds(Int64((person * 29 + team * 7) % 350) * 86_400)
    return Absence(
      handle(team, person), DutyWindow(start: start, end: start + .seconds(14 * 86_400)), reason: "holiday")
  }

  private static func rule(_ team: Int) -> PairRule {
    PairRule(.never, DutyPair(handle(team, 1), handle(team, 2)), reason: "they are a couple")
  }

  static var actor: Actor { Identity.current() }

  /// A store with so many teams of twelve, each planned for half a year from a week ago; one that is there is taken as it
  /// is.
  static func make(at path: String, teams: Int) throws {
    guard access(path, F_OK) != 0 else { return }
    let now = Instant(Date()) - .seconds(7 * 86_400)
    let store = try Store.create(path: path, kind: .personal, at: now, options: options)
    let actor = actor
    for team in 0..<teams {
      let name = name(team)
      let zone = ["Europe/Berlin", "America/Santiago", "Australia/Adelaide", "UTC"][team % 4]
      try store.perform(AddTeam(Team(name: name, timeZone: zone)), by: actor, at: now)
      let people = (0..<12).map { handle(team, $0) }
      for who in people {
        let person = Person(handle: who, name: who.text, login: who.text, teams: [name])
        try store.perform(AddPerson(person), by: actor, at: now)
      }
      try store.perform(SetRosterMembers(people, of: name), by: actor, at: now)
      try store.perform(AddPairRule(rule(team), of: name), by: actor, at: now)
      for person in [3, 7] { try store.perform(AddAbsence(absence(team, person, from: now)), by: actor, at: now) }
      try store.perform(PlanDuties(name, weeks: 26), by: actor, at: now)
    }
    try store.close()
  }
}
