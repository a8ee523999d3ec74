import Domain
import Testing

@testable import Store

@Suite("Teams and people in the store")
struct TeamAndPersonTests {
  @Test("A team comes back as it was given")
  func team() throws {
    let world = try World(isEmpty: true)
    let team = Team(
      name: TeamName("apps"), kind: .application, timeZone: "Europe/Berlin",
      hours: WeeklyWindow("Mon-Thu 08:00-16:00, Fri 08:00-12:00") ?? .officeHours,
      holidays: [Holiday(date: "2026-12-25", name: "Christmas | day")],
      freezes: [Freeze(from: "2026-12-20", through: "2027-01-03", reason: "year's end")],
      environments: [Environment(name: "eu-1", kind: .production), Environment(name: "lab", kind: .other)])
    try world.perform(AddTeam(team))
    #expect(try world.store.read { try $0.team(TeamName("apps")) } == team)
    #expect(try world.store.read { try $0.team(orOnly: nil) } == team)
  }

  @Test("The only team need not be named, one of several has to be")
  func only() throws {
    let world = try World(isEmpty: true)
    #expect(throws: Missing.noTeamYet) { try world.store.read { try $0.team(orOnly: nil) } }
    try world.perform(AddTeam(Team(name: TeamName("platform"))))
    try world.perform(AddTeam(Team(name: TeamName("apps"))))
    #expect(throws: Missing.teamNotNamed(["apps", "platform"])) { try world.store.read { try $0.team(orOnly: nil) } }
    #expect(throws: Missing.team("web", known: ["apps", "platform"])) {
      try world.store.read { try $0.team(orOnly: TeamName("web")) }
    }
  }

  static let badTeams: [(Team, Clash)] = [
    (Team(name: TeamName("")), Clash.nameUnusable("", what: "team")),
    (Team(name: TeamName("two words")), Clash.nameUnusable("two words", what: "team")),
    (Team(name: TeamName("-x")), Clash.nameUnusable("-x", what: "team")),
    (Team(name: TeamName("x"), timeZone: "Mars/Olympus"), Clash.timeZoneUnknown("Mars/Olympus")),
    (Team(name: TeamName("x"), timeZone: ""), Clash.timeZoneUnknown("")),
    (Team(name: TeamName("x"), holidays: [Holiday(date: "2026-02-30", name: "")]), Clash.dateUnreadable("2026-02-30")),
    (
      Team(name: TeamName("x"), freezes: [Freeze(from: "2026-12-01", through: "soon", reason: "")]),
      Clash.dateUnreadable("soon")
    ),
    (
      Team(name: TeamName("x"), environments: [Environment(name: "a/b", kind: .other)]),
      Clash.nameUnusable("a/b", what: "environment")
    ),
  ]

  @Test("A team with a name, zone, date or environment that is none is refused", arguments: badTeams)
  func badTeam(team: Team, clash: Clash) throws {
    let world = try World(isEmpty: true)
    let before = try world.content()
    #expect(throws: clash) { try world.perform(AddTeam(team)) }
    #expect(try world.content() == before)
  }

  @Test(
    "A freeze that ends before it begins is refused, for it would never hold")
  func backwardFreeze() throws {
    let world = try World()
    let freeze = Freeze(from: "2026-12-31", through: "2026-12-01", reason: "typo")
    #expect(throws: Clash.self) {
      try world.perform(EditTeam(Team(name: TeamName("platform"), freezes: [freeze])))
    }
  }

  @Test(
    "Two environments of one name are refused, for a run could mean either")
  func environmentTwice() throws {
    let world = try World()
    let environments = Environment.usual + [Environment(name: "prod", kind: .other)]
    #expect(throws: Clash.self) {
      try world.perform(EditTeam(Team(name: TeamName("platform"), environments: environments)))
    }
  }

  @Test("A name is taken once, and only what is there is edited")
  func twice() throws {
    let world = try World()
    let before = try world.content()
    #expect(throws: Clash.teamExists(TeamName("platform"))) {
      try world.perform(AddTeam(Team(name: TeamName("platform"))))
    }
    #expect(throws: Clash.personExists(Handle("bo"))) {
      try world.perform(AddPerson(Person(handle: Handle("bo"), name: "Another")))
    }
    #expect(throws: Missing.team("apps", known: ["platform"])) {
      try world.perform(EditTeam(Team(name: TeamName("apps"))))
    }
    #expect(throws: Missing.person("cy", known: ["ana", "bo"])) {
      try world.perform(EditPerson(Person(handle: Handle("cy"), name: "Cy")))
    }
    #expect(try world.content() == before)
  }

  @Test("One login is one person, when added and when edited")
  func login() throws {
    let world = try World()
    let before = try world.content()
    #expect(throws: Clash.loginTaken("bo", by: Handle("bo"))) {
      try world.perform(AddPerson(Person(handle: Handle("cy"), name: "Cy", login: "bo")))
    }
    var ana = Person.ana
    ana.login = "bo"
    #expect(throws: Clash.loginTaken("bo", by: Handle("bo"))) { try world.perform(EditPerson(ana)) }
    #expect(try world.content() == before)
  }

  @Test("A handle is one plain name", arguments: ["", "a b", ".a", "a/b", "login:bo", "a,b", "a\u{1B}[2J"])
  func handle(text: String) throws {
    let world = try World()
    #expect(throws: Clash.nameUnusable(text, what: "person")) {
      try world.perform(AddPerson(Person(handle: Handle(text), name: "X")))
    }
  }

  @Test("A person joins and leaves teams by being edited, and a team has to be there")
  func memberships() throws {
    let world = try World()
    try world.perform(AddTeam(Team(name: TeamName("apps"))))
    var bo = Person.bo
    bo.teams = [TeamName("apps")]
    bo.name = "Bo\u{1B}[31m \u{202E}evil"
    try world.perform(EditPerson(bo))
    #expect(try world.store.read { try $0.person(Handle("bo")) } == bo)
    let before = try world.content()
    bo.teams = [TeamName("web")]
    #expect(throws: Missing.team("web", known: ["apps", "platform"])) { try world.perform(EditPerson(bo)) }
    #expect(try world.content() == before)
    #expect(try world.store.verify().isSound)
  }
}
