import Domain
import Foundation
import Store
import Testing

@Suite("`pair handoff`, on the command line")
struct HandoffCommandTests {
  /// A duty under way, and the one after it.
  ///
  /// - Parameter days: how long ago they were planned: then the duty has begun before the present minute.
  private static func desk(plannedBefore days: Int64 = 0) throws -> (Desk, going: [String], coming: [String]) {
    let desk = try Desk.ready()
    for name in ["cy", "zoe"] { try desk.must("person add \(name) --name \(name)") }
    try desk.must("pair roster add ana bo cy")
    if days > 0 {
      let store = try Store.open(path: desk.store, options: StoreOptions(catalogue: .prodpair))
      defer { try? store.close() }
      let actor = Actor(login: "root", uid: 0)
      let then = Instant(Date()) - .seconds(days * 86_400)
      // A fortnight from that day on, whatever day of the week it is.
      let pattern = try DutyPattern(typed: "every 14 days from \(CivilTime(then, in: .gmt).isoDate) 00:00")
      try store.perform(SetRota(pattern, of: TeamName("platform")), by: actor, at: then)
      try store.perform(PlanDuties(TeamName("platform"), weeks: 3), by: actor, at: then)
    } else {
      try desk.handOverInThreeDays()
      try desk.must("pair plan --weeks 3 --apply")
    }
    let duties = try desk.must("pair show --weeks 5 --json").list.map { $0["pair"] as? [String] ?? [] }
    return (desk, duties[0], duties[1])
  }

  @Test("It shows what happened in the duty, takes a note, and is signed by both pairs")
  func signed() throws {
    let (desk, going, coming) = try Self.desk()
    try desk.must("run start new-release --env staging --artifact cf-release@v204 --pair ana,bo --param version=v204")
    try desk.must("run abort 1 --reason 'wrong version'")
    try desk.must(Samples.start)
    try desk.must("run defer 2 final-release --reason 'no lab'")
    try desk.must("pair toil 25 'restarted the log drain'")
    let shown = try desk.must("pair handoff --json").object
    #expect((shown["runs"] as? [[String: Any]])?.map { $0["number"] as? Int } == [2])
    #expect((shown["deferred"] as? [[String: Any]])?.first?["step"] as? String == "final-release")
    #expect(shown["toilMinutes"] as? Int == 25 && shown["isSigned"] as? Bool == false)
    #expect(shown["outgoing"] as? [String] == going && shown["incoming"] as? [String] == coming)
    try desk.must("pair handoff --note 'Watch z1.' --as \(going[0])")
    let people = Set(going + coming)
    for who in people.sorted() { try desk.must("pair handoff now --sign --as \(who)") }
    let signed = try desk.must("pair handoff 1 --json").object
    #expect(signed["isSigned"] as? Bool == true && signed["note"] as? String == "Watch z1.")
    let signatures = signed["signatures"] as? [[String: Any]] ?? []
    #expect(signatures.count == people.count && signatures.allSatisfy { $0["verified"] as? Bool == false })
    let text = try desk.must("pair handoff").output
    #expect(text.contains("not verified") && text.contains("Watch z1.") && text.contains("25 min"))
    #expect(try desk.must("pair handoff --markdown").output.contains("## Runs in flight"))
    try desk.must("undo")
    try desk.must("verify")
  }

  @Test("A duty that was cut in the middle is handed over to its other part")
  func cut() throws {
    let (desk, going, _) = try Self.desk(plannedBefore: 1)
    let other = try #require(["ana", "bo", "cy"].first { !going.contains($0) })
    try desk.must("pair take --for \(going[0]) --as \(other)")
    let handoff = try desk.must("pair handoff last --json").object
    #expect(handoff["outgoing"] as? [String] == going)
    #expect(Set(handoff["incoming"] as? [String] ?? []) == [other, going[1]])
    let now = try desk.must("pair handoff --as \(other)")
    #expect(now.errors.contains("waits for you: prodpair pair handoff 1 --sign"))
  }

  @Test("Signed too early, twice or by a stranger, or noted when it is signed: each refused, and nothing is written")
  func refused() throws {
    let (desk, going, _) = try Self.desk()
    try desk.must("pair handoff --sign --as \(going[0])")
    let head = try desk.head()
    for (line, code, says) in [
      ("pair handoff next --sign --as \(going[0])", 1, "has not begun"),
      ("pair handoff --sign --as \(going[0])", 1, "has signed"), ("pair handoff --sign --as zoe", 1, "none of them"),
      ("pair handoff --note late --as \(going[0])", 1, "stays as it is"),
      ("pair handoff next --note early", 1, "has not begun"), ("pair handoff 99", 66, "no duty 99"),
      ("pair handoff last", 66, "no duty"), ("pair handoff --json --markdown", 64, "two forms"),
    ] as [(String, Int32, String)] {
      let outcome = try desk.run(line)
      #expect(outcome.exitCode == code && outcome.errors.contains(says), "\(line): \(outcome)")
      #expect(outcome.output.isEmpty)
    }
    #expect(try desk.head() == head)
  }
}
