import Domain
import Foundation
import Host
import Testing

@testable import Workflow

@Suite("Two files that claim one checklist")
struct ClaimedNameTests {
  private let stranger = "- [ ] Order the servers\n- [ ] Rack them\n- [ ] Run the cables\n- [ ] Label everything\n"

  @Test("Different files under one name: import takes the second and names the first, sync touches neither")
  func claimed() throws {
    let desk = try Desk()
    let first = try desk.write(Desk.release)
    try desk.importFile(first)
    let second = try desk.write(stranger, to: "racks/release.md")
    let outcome = try desk.importFile(second)
    #expect(outcome.isNew && outcome.version.number == 2)
    #expect(outcome.rivals == [first])
    let head = try desk.head()
    #expect(try desk.sync() == ["claimed by 2", "claimed by 2"])
    #expect(try desk.head() == head)
    #expect(try desk.text("release.md") == Desk.release)
    #expect(try desk.text("racks/release.md") == stranger)
  }

  @Test("The way out that is said leads out")
  func wayOut() throws {
    let desk = try Desk()
    let first = try desk.write(Desk.release)
    try desk.importFile(first)
    let second = try desk.write(stranger, to: "racks/release.md")
    try desk.importFile(second)
    #expect(try desk.importFile(second, name: "racks").rivals.isEmpty)
    #expect(try desk.importFile(first, name: "release").version.number == 3)
    #expect(try desk.sync() == ["same", "same"])
    #expect(try desk.text("release.md") == Desk.release)
    #expect(try desk.text("racks/release.md") == stranger)
  }

  @Test("A copy that was changed is a copy, and nobody minds")
  func copy() throws {
    let desk = try Desk()
    try desk.importFile(desk.write(Desk.release))
    let copy = try desk.write(Desk.release + "- [ ] Publish\n", to: "copy/release.md")
    #expect(try desk.importFile(copy).rivals.isEmpty)
    #expect(try desk.sync() == ["same", "store newer, v2"])
  }

  @Test("A clone in which the checklist was written anew is the same checklist")
  func clones() throws {
    let desk = try Desk()
    try desk.importFile(desk.repository("ana"))
    try desk.git(".", "clone", "-q", "ana", "bo")
    try desk.write(stranger, to: "bo/release.md")
    #expect(try desk.importFile(desk.directory + "/bo/release.md").rivals.isEmpty)
    #expect(try desk.sync() == ["store newer, v2", "same"])
    #expect(try desk.text("ana/release.md") == stranger)
  }
}
