import Domain
import Foundation
import Store
import Testing

@Suite("`incident retro` and `incident action`, on the command line")
struct RetroCommandTests {
  /// Incident 1, of severity 2, commanded by ana, and resolved.
  private static func desk() throws -> Desk {
    let desk = try Desk.ready()
    try desk.must("person add cy --name Cy --team platform")
    let store = try Store.open(path: desk.store, options: StoreOptions(catalogue: .prodpair))
    defer { try? store.close() }
    let actor = Actor(login: "root", uid: 0)
    let now = Instant(Date()) - .minutes(60)
    let draft = IncidentDraft(
      team: TeamName("platform"), title: "Logs dropped", severity: .major,
      roles: IncidentRoles(commander: Handle("ana"), pair: [Handle("ana"), Handle("bo")]))
    let number = try store.perform(OpenIncident(draft), by: actor, at: now)
    try store.perform(SettleIncident(number, .resolve), by: actor, at: now + .minutes(5))
    return desk
  }

  @Test("It is opened with its number alone, written, refused while a question is open, acted upon, and closed")
  func whole() throws {
    let desk = try Self.desk()
    let opened = try desk.must("incident retro 1")
    #expect(opened.output == "1\n" && opened.errors.contains("open: what-happened"))
    #expect(try desk.must("incident retro 1").output.hasPrefix("Retro 1: Logs dropped\n"))
    let written = try desk.must(
      "incident retro 1 --answer what-happened='Logs were dropped' --unknown will-it-happen-again "
        + "--decision what-happened='We scale by hand' --by bo --impact none --factor trigger=surge "
        + "--factor cause='no scaling' --went-well one --went-well two --went-wrong three --lucky four --surprised five "
        + "--facilitator cy --attendees ana,bo --title 'Dropped logs'")
    #expect(written.output.hasPrefix("retro 1 of incident 1: draft, due "))
    let head = try desk.head()
    let refused = try desk.run("incident retro 1 --close --went-well lost")
    #expect(refused.exitCode == 1 && refused.errors.contains("3 of its four questions are open"))
    #expect(try desk.head() == head)
    let action = try desk.must(
      "incident action 1 'Scale the drain' --kind prevent --question what-do-we-do --points 2")
    #expect(
      action.output == "1\n" && action.errors.contains("what-do-we-do stays open: item 1 lacks an owner and a date"))
    try desk.must("item edit 1 --owner bo --due 2026-12-20")
    try desk.must("item add 'Alert on drops'")
    let existing = try desk.must(
      "incident action --retro 1 --item 2 --kind detect --question will-it-happen-again --owner cy --due 2026-12-21")
    #expect(existing.output == "2\n" && existing.errors.isEmpty)
    try desk.must("incident retro --retro 1 --drop went-well:1 --answer what-went-wrong=- ", input: "Nobody\nlooked\n")
    let shown = try desk.must("incident retro 1 --json").object
    #expect(shown["openQuestions"] as? Int == 0 && shown["wentWell"] as? [String] == ["two"])
    #expect(shown["facilitator"] as? String == "cy" && shown["title"] as? String == "Dropped logs")
    let questions = shown["questions"] as? [[String: Any]] ?? []
    #expect(questions.map { $0["state"] as? String } == ["answered", "answered", "promised", "promised"])
    #expect(questions.map { $0["answer"] as? String }[1] == "Nobody\nlooked")
    let closed = try desk.must("incident retro 1 --close")
    #expect(closed.errors.contains("what-went-wrong ends in no action, no lesson and no decision"))
    #expect(try desk.run("incident retro 1 --impact more").exitCode == 1)
    #expect(try desk.must("incident retro --list --json").list.isEmpty)
    #expect(try desk.must("incident retro --list --all --json").list.first?["state"] as? String == "closed")
    try desk.must("incident retro 1 --reopen")
    #expect(try desk.must("incident retro --list").output.contains("reviewed"))
    try desk.must("verify")
  }

  @Test("The next retro opens with the actions before, and judges them; one journal entry is one undo")
  func judged() throws {
    let desk = try Self.desk()
    try desk.must("incident action 1 'Scale the drain' --kind prevent")
    let near = try desk.must("incident retro --near-miss 'Nearly again' --judge 1=too-early:'wait for spring'")
    #expect(near.output == "2\n")
    #expect(try desk.must("incident retro --retro 2").output.contains("(too early to say: wait for spring)"))
    try desk.must("undo")
    #expect(try desk.run("incident retro --retro 2").exitCode == 66)
    try desk.must("redo")
    try desk.must("incident retro --retro 2 --drop judge:1")
    #expect(try desk.must("incident retro --retro 2").output.contains("(not judged yet)"))
    try desk.must("incident action 1 --remove 1")
    #expect(try desk.must("incident retro --retro 2").output.contains("none that wait for a judgement"))
    let page = try desk.must("incident retro --retro 1 --markdown").output
    #expect(page.hasPrefix("# Retro 1: Logs dropped\n") && page.contains("## What happened? (what-happened, open)"))
  }

  @Test("What can't be is refused with its code, and nothing is written")
  func refused() throws {
    let desk = try Self.desk()
    #expect(try desk.run("incident retro 1 --show").exitCode == 66)
    try desk.must("incident retro 1")
    let head = try desk.head()
    for (line, code, says) in [
      ("incident retro 1 --facilitator ana", 1, "can't lead its retro"),
      ("incident retro 1 --facilitator nobody", 66, "nobody"), ("incident retro 9", 66, "no incident 9"),
      ("incident retro --retro 9", 66, "no retro 9"), ("incident retro --run 9", 66, "no run 9"),
      ("incident retro 1 --answer what=x", 64, "there is no such question"),
      ("incident retro 1 --unknown what", 64, "what-happened"), ("incident retro 1 --factor luck=x", 64, "a trigger"),
      ("incident retro 1 --judge 1=fine", 64, "did-not-work"), ("incident retro 1 --judge 1=worked", 66, "no action"),
      ("incident retro 1 --drop went-well:1", 66, "no went-well:1 to drop"),
      ("incident retro 1 --lesson what-do-we-do=7", 66, "no lesson 7"), ("incident retro", 64, "say which retro"),
      ("incident retro 1 --run 1", 64, "say which retro"), ("incident retro 1 --close --reopen", 64, "use one of them"),
      ("incident retro 1 --show --impact x", 64, "only looks"),
      ("incident retro 1 --in-review --went-well ' '", 64, "a word"),
      ("incident retro --near-miss x --team none", 66, "none"), ("incident retro 1 --reopen", 1, "from there"),
      ("incident action 1 x", 64, "--kind"), ("incident action x --kind prevent", 64, "no incident's number"),
      ("incident action 1 --kind prevent", 64, "say what is to be done"),
      ("incident action 1 x --item 3 --kind prevent", 64, "leave yours out"),
      ("incident action 1 --item 3 --kind prevent", 66, "no item 3"), ("incident action 1 --remove 3", 66, "no action"),
      ("incident action 1 x --kind prevent --due tomorrow", 1, "tomorrow"),
      ("incident action 1 x --kind prevent --owner nobody", 66, "nobody"),
    ] {
      let outcome = try desk.run(line)
      #expect(outcome.exitCode == Int32(code), "\(line): \(outcome.exitCode) \(outcome.errors)")
      #expect(outcome.errors.contains(says), "\(line): \(outcome.errors)")
    }
    #expect(try desk.head() == head)
  }
}
