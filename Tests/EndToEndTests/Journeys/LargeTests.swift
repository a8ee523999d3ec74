import ChecklistFile
import Domain
import Foundation
import Host
import Store
import Testing

@Suite("Long and hostile text, and a great many rows", .inTurn)
struct LargeTests {
  /// Escape sequences, wide and combining characters, and line breaks, ten thousand characters in all.
  private static var flood: String {
    let part = HostileTextTests.text + "漢字かな👩‍👩‍👧‍👦🇩🇪e\u{301}\nnext\tline "
    return String(String(repeating: part, count: 10_000 / part.count + 1).prefix(10_000))
  }

  private func promptForNote(_ terminal: TerminalSession) async throws {
    try await terminal.run("prodpair")
    try await terminal.wait(for: "NEEDS YOU", "cf@v9")
    try await terminal.go(to: "r", showing: "artifact")
    try terminal.press("Enter")
    try await terminal.wait(for: "RUN 1", "Tell support")
    try terminal.press("c")
    try await terminal.wait(for: "note on step 1")
  }

  @Test("A prompt takes ten thousand pasted characters of any kind, and shows and writes them harmlessly")
  func prompt() async throws {
    let place = try Workplace()
    let raw = place.folder("raw")
    let terminal = try place.terminal(recording: raw)
    try await promptForNote(terminal)
    try terminal.paste(Self.flood)
    try terminal.type(" the very end")
    try await terminal.wait(for: "the very end", "note on step 1")
    try terminal.press("Home")
    try terminal.type("the beginning ")
    try await terminal.wait(for: "the beginning pwn")
    try terminal.press("Enter")
    try await terminal.wait(forSaid: "noted")
    try terminal.press("q")
    let end = try await TerminalMannersTests.expectUsable(terminal)
    HostileTextTests.expectHarmless(
      try await terminal.recorded(in: raw, upTo: end), mayHaveCursesOwn: true, "the screen")
    let json = try place.must("run", "show", "1", "--json")
    #expect(json.contains("the beginning pwn") && json.contains("the very end") && json.contains("漢字かな"))
  }

  @Test("What follows in a paste that stood still for a while is part of it, and no keys")
  func standstill() async throws {
    let place = try Workplace()
    let terminal = try place.terminal()
    try await promptForNote(terminal)
    try terminal.send("\u{1B}[200~first half")
    // That nothing follows for a second is said, and nothing is taken in parts.
    try await terminal.wait(for: "the rest of a paste is still to come", "note on step 1")
    try terminal.send("\rsecond half\u{1B}[201~")
    try await terminal.wait(for: "first half second half", "note on step 1")
    try terminal.press("Enter")
    try await terminal.wait(forSaid: "noted")
    let run = try place.must("run", "show", "1", "--json")
    #expect(run.contains("first half second half"), "\(run)")
    try terminal.press("q")
    try await TerminalMannersTests.expectUsable(terminal)
  }

  @Test("A form's field takes them too")
  func form() async throws {
    let place = try Workplace()
    let raw = place.folder("raw")
    let terminal = try place.terminal(recording: raw)
    try await terminal.run("prodpair")
    try await terminal.wait(for: "NEEDS YOU", "cf@v9")
    try await terminal.go(to: "p", showing: "team, person")
    try terminal.press("G", "Enter")
    try await terminal.wait(for: "Person bo")
    try terminal.paste(Self.flood)
    try terminal.type(" the very end")
    try await terminal.wait(for: "the very end", "Person bo")
    try terminal.press("C-s")
    try await terminal.wait(for: "team, person")
    try await terminal.wait(forSaid: "bo was changed")
    #expect(try terminal.rows().count == 30)
    try terminal.press("q")
    let end = try await TerminalMannersTests.expectUsable(terminal)
    HostileTextTests.expectHarmless(
      try await terminal.recorded(in: raw, upTo: end), mayHaveCursesOwn: true, "the screen")
  }

