import Domain
import Foundation
import Store
import Testing

@testable import Workflow

@Suite("What is said at the first start, and what is exported")
struct FirstSettingsTests {
  @Test("What the store knows already is left alone, and a file that is no checklist does not stop the others")
  func twice() throws {
    let desk = try Desk()
    try FileManager.default.createDirectory(atPath: desk.directory + "/lists", withIntermediateDirectories: false)
    try desk.write("# One\n\n- [ ] Look\n", to: "lists/one.md")
    try desk.write("# Two\n\n- [ ] Look\n", to: "lists/two.md")
    try desk.write("no step at all\n", to: "lists/three.md")
    let settings = FirstSettings(
      team: TeamName("platform"), timeZone: "Asia/Tokyo",
      me: Person(handle: Handle("ana"), name: "Another", login: "root"), others: [],
      checklists: desk.directory + "/lists")
    let words = try settings.write(in: desk.store, by: .ana, at: .morning)
    #expect(words.hasPrefix("written down: team platform, 2 checklists"))
    #expect(words.contains("three.md"))
    #expect(try desk.store.read { try $0.person(Handle("ana")).name } == "Ana")
    #expect(try desk.store.read { try $0.team(TeamName("platform")).timeZone } == "Asia/Tokyo")
    let head = try desk.store.read { try $0.journalHead() }
    var again = settings
    again.checklists = nil
    _ = try again.write(in: desk.store, by: .ana, at: .morning)
    #expect(try desk.store.read { try $0.journalHead() } == head, "saying it twice changes nothing")
  }

  @Test("Nothing is written when the path is not there")
  func missing() throws {
    let desk = try Desk()
    let head = try desk.store.read { try $0.journalHead() }
    let settings = FirstSettings(
      team: TeamName("other"), timeZone: "UTC", me: nil, others: [], checklists: desk.directory + "/nowhere")
    #expect(throws: (any Error).self) { try settings.write(in: desk.store, by: .ana, at: .morning) }
    #expect(try desk.store.read { try $0.journalHead() } == head)
  }
}
