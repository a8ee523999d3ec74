import Foundation
import Testing

/// What people get wrong about duties, through the real program: each is refused with its exit code, says what is wrong and
/// where, what was left as it was and what to do; or it is taken in the way that the manual says.
@Suite("Bad input about duties")
struct DutyBadInputTests {
  /// Five people in Berlin's time, planned for six weeks.
  private static func desk() throws -> Desk {
    let desk = try Desk.ready()
    try desk.must("team edit platform --timezone Europe/Berlin")
    for name in ["cy", "dan", "eve"] { try desk.must("person add \(name) --name \(name)") }
    try desk.must("pair roster add ana bo cy dan eve")
    try desk.handOverInThreeDays()
    try desk.must("pair plan --weeks 6 --apply")
    return desk
  }

  /// The line fails so, its error has all the words, and the store is as it was.
  private func refused(_ desk: Desk, _ line: String, _ code: Int32, _ words: String...) throws {
    let head = try desk.head()
    let outcome = try desk.run(line)
    #expect(outcome.exitCode == code && outcome.output.isEmpty, "\(line): \(outcome)")
    #expect(outcome.errors.hasPrefix("prodpair: "), "\(line): \(outcome.errors)")
    for word in words { #expect(outcome.errors.contains(word), "\(line): \(outcome.errors)") }
    #expect(try desk.head() == head, "\(line)")
  }

  private func people(_ duty: [String: Any]) -> [String] { duty["pair"] as? [String] ?? [] }

  @Test("A team of one has no pair, with and without --apply")
  func teamOfOne() throws {
    let desk = try Self.desk()
    try desk.must("team add solo")
    try desk.must("pair roster add ana --team solo")
    for option in ["", " --apply"] {
      try refused(
        desk, "pair plan --team solo\(option)", 1, "two people", "only ana", "nothing was planned", "pair roster add")
    }
  }

  @Test("Rules that leave no pair are named with their reasons")
  func rules() throws {
    let desk = try Self.desk()
    try desk.must("team add two")
    try desk.must("pair roster add ana bo --team two")
    try desk.must("pair rule add never bo ana --reason 'a couple' --team two")
    try refused(
      desk, "pair plan --team two --apply", 1, "leave no pair", "ana never with bo (a couple)", "Nothing was planned",
      "pair rule remove")
  }

  @Test("A duty set by hand over another that was is refused, and names it")
  func overlapping() throws {
    let desk = try Self.desk()
    let first = try #require(
      try desk.must("pair set ana,bo --from 2031-03-03 --until 2031-03-09").lines.first)
    try refused(
      desk, "pair set cy,dan --from 2031-03-05 --until 2031-03-06", 1, "overlaps duty \(first) of ana and bo",
      "from 2031-03-05 00:00", "Nothing was changed", "pair replace \(first)")
  }

  @Test("A duty in the past is a fact and stays")
  func past() throws {
    let desk = try Self.desk()
    try refused(
      desk, "pair set ana,bo --from 2020-01-01 --until 2020-01-02", 1, "from 2020-01-01 00:00", "is over",
      "Nothing was changed")
    try refused(desk, "pair plan --from 2020-01-01 --apply", 1, "2020-01-01 is over", "Nothing was changed")
    try refused(
      desk, "pair out 2020-01-01..2020-01-05 --who ana", 1, "absence of ana", "is over", "Nothing was changed")
    try refused(desk, "pair replace 2020-01-05 --by cy", 66, "no duty of team platform", "2020-01-05", "pair plan")
  }

  @Test("A time zone that nobody knows is refused, also for a new team")
  func zone() throws {
    let desk = try Self.desk()
    for line in ["team edit platform --timezone Mars/Olympus", "team add mars --timezone Mars/Olympus"] {
      try refused(desk, line, 65, "Mars/Olympus", "no time zone", "Nothing was changed", "IANA name")
    }
  }

  @Test("A time that is typed and does not exist, or comes twice, is refused; with its offset it is taken")
  func typedHours() throws {
    let desk = try Self.desk()
    try refused(
      desk, "pair set ana,bo --from \"2031-03-30 02:30\" --until 2031-03-31", 64, "2031-03-30 02:30 does not come",
      "Europe/Berlin", "put forward", "earlier or later")
    try refused(
      desk, "pair set ana,bo --from \"2031-10-26 02:30\" --until 2031-10-27", 64, "2031-10-26 02:30 comes twice",
      "Europe/Berlin", "put back", "RFC 3339")
    let taken = try desk.must("pair set ana,bo --from 2031-10-26T02:30:00+01:00 --until \"2031-10-26 12:00\"")
    #expect(taken.errors.contains("2031-10-26 02:30 to 2031-10-26 12:00"))
  }