  @Test("A title of 5,000 characters and a checklist of 200 steps, the last of which can be reached and done")
  func long() async throws {
    let title = "very " + String(repeating: "long漢 ", count: 830)
    let steps = (1...200).map { "- [ ] Check \(title.prefix($0 == 7 ? 5000 : 20))of item \($0) <!-- id: s\($0) -->" }
    let place = try Workplace(checklist: "# \(title)\n\n## Pre\n\(steps.joined(separator: "\n"))\n")
    let terminal = try place.terminal()
    try await terminal.run("prodpair")
    try await terminal.wait(for: "NEEDS YOU", "cf@v9")
    try await terminal.go(to: "c", showing: "last run")
    try terminal.press("Enter")
    try await terminal.wait(for: "Tab view", "very long")
    try await terminal.go(to: "r", showing: "artifact")
    try terminal.press("Enter")
    try await terminal.wait(for: "RUN 1", "PRE 0/200")
    try terminal.press("G")
    try await terminal.wait(forStep: 200, "of item 200")
    try terminal.press("Space")
    try await terminal.wait(forStep: 1, "PRE 1/200")
    try terminal.press("/")
    try terminal.type("item 77")
    try await terminal.wait("the one step") { $0.contains("of item 77") && !$0.contains("of item 78") }
    try terminal.press("Enter", "Escape")
    try await terminal.wait(for: "of item 78")
    try terminal.resize(columns: 60, rows: 16)
    try await terminal.wait(for: "RUN 1", "? more")
    try terminal.press("g", "g", "j", "j", "j", "j", "j", "j")
    try await terminal.wait(for: " 7 of 200 ", "? more")
    #expect(try terminal.rows().count == 16)
  }

  @Test("Ten thousand runs and more entries in the journal are walked through from the newest to the oldest and back")
  func many() async throws {
    let folder = try Folder()
    let count = 10_000
    try Self.fill(folder("prodpair.sqlite"), runs: count)
    let terminal = try TerminalSession(
      columns: 120, rows: 40, environment: ["PRODPAIR_STORE": folder("prodpair.sqlite")])
    try await terminal.run("prodpair")
    try await terminal.wait(for: "NEEDS YOU", "PLANNED", "release v1")
    try terminal.press("g", "r")
    try await terminal.wait(for: "1 of \(count)", "cf@v10000")
    try terminal.press("PgDn", "PgDn", "PgDn")
    try await terminal.wait("three pages further") { $0.contains(/\b1[0-9]{2} of 10000\b/) }
    try terminal.press("G")
    try await terminal.wait(for: "\(count) of \(count)", "cf@v1 ")
    try terminal.press("g", "g")
    try await terminal.wait(for: " 1 of \(count)", "cf@v10000")
    try terminal.press("/")
    try terminal.type("v4321")
    try await terminal.wait("the one run") { $0.contains("cf@v4321") && !$0.contains("cf@v10000") }
    try terminal.press("Enter", "Escape")
    try await terminal.wait(for: "cf@v10000")
    try terminal.press("g", "j")
    try await terminal.wait(for: "1 of 10003", "v10000")
    try terminal.press("G")
    try await terminal.wait(for: "10003 of 10003")
    try terminal.press("q")
    try await TerminalMannersTests.expectUsable(terminal)
  }

  /// Plans that many runs, in the quickest way that leaves what users' own commands would.
  private static func fill(_ path: String, runs: Int) throws {
    let now = Instant(milliseconds: 1_577_869_200_000)
    let store = try Store.create(
      path: path, kind: .personal, at: now, options: StoreOptions(catalogue: .prodpair, isThrowAway: true))
    let login = Identity.current()
    let team = Team(name: TeamName("platform"))
    try store.perform(AddTeam(team), by: login, at: now)
    let ana = Person(handle: Handle("ana"), name: "Ana", login: login.account, teams: [team.name])
    try store.perform(AddPerson(ana), by: login, at: now)
    let document = try ChecklistDocument(source: TroubledRunTests.checklist, fileName: "release.md")
    try store.perform(
      ImportChecklist(document, as: ChecklistName("release"), reason: "for the test"), by: login, at: now)
    let actor = try store.read { try $0.resolve(login) }
    for number in 1...runs {
      let order = RunOrder(
        checklist: ChecklistName("release"), environment: "staging",
        artifact: Artifact(name: "cf", version: "v\(number)"), pair: [ana.handle], override: "a test")
      try store.perform(
        PlanRun(order, plan: Plan(at: now + .minutes(Int64(number)))), by: actor, at: now + .minutes(Int64(number)))
    }
    try store.close()
  }
}
