import Domain
import Testing

@Suite("What on a run waits for somebody")
struct NeedsTests {
  private let steps: [Step] = [.line("tell", .pre), .killer("deploy"), .line("look", .post)]

  @Test("Somebody who is not of the pair needs to do nothing")
  func stranger() throws {
    #expect(try Run.begun(steps).needs(of: "zed").isEmpty)
  }

  @Test("Work goes on with the step that one has claimed, else with the first that is not settled")
  func goesOn() throws {
    var run = try Run.begun(steps)
    #expect(run.needs(of: "ana") == [.goOn("tell")])
    try run.tick("tell")
    try run.act(.start("deploy"), by: .own("bo"))
    #expect(run.needs(of: "bo") == [.goOn("deploy")])
  }

  @Test("A killer step that the other did waits for me; for the one who did it nothing does")
  func confirms() throws {
    var run = try Run.begun([.killer("deploy")])
    try run.tick("deploy")
    #expect(run.needs(of: "bo") == [.confirm("deploy", doneBy: "ana")])
    #expect(run.needs(of: "ana").isEmpty)
    try run.act(.confirm("deploy"), by: .own("bo"))
    #expect(run.needs(of: "ana") == [.finish])
  }

  @Test("Reasons are asked of the one who owes them, and a paused run is to be resumed")
  func owes() throws {
    var run = try Run.begun(steps)
    try run.act(.settle("tell", Settlement(.skipped, reason: .owed)), by: .own("bo"))
    try run.act(.pause(reason: nil))
    #expect(run.needs(of: "bo") == [.giveReasons(["tell"]), .resume])
    #expect(run.needs(of: "ana") == [.resume])
  }

  @Test("What went on without the other is theirs to countersign, also when the run is over")
  func countersigns() throws {
    var run = try Run.begun([.killer("deploy")])
    try run.tick("deploy")
    try run.act(.goOnWithoutPartner("deploy", reason: "bo is on a plane"))
    try run.act(.finish)
    #expect(run.needs(of: "bo") == [.countersign("deploy", doneBy: "ana")])
    #expect(run.needs(of: "ana").isEmpty)
  }
}
