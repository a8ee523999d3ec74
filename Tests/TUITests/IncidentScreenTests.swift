import Domain
import Foundation
import Store
import Terminal
import Testing
import Text

@testable import TUI

@Suite("An incident, on the screen")
struct IncidentScreenTests {
  private func world() throws -> RealStore {
    let real = try RealStore()
    try real.burn(note: "Logs have gaps")
    return real
  }

  private func page(_ real: RealStore, as who: Handle = "ana", width: Int = 80, height: Int = 24) -> Driver {
    let driver = Driver(real: real, as: who, width: width, height: height)
    driver.press("g i", "Enter")
    return driver
  }

  @Test("It says how bad it is, its state, its times with how long each took, and who does what")
  func header() throws {
    let driver = page(try world())
    #expect(driver.lines[0].contains("INCIDENT 1  sev 1  ⚠ OPEN  Log aggregators drop logs"))
    #expect(driver.words.contains("detected") && driver.words.contains("(9m)") && driver.words.contains("declared"))
    #expect(driver.words.contains("commander ana (you)") && driver.words.contains("services log-aggregators"))
    #expect(driver.line("Logs have gaps").contains("• observation"))
  }

  @Test(
    "One key, the words, Enter: and the note is the last line",
    arguments: [
      ("o", IncidentEntryKind.observation), ("h", .hypothesis), ("a", .action), ("d", .decision),
    ])
  func notes(key: String, kind: IncidentEntryKind) throws {
    let real = try world()
    let driver = page(real)
    driver.press(key)
    driver.type("the queue is full")
    driver.press("Enter")
    let last = try #require(try real.entries().last)
    #expect(last.kind == kind && last.text == "the queue is full" && last.at == last.written)
    #expect(driver.line("the queue is full").contains(kind.rawValue))
    #expect(driver.lines.last { $0.contains("▶") }?.contains("the queue is full") == true)
  }

  @Test("@02:41 in front says when it happened, and the timeline says when it was written")
  func late() throws {
    let real = try world()
    let driver = page(real)
    driver.press("o")
    driver.type("@25:99 nonsense")
    driver.press("Enter")
    #expect(driver.words.contains("not of the form") && driver.text.contains("> @25:99 nonsense"))
    driver.press("^U")
    driver.type("@\(CivilTime(.t0 - .minutes(20), in: Team.sample.zone ?? .gmt).clock) pages came in")
    driver.press("Enter")
    let last = try #require(try real.entries().last)
    #expect(last.text == "pages came in" && last.at == Instant.t0 - .minutes(20))
    #expect(driver.words.contains("pages came in (written"))
  }

  @Test("What the other writes on their terminal shows at once, and whoever is at the end stays there")
  func follows() throws {
    let real = try world()
    let (ana, bo) = (page(real), page(real, as: "bo"))
    for index in 0..<30 {
      bo.press("o")
      bo.type("look \(index)")
      bo.press("Enter")
    }
    ana.notice()
    #expect(ana.text.contains("look 29") && ana.words.contains("32 of 32"))
    ana.press("g g")
    bo.press("d", "x", "Enter")
    ana.notice()
    #expect(ana.words.contains("1 of 33") && !ana.text.contains("decision"))
    ana.press("h", "y", "Enter")
    #expect(ana.words.contains("34 of 34"))
  }

  @Test("c says what is right; both stay, the wrong one says so, and what the program wrote is not corrected")
  func corrects() throws {
    let real = try world()
    let driver = page(real)
    driver.press("o")
    driver.type("z1 is full")
    driver.press("Enter", "c")
    driver.type("z2 is full")
    driver.press("Enter")
    #expect(driver.words.contains("wrong, entry 4 is right: z1 is full"))
    #expect(driver.words.contains("instead of entry 3: z2 is full"))
    driver.press("k", "c")
    #expect(driver.words.contains("entry 4 corrected it already"))
    driver.press("/")
    driver.type("declared")
    driver.press("Enter", "c")
    #expect(driver.words.contains("e changes that"))
  }

