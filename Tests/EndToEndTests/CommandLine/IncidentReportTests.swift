import Domain
import Foundation
import Store
import Testing

@Suite("prodpair incident report")
struct IncidentReportTests {
  static let hostile =
    "<script>document.body.id='ran'</script>\"><img src=http://e.example/x onerror=\"document.body.id='ran'\"> javascript:x"

  /// A desk with incident 1, on which somebody wrote what they liked.
  static func desk(title: String = "Logs are dropped") throws -> Desk {
    let desk = try Desk.ready()
    let store = try Store.open(path: desk.store, options: StoreOptions(catalogue: .prodpair))
    defer { _ = try? store.close() }
    let ana = Actor(login: "ana-of-tests", uid: 1001, person: Handle("ana"))
    let now = Instant(Date())
    func perform(_ command: some Command, minutesAgo minutes: Int64) throws {
      _ = try store.perform(command, by: ana, at: now - .minutes(minutes))
    }
    try perform(
      OpenIncident(
        IncidentDraft(
          team: TeamName("platform"), title: title, severity: .major, services: ["logs"],
          roles: IncidentRoles(commander: Handle("ana"), pair: [Handle("ana"), Handle("bo")]),
          impactBegan: now - .minutes(70), detected: now - .minutes(61))), minutesAgo: 60)
    let exhibits = [
      NoteIncident.Exhibit(.metric, title, text: title, health: .sick),
      NoteIncident.Exhibit(.log, "another", text: "fine\n\(title)", health: .healthy),
    ]
    try perform(
      NoteIncident(IncidentNumber(1), .observation, "ana saw \(title)", exhibits: exhibits), minutesAgo: 50)
    try perform(SettleIncident(IncidentNumber(1), .mitigate), minutesAgo: 20)
    try perform(SettleIncident(IncidentNumber(1), .resolve), minutesAgo: 10)
    return desk
  }

  @Test("Markdown goes to standard output, and a page to a file that is named")
  func written() throws {
    let desk = try Self.desk()
    let markdown = try desk.run("incident report 1")
    #expect(markdown.exitCode == 0)
    #expect(markdown.output.hasPrefix("# Incident 1: Logs are dropped\n"))
    let page = try desk.run("incident report 1 --html report.html")
    #expect(page.exitCode == 0 && page.output == "report.html\n")
    #expect(try desk.text("report.html").hasPrefix("<!DOCTYPE html>"))
    #expect(try desk.run("incident report 1 --html -").output == desk.text("report.html"))
    #expect(try desk.run("incident report 1 --markdown \(desk.folder.path)").exitCode == 0)
    #expect(try desk.text("incident-1.md") == markdown.output)
  }

  @Test("Without names no handle is left behind")
  func nameless() throws {
    let desk = try Self.desk()
    let text = try desk.run("incident report 1 --no-names").output
    #expect(text.contains("commander saw Logs"))
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
    #expect(!words.contains("ana") && !words.contains("bo"))
  }

  @Test(
    "A file that is there is replaced only when that is said; what can't be written is told, and nothing is left over")
  func unwritable() throws {
    let desk = try Self.desk()
    try desk.write("report.html", "mine")
    let there = try desk.run("incident report 1 --html report.html")
    #expect(there.exitCode == 73 && there.errors.contains("report.html") && there.errors.contains("--force"))
    #expect(try desk.text("report.html") == "mine")
    #expect(try desk.run("incident report 1 --html report.html --force").exitCode == 0)
    #expect(try desk.text("report.html").hasPrefix("<!DOCTYPE html>"))
    let nowhere = try desk.run("incident report 1 --markdown nowhere/report.md")
    #expect(nowhere.exitCode == 73 && nowhere.errors.contains("nowhere/report.md") && nowhere.errors.contains("folder"))
    #expect(try desk.run("incident report 1 --markdown /proc/report.md").exitCode == 73)
    let left = try FileManager.default.contentsOfDirectory(atPath: desk.folder.path)
    #expect(!left.contains { $0.contains("prodpair-new") })
  }

  @Test(
    "What makes no sense is refused",
    arguments: [
      ("incident report 7", 66), ("incident report 0", 64), ("incident report one", 64), ("incident report", 64),
      ("incident report 1 --html a --markdown b", 64), ("incident report 1 --force", 64),
      ("incident report 1 --html ''", 64),
    ])
  func refused(line: String, exitCode: Int) throws {
    #expect(try Self.desk().run(line).exitCode == Int32(exitCode))
  }

  @Test(
    "In a browser the page runs nothing, fetches nothing and has no error, and hostile text is seen",
    .enabled(if: Browser.program != nil, Comment(rawValue: Browser.whyNot)))
  func browser() throws {
    let desk = try Self.desk(title: Self.hostile)
    #expect(try desk.run("incident report 1 --html report.html").exitCode == 0)
    let seen = try Browser.open(desk.folder.appendingPathComponent("report.html").path, in: desk.folder.path)
    #expect(seen.console.isEmpty, "\(seen.console)")
    #expect(seen.requests.isEmpty, "\(seen.requests)")
    #expect(seen.document.contains("&lt;script&gt;document.body.id='ran'&lt;/script&gt;"))
    #expect(!seen.document.contains("<body id=\"ran\""))
    #expect(!seen.document.contains("<script") && !seen.document.contains("<img"))
  }

  @Test(
    "A page that runs or fetches something would be found out",
    .enabled(if: Browser.program != nil, Comment(rawValue: Browser.whyNot)))
  func planted() throws {
    let desk = try Desk()
    let page = try desk.write(
      "planted.html", "<!DOCTYPE html><body>\(Self.hostile)<script>document.body.id='ran';nothing()</script></body>")
    let seen = try Browser.open(page, in: desk.folder.path)
    #expect(!seen.console.isEmpty)
    #expect(seen.requests.contains { $0.contains("e.example") })
    #expect(seen.document.contains("<body id=\"ran\""))
  }
}
