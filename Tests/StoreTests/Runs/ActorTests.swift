import Domain
import Testing

@testable import Store

@Suite("Who acts")
struct ActorTests {
  @Test("A login is the person it maps to, whatever that person's handle")
  func mapped() throws {
    let world = try World()
    try world.perform(AddPerson(Person(handle: Handle("cy"), name: "Cy", login: "cyrus")))
    let actor = try world.actor("cyrus")
    #expect(actor.person == Handle("cy"))
    #expect(actor.handle == Handle("cy"))
    #expect(actor.isOneself)
  }

  @Test("Behind sudo it is the one who logged in")
  func sudo() throws {
    let world = try World()
    let actor = try world.store.read { try $0.resolve(Actor(login: "root", uid: 0, sessionLogin: "bo")) }
    #expect(actor.handle == Handle("bo"))
    #expect(actor.login == "root")
  }

  @Test("A login that maps to nobody is recorded as that login")
  func unmapped() throws {
    let world = try World()
    #expect(try world.actor("ci").handle == Handle("ci"))
    #expect(try world.actor("ci").person == nil)
  }

  @Test("A login that maps to nobody never takes somebody's handle")
  func impostor() throws {
    let world = try World()
    try world.perform(AddPerson(Person(handle: Handle("cy"), name: "Cy", login: "cyrus")))
    #expect(try world.actor("cy").handle == Handle("login:cy"))
    try world.start()
    try world.act(.note(nil, "hello"), by: world.actor("cy"))
    #expect(try world.run().entries.last?.by == Handle("login:cy"))
  }

  @Test(
    "The journal, too, never takes a login for the person with that handle")
  func impostorInTheJournal() throws {
    let world = try World()
    try world.perform(AddPerson(Person(handle: Handle("cy"), name: "Cy", login: "cyrus")))
    try world.perform(AddTeam(Team(name: TeamName("apps"))), by: world.actor("cy"))
    let entry = try #require(try world.store.read { try $0.journal(limit: 1).first })
    #expect(entry.login == "cy")
    #expect(entry.by == Handle("login:cy"))
  }

  @Test("Acting for somebody else records both names and is never verified")
  func actingAs() throws {
    let world = try World()
    let actor = try world.actor("ana", as: "bo")
    #expect(actor.handle == Handle("bo"))
    #expect(actor.person == Handle("ana"))
    #expect(!actor.isOneself)
    #expect(try world.actor("ana", as: "ana").isOneself)
    try world.start()
    for step in ["manifests", "attend"] { try world.act(.done(step)) }
    try world.act(.done("deploy", "1; 0"))
    let confirmed = try world.act(.confirm(StepID("deploy")), by: actor).last
    #expect(confirmed?.by == Handle("bo"))
    #expect(confirmed?.signature.login == "ana")
    #expect(confirmed?.assurance == .unverified)
  }

  @Test("Nobody acts for somebody unknown")
  func unknown() throws {
    let world = try World()
    #expect(throws: Missing.person("cy", known: ["ana", "bo"])) { try world.actor("ana", as: "cy") }
  }

  @Test("A person who was taken back is nobody")
  func takenBack() throws {
    let world = try World()
    try world.perform(AddPerson(Person(handle: Handle("cy"), name: "Cy", login: "cyrus")))
    try world.store.undo(by: .ana, at: .morning)
    #expect(try world.actor("cyrus").handle == Handle("cyrus"))
    #expect(throws: Missing.self) { try world.actor("ana", as: "cy") }
  }
}