  @Test("Evidence of what is sick stands beside that of what is healthy")
  func evidence() throws {
    let real = try world()
    let driver = page(real, width: 160, height: 50)
    driver.press("i", "m")
    driver.type("z1 queue = 9400")
    driver.press("Enter")
    driver.type("z2 queue = 12")
    driver.press("Enter")
    #expect(try real.entries().last?.evidence.map(\.health) == [.sick, .healthy])
    #expect(driver.words.contains("sick metric z1 queue = 9400 │ healthy metric z2 queue = 12"))
    let path = try real.write("a log\n", to: "drain.log")
    driver.press("i", "f")
    driver.type(path)
    driver.press("Enter", "Enter")
    #expect(try real.entries().last?.evidence.first?.file?.size == 6)
    driver.press("i", "f")
    driver.type(path + ".gone")
    driver.press("Enter", "Enter")
    #expect(try real.entries().count == 4 && driver.words.contains("drain.log.gone"))
    driver.editor = { _ in .changed("drain z1\nlost 12\nlost 13\n") }
    driver.press("i", "l", "Enter", "Enter")
    let log = try #require(try real.entries().last?.evidence.first)
    #expect(log.kind == .log && log.name == "drain z1" && log.text.hasPrefix("lost 12"))
    #expect(driver.text.contains("│ lost 13"))
  }

  @Test("Mitigated, resolved, closed, and open again: each asks what did it, and no more")
  func states() throws {
    let real = try world()
    let driver = page(real)
    driver.press("F")
    #expect(driver.words.contains("it is not resolved yet: v says so"))
    driver.press("m")
    driver.type("20 aggregators a zone")
    driver.press("Enter")
    #expect(try real.incident().state == .mitigated && driver.words.contains("MITIGATED"))
    driver.press("v", "Enter")
    #expect(try real.incident().state == .resolved)
    #expect(try real.entries().map(\.text).contains("mitigated: 20 aggregators a zone"))
    driver.press("F")
    #expect(driver.words.contains("close it without a retro: why?"))
    driver.press("Enter")
    #expect(driver.words.contains("say why there is to be no retro"))
    driver.type("told in the last one")
    driver.press("Enter")
    #expect(try real.incident().state == .closed && driver.words.contains("CLOSED"))
    driver.press("U", "b", "a", "c", "k", "Enter")
    #expect(try real.incident().state == .open)
  }

  @Test("e changes what is known; times out of order are refused in place, with both shown, and nothing is lost")
  func times() throws {
    let real = try world()
    let driver = page(real)
    driver.press("e", "^U")
    driver.type("Logs are lost")
    driver.press("Tab", "Right")
    for _ in 0..<8 { driver.press("Tab") }
    driver.press("^U")
    driver.type("2026-01-01 00:00")
    driver.press("^S")
    #expect(driver.words.contains("before impact began"))
    #expect(driver.words.contains("can't be after detected"))
    #expect(driver.text.contains("Logs are lost"))
    #expect(try real.incident().title == "Log aggregators drop logs")
    let detected = CivilTime(.t0 - .minutes(3), in: Team.sample.zone ?? .gmt)
    driver.press("^U")
    driver.type("\(detected.isoDate) \(detected.clock)")
    driver.press("^S")
    let changed = try real.incident()
    #expect(changed.title == "Logs are lost" && changed.severity == .major)
    #expect(changed.times.declared == .t0 && changed.times.impactBegan == Instant.t0 - .minutes(9))
    #expect(driver.words.contains("Logs are lost"))
  }

  @Test("What somebody else changed meanwhile is not written over")
  func merges() throws {
    let real = try world()
    let driver = page(real)
    driver.press("e", "^U")
    driver.type("Mine")
    try real.store.perform(EditIncident(IncidentNumber(1)) { $0.title = "Theirs" }, by: .own("bo"), at: .t0)
    driver.press("^S")
    #expect(driver.words.contains("somebody has changed the title meanwhile"))
    #expect(try real.incident().title == "Theirs" && driver.text.contains("Mine"))
  }

  @Test("C takes command at once, and the timeline says so")
  func command() throws {
    let real = try world()
    let driver = page(real, as: "bo")
    driver.press("C")
    #expect(try real.incident().roles.commander == "bo")
    #expect(driver.words.contains("commander: ana, now bo"))
    driver.press("C")
    #expect(driver.words.contains("you command it already"))
  }

