import Domain
import Exchange
import Foundation
import Host
import Store
import Testing

@testable import Workflow

@Suite("Items come from a file as one action, and go out again")
struct ItemImportTests {
  private let team = TeamName("platform")

  @discardableResult
  private func take(_ path: String, _ format: ImportFormat? = nil, isDryRun: Bool = false, in desk: Desk) throws
    -> ImportItemsFile.Result
  {
    try ImportItemsFile(path: path, format: format, team: team, isDryRun: isDryRun).run(
      in: desk.store, by: .ana, at: .morning)
  }

  private func export(_ format: ExportItems.Format, from desk: Desk) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try ExportItems(format, team: team).write(from: desk.store) { bytes += $0 }
    return bytes
  }

  private func items(of desk: Desk) throws -> [Item] {
    try desk.store.read { try $0.wholeItems(matching: ItemFilter(), of: team) }
  }

  private static let stories = """
    Id,Title,Labels,Type,Estimate,Current State,Created at,Accepted at,Requested By,Description,Owned By,Comment,\
    Blocker,Blocker Status
    1,Scale the router,"router, logging",feature,3,unstarted,"Nov 22, 2014",,Mia Long,"two
    lines",Ana,"Look at it (Bo - May 6, 2014)",#2 first,blocked
    2,Dig,,chore,,accepted,"Nov 20, 2014","Nov 30, 2014",Mia Long,,,,,
    3,Logging,logging,epic,,,"Nov 20, 2014",,,,,,,
    """

  @Test("A dry run tells what would be, and writes nothing")
  func dryRun() throws {
    let desk = try Desk()
    let path = try desk.write(Self.stories, to: "stories.csv")
    let before = try desk.head()
    let result = try take(path, isDryRun: true, in: desk)
    #expect(result.format == .tracker)
    #expect(result.outcome.created == 2)
    #expect(result.outcome.people == [Handle("mia-long")])
    #expect(try desk.head() == before)
    #expect(try items(of: desk).isEmpty)
  }

  @Test("The same file again changes nothing; a newer one changes what changed there and leaves the rest")
  func again() throws {
    let desk = try Desk()
    let path = try desk.write(Self.stories, to: "stories.csv")
    #expect(try take(path, in: desk).outcome.created == 2)
    let first = try #require(try items(of: desk).first)
    #expect(first.epic == "Logging")
    #expect(first.owners == [Handle("ana")])
    let head = try desk.head()
    let second = try take(path, in: desk)
    #expect(second.outcome.unchanged == 2)
    #expect(try desk.head() == head)
    try desk.store.perform(
      EditItems([first.number]) { item in
        item.title = "Scale all routers"
        item.description = "ours"
      }, by: .bo, at: .morning)
    let newer = Self.stories.replacing("two\nlines", with: "three\nlines").replacing(",3,unstarted", with: ",5,started")
    try desk.write(newer, to: "stories.csv")
    #expect(try take(path, in: desk).outcome.updated == 1)
    let changed = try desk.store.read { try $0.item(first.number) }
    #expect(changed.title == "Scale all routers")
    #expect(changed.description == "three\nlines")
    #expect(changed.points == 5)
    #expect(changed.state == .started)
  }

  @Test("One undo takes an import back, its people and epics too, and redo is the import again")
  func undo() throws {
    let desk = try Desk()
    let path = try desk.write(Self.stories, to: "stories.csv")
    let people = try desk.store.read { try $0.people() }
    try take(path, in: desk)
    let imported = try items(of: desk)
    try desk.store.undo(by: .ana, at: .morning)
    #expect(try items(of: desk).isEmpty)
    #expect(try desk.store.read { try $0.people() } == people)
    #expect(try desk.store.read { try $0.epics(of: team) }.isEmpty)
    try desk.store.redo(by: .ana, at: .morning)
    #expect(try items(of: desk) == imported)
    #expect(try desk.store.verify().findings == [])
  }

  @Test("A file that can't be read to its end is refused with its row, and nothing of it is taken")
  func cut() throws {
    let desk = try Desk()
    let before = try desk.head()
    let path = try desk.write(Self.stories + "\n4,\"never closed,,feature", to: "stories.csv")
    let error = #expect(throws: ImportError.self) { try take(path, in: desk) }
    #expect(error?.row == 5)
    #expect(error?.reason == .unterminatedQuote)
    #expect(try desk.head() == before)
    #expect(throws: ImportFormatUnknown.self) { try take(try desk.write("a,b\n1,2\n", to: "other.csv"), in: desk) }
    #expect(throws: FileError.self) { try take(desk.directory + "/none.csv", in: desk) }
  }

  @Test("Items that wait for each other in the file wait for each other here; a circle is said in words")
  func blockers() throws {
    let desk = try Desk()
    let tasks = """
      [{"uuid":"a1","description":"one","status":"pending","depends":["b2"]},
       {"uuid":"b2","description":"two","status":"pending","depends":["a1"]},
       {"uuid":"c3","description":"three","status":"pending","depends":["a1"]}]
      """
    let result = try take(try desk.write(tasks, to: "tasks.json"), in: desk)
    let all = try items(of: desk)
    #expect(result.outcome.created == 3)
    #expect(result.outcome.circles.count == 1)
    #expect(all.last?.blockers.first?.item == all.first?.number.value)
  }

  @Test("One's own CSV and one's own JSON change nothing when they come back", arguments: ExportItems.Format.allCases)
  func roundTrip(_ format: ExportItems.Format) throws {
    guard format != .markdown else { return }
    let desk = try Desk()
    try take(try desk.write(Self.stories, to: "stories.csv"), in: desk)
    let draft = ItemDraft(
      team: team, title: "=1+1, \"quoted\"", type: .toil, state: .unstarted, description: "- a\n- b",
      labels: ["x", "night"], epic: "Logging", owners: [Handle("ana"), Handle("bo")],
      blockers: [Blocker(text: "a key")], tasks: [ItemTask("one", isDone: true)], due: "2026-12-24",
      links: [ItemLink(.url, "https://example.org"), ItemLink(.branch, "fix")])
    let number = try #require(try desk.store.perform(AddItems(draft), by: .ana, at: .morning).first)
    try desk.store.perform(CommentOnItem(number, text: "look (again)"), by: .bo, at: .morning)
    try desk.store.perform(AdvanceItems([number], .to(.started)), by: .ana, at: .morning)
    let before = try items(of: desk)
    let head = try desk.head()
    let path = try desk.write(try export(format, from: desk), to: "own.\(format.rawValue)")
    let result = try take(path, in: desk)
    #expect(result.outcome.changesNothing, "\(result.outcome) \(result.report.problems)")
    #expect(try items(of: desk) == before)
    #expect(try desk.head() == head)
  }

  @Test("Every real file is imported or refused, and what was imported comes back unchanged")
  func realFiles() throws {
    let folder = RealFiles.folder.replacing("/checklists", with: "/imports")
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    for name in names {
      let desk = try Desk()
      let path = folder + "/" + name
      if name.contains("broken") {
        #expect(throws: ImportError.self) { try take(path, .tracker, in: desk) }
        continue
      }
      #expect(try take(path, in: desk).outcome.created > 0)
      let head = try desk.head()
      #expect(try take(path, in: desk).outcome.changesNothing)
      for format in [ExportItems.Format.tracker, .json] {
        let again = try desk.write(try export(format, from: desk), to: "again.\(format.rawValue)")
        let result = try take(again, in: desk)
        #expect(result.outcome.changesNothing, "\(name) \(format) \(result.outcome)")
      }
      #expect(try desk.head() == head)
    }
  }
}
