import Domain
import Foundation
import Testing

extension Desk {
  /// The pair hands over in three days, whatever day it is: not while a test runs, nor within the hour before it, in which
  /// the handoff waits for signatures.
  func handOverInThreeDays() throws {
    let before = CivilTime(Instant(Date()) - .seconds(4 * 86_400), in: .gmt)
    try must("pair rota 'every 7 days from \(before.isoDate) 10:00'")
  }
}

@Suite("Figures, the stand-up, and whom to call, on the command line")
struct PairFiguresTests {
  private static func desk() throws -> Desk {
    let desk = try Desk.ready()
    try desk.handOverInThreeDays()
    for name in ["cy", "dan", "eve"] { try desk.must("person add \(name) --name \(name)") }
    try desk.must("pair roster add ana bo cy dan eve --team platform")
    try desk.must("pair plan --weeks 6 --apply")
    return desk
  }

  private func people(_ value: Any?) -> [String] { value as? [String] ?? [] }

  @Test("Components are added, changed, listed and removed, and undo takes it back")
  func components() throws {
    let desk = try Self.desk()
    try desk.must("pair component add router cy ana --note 'Ask for the trace id'")
    try desk.must("pair component add uaa bo")
    let list = try desk.must("pair component --json").list
    #expect(list.map { $0["component"] as? String } == ["router", "uaa"])
    #expect(people(list[0]["developers"]) == ["cy", "ana"] && list[0]["team"] as? String == "platform")
    #expect(try desk.must("pair component list").output.contains("Ask for the trace id"))
    try desk.must("pair component edit router dan cy --note ''")
    #expect(people(try desk.must("pair component --json").list[0]["developers"]) == ["dan", "cy"])
    try desk.must("pair component remove uaa")
    #expect(try desk.must("pair component --json").list.count == 1)
    try desk.must("undo")
    #expect(try desk.must("pair component --json --team platform").list.count == 2)
    try desk.must("verify")
  }

  @Test("Whom to call comes with a reason and a clock, who is away last")
  func call() throws {
    let desk = try Self.desk()
    let now = try desk.must("pair show --team platform --json").object["now"] as? [String: Any]
    let pair = people(now?["pair"])
    let on = try #require(pair.first)
    let off = ["ana", "bo", "cy", "dan", "eve"].filter { !pair.contains($0) }
    let (away, others) = (off[0], off.dropFirst().map { $0 })
    try desk.must("pair component add router \(away) \(others[0]) \(on)")
    try desk.must("pair out 2020-01-01..2099-12-31 --who \(away) --reason 'far away'")
    let order = try desk.must("pair call router --json").object
    let developers = order["developers"] as? [[String: Any]] ?? []
    #expect(developers.map { $0["who"] as? String } == [on, others[0], away])
    #expect(developers[0]["reason"] as? String == "on-duty" && developers[0]["until"] is String)
    #expect(developers[2]["reason"] as? String == "away" && developers[2]["absence"] as? String == "far away")
    #expect(developers[1]["timeZone"] as? String == "UTC" && developers[1]["until"] is NSNull)
    let text = try desk.must("pair call router").output
    #expect(text.contains("on duty until") && text.contains(": far away") && text.contains(" UTC"))
  }

  @Test("What is no component, or cannot be one, is refused with its exit code, and nothing is written")
  func refused() throws {
    let desk = try Self.desk()
    try desk.must("pair component add router cy")
    let head = try desk.head()
    #expect(try desk.run("pair call nix").exitCode == 66)
    #expect(try desk.run("pair component edit nix cy").exitCode == 66)
    #expect(try desk.run("pair component add uaa nobody").exitCode == 66)
    #expect(try desk.run("pair component add router cy").exitCode == 73)
    #expect(try desk.run("pair component add 'a b' cy").exitCode == 65)
    #expect(try desk.run("pair component add uaa cy cy").exitCode == 65)
    #expect(try desk.run("pair component edit router").exitCode == 64)
    #expect(try desk.run("pair load --weeks 0").exitCode == 64)
    for verb in ["load", "coverage", "stand-up"] {
      #expect(try desk.run("pair \(verb) --team none").exitCode == 66, "\(verb)")
    }
    #expect(try desk.head() == head)
  }

  @Test("The load has a bar for each, the limits that are not kept, and says what it does not know")
  func load() throws {
    let desk = try Self.desk()
    let load = try desk.must("pair load --ahead --weeks 4 --json").object
    let loads = load["loads"] as? [[String: Any]] ?? []
    #expect(loads.map { $0["who"] as? String } == ["ana", "bo", "cy", "dan", "eve"])
    #expect(loads.reduce(0) { $0 + ($1["duties"] as? Int ?? 0) } == 8)
    let warnings = load["limits"] as? [[String: Any]] ?? []
    #expect((load["warnings"] as? [String])?.count == warnings.count)
    #expect(warnings.first?["kind"] as? String == "too-few" && warnings.first?["members"] as? Int == 5)
    #expect(load["plannedUntil"] is String && load["team"] as? String == "platform")
    let text = try desk.must("pair load --ahead").output
    #expect(text.contains("platform has 5 in its rotation") && !text.contains("not known"))
    #expect(text.contains("the plan ends"))
    try desk.must("pair load")
  }

  @Test("Coverage names who never ran a checklist, who alone did, and who was never on")
  func coverage() throws {
    let desk = try Self.desk()
    try desk.must(
      "run start new-release --env staging --artifact cf-release@v205 --param version=v205 --pair ana,bo")
    let coverage = try desk.must("pair coverage --json").object
    let lines = coverage["checklists"] as? [[String: Any]] ?? []
    #expect(people(lines.first?["never"]) == ["cy", "dan", "eve"] && lines.first?["only"] is NSNull)
    #expect(people(coverage["neverOnDuty"]).count == 3)
    #expect(try desk.must("pair coverage").output.contains("2/5"))
  }

  @Test("A morning has the duty, the runs, the plans, and what waits for whom")
  func standUp() throws {
    let desk = try Self.desk()
    try desk.must(
      "run start new-release --env staging --artifact cf-release@v205 --param version=v205 --pair ana,bo")
    try desk.must("item add 'Scale the routers' --team platform --points 1 --as cy")
    let standUp = try desk.must("pair stand-up --json").object
    #expect((standUp["duty"] as? [String: Any])?["number"] as? Int == 1)
    #expect((standUp["runs"] as? [[String: Any]])?.map { $0["number"] as? Int } == [1])
    #expect((standUp["waiting"] as? [Any])?.isEmpty == true && (standUp["incidents"] as? [Any])?.isEmpty == true)
    let text = try desk.must("pair stand-up --team platform").output
    #expect(text.hasPrefix("platform, ") && text.contains("\nOn duty\n") && text.contains("  run 1, new-release v1"))
    for verb in ["pair load", "pair coverage", "pair stand-up", "pair call", "pair component", "pair component add"] {
      try desk.must("\(verb) --help")
    }
  }
}