  @Test("A status update is drafted, kept, and sent after a question whose answer is no by itself")
  func updates() throws {
    let real = try world()
    let driver = page(real)
    driver.press("S")
    #expect(driver.words.contains("there is no draft: s writes one"))
    driver.press("s")
    driver.type("Logs have gaps.")
    driver.press("Enter")
    #expect(driver.words.contains("status update 1 is drafted (u undoes it)"))
    driver.press("Tab")
    #expect(driver.words.contains("draft 1 Logs have gaps."))
    driver.press("S", "s", "Enter")
    #expect(try real.store.read { try $0.updates(of: IncidentNumber(1)).first?.sent } == nil)
    driver.press("S", "w")
    driver.type(" All apps run.")
    driver.press("Enter", "S", "s", "y")
    let sent = try #require(try real.store.read { try $0.updates(of: IncidentNumber(1)).first })
    #expect(sent.text == "Logs have gaps. All apps run." && sent.sent != nil)
    driver.press("Tab")
    #expect(driver.line("All apps run.").contains("update"))
  }

  @Test("r starts a run for it; the run says what it is for, and leads back by one key")
  func remedy() throws {
    let real = try world()
    let driver = page(real)
    driver.press("r")
    #expect(driver.words.contains("which checklist is the remedy by?"))
    driver.press("Enter")
    #expect(driver.line("incident").contains("1"))
    let order = RunOrder(
      checklist: RealStore.starter, environment: "staging", artifact: .release, pair: ["ana", "bo"],
      parameters: ["commit": "abcdef1"], incident: 1)
    let run = try real.store.perform(StartRun(order), by: .own("ana"), at: .t0)
    let other = page(real)
    #expect(other.words.contains("run \(run)"))
    other.press("Tab", "g g", "Enter")
    #expect(other.app.topScreen(RunScreen.self)?.number == run && other.words.contains("for incident 1 sev 1"))
    other.press("T")
    #expect(other.app.topScreen(IncidentScreen.self)?.number == IncidentNumber(1))
  }

  @Test("Runs are linked and unlinked, and that it happened before is a link that a person makes")
  func links() throws {
    let real = try world()
    let run = try real.startRun()
    try real.burn("Again", at: .t0 + .minutes(1))
    let driver = Driver(real: real)
    driver.press("g i", "Enter", "L", "c")
    driver.type("\(run)")
    driver.press("Enter", "L", "i", "1")
    let number = IncidentNumber(2)
    #expect(try real.store.read { try $0.runs(of: number) } == [IncidentRun(run, .caused)])
    #expect(try real.store.read { try $0.recurrences(of: number) } == [.incident(IncidentNumber(1))])
    driver.press("Tab")
    #expect(driver.words.contains("run \(run) caused") && driver.words.contains("it is incident 1 again"))
    driver.press("L", "n")
    driver.type("\(run)")
    driver.press("Enter", "L", "w", "1")
    #expect(try real.store.read { try $0.runs(of: number) } == [])
    #expect(try real.store.read { try $0.recurrences(of: number) } == [])
    driver.press("L", "c")
    driver.type("99")
    driver.press("Enter")
    #expect(driver.words.contains("no run 99"))
  }

  @Test("A lesson and an item of it know where they come from")
  func comes() throws {
    let real = try world()
    let driver = page(real)
    driver.press("l")
    #expect(driver.line("incident ").contains("1"))
    driver.press("Esc")
    driver.press("#")
    driver.type("Scale them together")
    driver.press("^S")
    #expect(try real.store.read { try $0.item(ItemNumber(1)) }.links == [ItemLink(.incident, "1")])
  }

  @Test("R leads to its retro, which Enter opens where there is none")
  func retro() throws {
    let real = try world()
    let driver = page(real)
    driver.press("R")
    #expect(try real.store.read { try $0.retro(of: IncidentNumber(1)) } == nil)
    driver.press("Enter")
    #expect(try real.store.read { try $0.retro(of: IncidentNumber(1)) } != nil)
    #expect(driver.words.contains("What happened?"))
    driver.press("Esc", "R")
    #expect(driver.words.contains("What happened?"))
  }

  @Test("Hostile and wide text breaks no column, in any size", arguments: [(60, 16), (80, 24), (160, 50)])
  func hostile(size: (Int, Int)) throws {
    let real = try RealStore()
    let nasty = "日本語\u{1B}[2J\u{202E}evil " + String(repeating: "x", count: 400) + "\nsecond\tline"
    try real.burn(nasty, roles: IncidentRoles(commander: "ana", called: ["bo", "cy"]), note: nasty)
    let driver = Driver(real: real, width: size.0, height: size.1)
    for keys in ["g t", "g i", "Enter", "Tab", "e"] {
      driver.press(keys)
      for line in driver.lines {
        #expect(line.displayWidth <= size.0 && visible(line) == line, "\(keys)")
      }
    }
  }
}
