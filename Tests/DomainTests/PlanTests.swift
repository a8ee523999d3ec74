import Domain
import Testing

@Suite("Planned runs, and steps that return (rules 6 and 10)")
struct PlanTests {
  @Test("A planned run says so, and one begun without a plan says that")
  func planned() throws {
    #expect(try !Run.planned(.line("s")).isUnplanned)
    #expect(try Run.planned(.line("s")).entries.map(\.kind) == [.runPlanned])
    #expect(try Run.sample(.line("s")).isUnplanned)
  }

  @Test("A planned run may be moved, and stays planned")
  func moved() throws {
    var run = try Run.planned(.line("s"))
    try run.act(.move(Plan(at: .t0 + .minutes(2880))))
    #expect(run.state == .planned)
    #expect(run.entries.last?.kind == .runMoved)
    #expect(run.entries.last?.value == (.t0 + .minutes(2880)).rfc3339)
  }

  @Test("A planned run may be cancelled, with the reason on the record")
  func cancelled() throws {
    var run = try Run.planned(.line("s"))
    try run.act(.cancel(reason: "not today"))
    #expect(run.state == .cancelled)
    #expect(run.entries.last?.reason == "not today")
  }

  @Test("A planned run that starts runs from then on")
  func started() throws {
    var run = try Run.planned(.line("s"))
    let request = RunRequest(environment: .staging, artifact: .release, pair: ["ana", "bo"], plan: run.plan)
    let entries = try request.start(
      of: run.version, given: StartFacts(team: .sample), returning: [], by: .ana, at: .t0 + .minutes(1440))
    run = Run(
      number: run.number, version: run.version, team: run.team, environment: run.environment, artifact: run.artifact,
      plan: run.plan, entries: (run.entries + entries).numbered())
    #expect(run.state == .running)
    #expect(run.progress.startedAt == .t0 + .minutes(1440))
  }

  @Test("Deferred steps come back at the start of the next run, with their run and reason")
  func returning() throws {
    let request = RunRequest(environment: .staging, artifact: .release, pair: ["ana", "bo"])
    let entries = try request.start(
      of: .sample([.line("publish", .post)]), given: StartFacts(team: .sample),
      returning: [
        ReturningStep(run: RunNumber(41), step: "publish", text: "Publish the release", reason: "mirror is down"),
        ReturningStep(run: RunNumber(41), step: "gone", text: "Tidy up", reason: "no time"),
      ], by: .ana, at: .t0)
    let returned = entries.filter { $0.kind == .stepReturned }
    #expect(returned.map(\.step) == ["publish", nil])
    #expect(returned.map(\.value) == ["run 41: Publish the release", "run 41: Tidy up"])
    #expect(returned.map(\.reason) == ["mirror is down", "no time"])
  }
}