  /// RFC 5545, 3.3.5: a time that does not exist is read with the offset before the change, and of one that comes twice the
  /// first is meant.
  @Test(
    "A hand-over in the hour that the clocks skip or show twice is read as RFC 5545 has it, and leaves no gap",
    arguments: [("2031-03-30", "2031-03-30T01:30:00.000Z"), ("2031-10-26", "2031-10-26T00:30:00.000Z")])
  func handover(day: String, start: String) throws {
    let desk = try Self.desk()
    try desk.must("pair rota 'weekly Sun 02:30'")
    let plan = try desk.must("pair plan --from \(day) --weeks 3 --json").list
    #expect(plan.first?["start"] as? String == start)
    #expect(zip(plan, plan.dropFirst()).allSatisfy { $0["end"] as? String == $1["start"] as? String })
    #expect(plan.allSatisfy { people($0).count == 2 })
  }

  @Test("A swap with oneself, of a duty with itself, or from a duty that one is not on in")
  func swap() throws {
    let desk = try Self.desk()
    let duties = try desk.must("pair show --weeks 6 --json").list
    let (one, other) = (try #require(duties[1]["number"] as? Int), try #require(duties[3]["number"] as? Int))
    let who = try #require(people(duties[1]).first { !people(duties[3]).contains($0) })
    let stranger = try #require(["ana", "bo", "cy", "dan", "eve"].first { !people(duties[1]).contains($0) })
    try refused(
      desk, "pair swap \(one) \(other) --as \(who) --with \(who)", 1, "\(who) can't swap with \(who)",
      "Nothing was changed", "--with")
    try refused(
      desk, "pair swap \(one) \(one) --as \(who)", 1, "both are duty \(one)", "Nothing was changed", "two duties")
    try refused(
      desk, "pair swap \(one) \(other) --as \(stranger)", 1, "\(stranger) is not on in duty \(one)",
      "Nothing was changed")
  }

  @Test("Somebody who has left is not put on duty, by hand or by a plan")
  func left() throws {
    let desk = try Self.desk()
    try desk.must("pair roster add eve --leaves 2030-01-01")
    try refused(
      desk, "pair set ana,eve --from 2031-01-01 --until 2031-01-02", 1,
      "eve leaves the rotation of team platform on 2030-01-01", "Nothing was changed")
    let plan = try desk.must("pair plan --from 2031-01-06 --weeks 10 --json").list
    #expect(plan.count == 10 && !plan.contains { people($0).contains("eve") })
    try desk.must("pair roster remove dan")
    let number = try #require(try desk.must("pair show --weeks 6 --json").list[2]["number"] as? Int)
    let on = people(try desk.must("pair show --weeks 6 --json").list[2])
    try refused(
      desk, "pair replace \(number) --for \(on[0]) --by dan", 1, on.contains("dan") ? "dan" : "not in the rotation",
      "Nothing was changed")
  }

  @Test("Absences that cover everyone leave a gap that says who is away, and the plan goes on after it")
  func everybodyAway() throws {
    let desk = try Self.desk()
    for name in ["ana", "bo", "cy", "dan", "eve"] {
      try desk.must("pair out 2031-01-06..2031-01-13 --who \(name) --reason 'the off-site'")
    }
    let plan = try desk.must("pair plan --from 2031-01-06 --weeks 3 --json").list
    #expect(plan[0]["isGap"] as? Bool == true && people(plan[0]).isEmpty)
    let why = try #require(plan[0]["why"] as? String)
    #expect(why.contains("nobody is there") && why.contains("eve is away (the off-site)"))
    #expect(people(plan[2]).count == 2)
    let text = try desk.must("pair plan --from 2031-01-06 --weeks 3")
    #expect(text.output.contains("nobody"))
    try desk.must("pair plan --from 2031-01-06 --weeks 3 --apply")
    let shown = try #require(try desk.must("pair show --weeks 260 --json").list.first { $0["isGap"] as? Bool == true })
    let given = try #require(shown["why"] as? String)
    #expect(given.contains("nobody is there"))
    #expect(try desk.must("pair show --weeks 260").output.contains(given), "text and JSON say the same")
  }
}
