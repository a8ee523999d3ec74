import Foundation
import Testing

@Suite(
  "A deploy that a pair runs from two terminals, one of which is lost in the middle",
  .inTurn, .enabled(if: Logins.canBeMade, Comment(rawValue: Logins.whyNot)))
struct DeployJourneyTests {
  /// A team's store, ana and bo, a run of the checklist in staging, and the program that deploys.
  private struct Desk {
    let logins: Logins
    let programs: String
    let directory: String

    init() throws {
      logins = try Logins()
      (programs, directory) = try SimulatedBosh.install(in: logins.folder)
      let file = logins.folder("new-release.md")
      try Data(SimulatedBosh.checklist.utf8).write(to: URL(fileURLWithPath: file))
      let ana = logins.ana
      try logins.must(
        ana, "init", "--shared", logins.group, "--team", "platform", "--timezone", "UTC", "--no-starters")
      try logins.must(ana, "person", "add", "ana", "--name", "Ana", "--login", ana)
      try logins.must(ana, "person", "add", "bo", "--name", "Bo", "--login", logins.bo)
      try logins.must(ana, "team", "edit", "platform", "--command-directory", directory)
      try logins.must(ana, "checklist", "import", file)
      try logins.must(
        ana, "run", "start", "new-release", "--env", "staging", "--artifact", "cf@v205", "--pair", "ana,bo")
    }

    /// A terminal on the run.
    func terminal(_ login: String) async throws -> TerminalSession {
      let folder = URL(fileURLWithPath: logins.program).deletingLastPathComponent().path
      let terminal = try TerminalSession(
        columns: 100, rows: 30, login: login,
        environment: [
          "PRODPAIR_STORE": logins.store, "PATH": "\(programs):\(folder):/usr/bin:/bin", "HOME": logins.folder.path,
        ])
      try await terminal.run("prodpair")
      try await terminal.wait(for: "cf@v205")
      try terminal.press("Enter")
      try await terminal.wait(for: "RUN 1", "Deploy, and watch")
      return terminal
    }

    func put(_ file: String) throws { try Data().write(to: URL(fileURLWithPath: directory + "/" + file)) }

    func record() throws -> Record {
      let text = try logins.must(logins.ana, "run", "show", "1", "--json")
      return try JSONDecoder().decode(Record.self, from: Data(text.utf8))
    }
  }

  /// What this journey looks for in `run show --json`.
  private struct Record: Decodable {
    struct Step: Decodable {
      struct Execution: Decodable {
        var by: String
        var verdict: String?
      }
      struct Confirmation: Decodable { var assurance: String? }
      struct Entry: Decodable {
        var kind: String
        var reason: String?
        var by: String
      }
      var id: String
      var state: String
      var confirmation: Confirmation?
      var executions: [Execution]
      var entries: [Entry]
    }
    var state: String
    var steps: [Step]

    func step(_ id: String) -> Step? { steps.first { $0.id == id } }
  }

  /// Runs the selected step's command from the run's screen.
  private func execute(_ step: Int, on terminal: TerminalSession) async throws {
    try terminal.press("$")
    try await terminal.wait(for: "what will run for step \(step)")
    try terminal.press("Enter")
  }

  @Test("95 runners are done, the 96th fails, both see it though one's connection was lost; the next try goes through")
  func deploy() async throws {
    let desk = try Desk()
    var ana = try await desk.terminal(desk.logins.ana)
    let bo = try await desk.terminal(desk.logins.bo)

    // A check says yes, and is ticked; bo sees it.
    try await ana.wait(forStep: 1)
    try await execute(1, on: ana)
    try await ana.wait(for: "EXECUTION 1", "step 1 is done")
    try await bo.wait(for: "PRE 1/1")
    try ana.press("Escape")
    // Work goes on at the next step.
    try await ana.wait(forStep: 2, "PRE 1/1")

    // The deploy runs, and both follow it.
    try await execute(2, on: ana)
    try await ana.wait(for: "EXECUTION 2", "\(SimulatedBosh.waitsAfter)/\(SimulatedBosh.runners)", "runner_z1/39")
    try bo.press(".")
    try await bo.wait(forStep: 2, "runs since")
    try bo.press("$")
    try await bo.wait(for: "EXECUTION 2", "\(SimulatedBosh.waitsAfter)/\(SimulatedBosh.runners)", "runner_z1/39")

    // The connection is lost: the terminal is gone, with all that ran in it. The command is not.
    try ana.hangUp()
    try desk.put("go-on")
    try await bo.wait(for: "exit 1", "it says: Error 400007: 'runner_z1/95' is not running after update")
    ana = try await desk.terminal(desk.logins.ana)
    try await ana.wait(forStep: 2, "exit 1")
    #expect(try desk.record().step("deploy")?.executions.map(\.verdict) == ["no"])

    // What failed is the failing line, in two keys.
    try bo.press("x")
    try await bo.wait(for: "step 2 failed", "Error 400007")
    try bo.press("Enter")
    try await ana.wait(for: "Error 400007", "failed")

    // The port is freed, and bo runs it again.
    try desk.put("ports-moved")
    try await bo.wait(forStep: 2, "failed")
    try await execute(2, on: bo)
    try await bo.wait(for: "EXECUTION 3", "exit 0", "whether that is well, you say")
    try bo.press("Space")
    try await bo.wait(for: "step 2 done")
    try bo.type("96; 0")
    try bo.press("Enter")
    try await ana.wait(for: "waits for you to confirm")
    try ana.press("v")
    try await ana.wait(for: "Do you stand behind it?")
    try ana.press("y")
    try await ana.wait(forStep: 3, "DURING 1/1")

    try await execute(3, on: ana)
    try await ana.wait(for: "EXECUTION 4", "step 3 is done")
    try ana.press("Escape")
    try await ana.wait(for: "POST 1/1")
    try ana.press("F")
    try await ana.wait(for: "Finish run 1?")
    try ana.press("y")
    try await ana.wait(for: "COMPLETED")

    let record = try desk.record()
    let deploy = try #require(record.step("deploy"))
    #expect(record.state == "completed")
    #expect(deploy.executions.map(\.verdict) == ["no", "yes"])
    #expect(deploy.executions.map(\.by) == ["ana", "bo"])
    #expect(deploy.confirmation?.assurance == "verified")
    #expect(deploy.entries.first { $0.kind == "failed" }?.reason?.contains("port 34567 in use") == true)
    #expect(record.step("director")?.entries.last { $0.kind == "done" }?.by == "ana")
    let page = try desk.logins.must(desk.logins.bo, "run", "show", "1")
    #expect(page.contains("runner_z1/95. Failed: port 34567 in use"))
  }
}
