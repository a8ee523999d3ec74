import ChecklistFile
import Domain
import Foundation
import Store
import Testing

@testable import Workflow

@Suite("The demo's store")
struct DemoTests {
  @Test("The same moment gives the same store, down to the journal's hashes, and another moment another")
  func same() throws {
    let first = try Told().head()
    #expect(try Told().head() == first)
    #expect(try Told(.thursday + .minutes(1)).head() != first)
  }

  @Test(
    "Whenever it is opened, the rules let the story happen, and it verifies",
    arguments: [
      ("a Monday's first minutes", "2026-11-15T23:02:00Z"),
      ("a Tuesday afternoon", "2026-11-17T14:00:00Z"), ("a Wednesday's last minutes", "2026-11-18T22:59:00Z"),
      ("a Friday", "2026-11-20T10:30:00Z"),
      ("a Sunday", "2026-11-22T16:45:00Z"), ("New Year's Eve", "2026-12-31T22:30:00Z"),
      ("New Year's Day", "2027-01-01T00:10:00Z"), ("the clocks put forward", "2027-03-28T01:20:00Z"),
      ("the clocks put back", "2026-10-25T00:40:00Z"),
      ("29 February", "2028-02-29T09:00:00Z"),
    ])
  func anyDay(_: String, time: String) throws {
    let now = try #require(Instant(rfc3339: time))
    let told = try Told(now)
    #expect(try told.store.verify().isSound)
    #expect((60...90).contains(try told.count()))
    let times = try told.journal().map(\.at)
    #expect(times == times.sorted(by: >), "the journal goes forward in time")
    #expect(times.allSatisfy { $0 <= now })
    let first = try #require(times.last)
    #expect((55...63).contains((now - first).wholeSeconds / 86_400))
    // Inside the window nothing stands in the way; outside, the reason is on the record.
    let release = try #require(told.runs(.running).active(in: "prod"))
    let begun = CivilTime(try #require(release.progress.startedAt), in: told.calendar.zone)
    let window = try #require(release.version.settings.start)
    #expect(release.entries.contains { $0.kind == .ruleOverridden } == !window.contains(begun))
    #expect(release.entries.contains { $0.kind == .provenInStaging })
    for planned in try told.runs(.planned) {
      #expect(try #require(planned.plan).at > now)
    }
  }

  @Test(
    "Whoever looks on is ana, also with a login that another of the cast has", arguments: ["root", "bo"])
  func onlooker(login: String) throws {
    let told = try Told(login: login)
    let actor = try told.store.read { try $0.resolve(Actor(login: login, uid: 1)) }
    #expect(actor.person == Handle("ana"))
    #expect(try told.store.verify().isSound)
  }

  @Test("A store that is there is left as it is")
  func exists() throws {
    let directory = NSTemporaryDirectory() + "/prodpair-told-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: directory) }
    let path = directory + "/demo.sqlite"
    try Demo(now: .thursday).create(at: path).close()
    #expect(throws: StoreError.exists(path: path)) { _ = try Demo(now: .thursday).create(at: path) }
    #expect(FileManager.default.fileExists(atPath: path))
  }

  @Test("Its checklists are what lint would let pass")
  func lint() throws {
    let shelf = try Demo.Shelf(calendar: Demo.Calendar(now: .thursday))
    #expect(
      shelf.versions.mapValues(\.count) == [
        "new-release": 7, "stemcell-upgrade": 3, "manifest-only": 2, "payments-deploy": 2,
      ])
    for version in shelf.versions.values.joined() {
      #expect(Lint.findings(in: version.document).map(\.text) == [])
      let steps = version.document.steps(parent: nil)
      #expect(steps.allSatisfy { $0.attributes.explicitID != nil }, "an id that is given stays the same")
    }
  }

  @Test("Every word that the story has for a step or a run is one that there is")
  func words() throws {
    for entry in try Told().runs().flatMap(\.entries) {
      for text in [entry.value, entry.reason].compactMap(\.self) {
        #expect(!text.contains("{") && !text.contains("["), "\(text)")
      }
    }
  }
}
