import Foundation
import Testing

@Suite("`pair`, on the command line")
struct PairTests {
  /// Five people in the rotation; the clocks of the machine are the real ones, so the days lie far ahead.
  private static func desk(_ zone: String = "UTC") throws -> Desk {
    let desk = try Desk.ready()
    try desk.must("team edit platform --timezone \(zone)")
    for name in ["cy", "dan", "eve"] { try desk.must("person add \(name) --name \(name)") }
    try desk.must("pair roster add ana bo cy dan eve --team platform")
    return desk
  }

  private func people(_ value: Any?) -> [String] { value as? [String] ?? [] }

  /// A Monday that lies ahead.
  private static let monday = "2030-12-02"

  @Test("The line of the contract: ten weeks, one carries over, and nothing is written without --apply")
  func contract() throws {
    let desk = try Self.desk()
    let head = try desk.head()
    let line = "pair plan --team platform --from \(Self.monday) --weeks 10"
    let plan = try desk.must("\(line) --json").list
    #expect(plan.count == 10 && plan.first?["start"] as? String == "2030-12-02T10:00:00.000Z")
    for (one, next) in zip(plan, plan.dropFirst()) {
      #expect(one["end"] as? String == next["start"] as? String)
      #expect(Set(people(one["pair"])).intersection(people(next["pair"])).count == 1)
    }
    #expect(Set(plan.map { Set(people($0["pair"])) }).count == 10, "all ten pairs of five")
    #expect((plan.first?["why"] as? String)?.hasPrefix("never paired") == true)
    #expect(try desk.head() == head)
    let applied = try desk.must("\(line) --apply --json").list
    #expect(applied.map { people($0["pair"]) } == plan.map { people($0["pair"]) })
    #expect(try desk.head() != head)
    let (again, shown) = (try desk.head(), try desk.must("\(line) --apply").output)
    #expect(try desk.head() == again && shown.contains("never paired"))
  }

  @Test("The matrix tells who has met, and the calendar of a team or a person has their duties, lines ended by CRLF")
  func matrixAndCalendar() throws {
    let desk = try Self.desk()
    try desk.must("pair plan --from \(Self.monday) --weeks 6 --apply")
    let matrix = try desk.must("pair matrix")
    for name in ["ana", "bo", "cy", "dan", "eve"] { #expect(matrix.output.contains(name)) }
    let calendar = try desk.must("pair ics --team platform").output
    #expect(calendar.hasPrefix("BEGIN:VCALENDAR\r\n") && calendar.hasSuffix("END:VCALENDAR\r\n"))
    #expect(calendar.components(separatedBy: "BEGIN:VEVENT").count == 7)
    let own = try desk.must("pair ics --person ana").output
    #expect((2...6).contains(own.components(separatedBy: "BEGIN:VEVENT").count))
    #expect(own.contains("ATTENDEE"))
    #expect(try desk.run(["pair", "ics", "--person", "nobody"]).exitCode == 66)
  }

  @Test("--what-if shows what would be different, and writes nothing")
  func whatIf() throws {
    let desk = try Self.desk()
    try desk.must("pair plan --from \(Self.monday) --weeks 6 --apply")
    let head = try desk.head()
    let plan = try desk.must("pair plan --from \(Self.monday) --weeks 6 --json").list
    let who = try #require(people(plan[2]["pair"]).first)
    let outcome = try desk.run([
      "pair", "plan", "--from", Self.monday, "--weeks", "6", "--what-if", "out:\(who) 2030-12-16..2030-12-22", "--json",
    ])
    let changed = try #require(
      outcome.list.first { $0["start"] as? String == plan[2]["start"] as? String }, "\(outcome)")
    #expect(people(changed["was"]).contains(who) && changed["why"] as? String != nil)
    #expect(!people(changed["pair"]).contains(who))
    #expect(outcome.list.allSatisfy { Set(people($0["pair"])) != Set(people($0["was"])) }, "only what differs")
    #expect(try desk.head() == head)
    let text = try desk.run([
      "pair", "plan", "--from", Self.monday, "--what-if", "out:\(who) 2030-12-16..2030-12-22",
    ])
    #expect(text.output.contains("duties would change:") && text.output.contains(" -> "))
    let none = try desk.run([
      "pair", "plan", "--from", Self.monday, "--weeks", "6", "--json", "--what-if", "out:\(who) 2040-01-01",
    ])
    #expect(none.exitCode == 0 && none.json as? [String] == [])
    #expect(try desk.run("pair plan --what-if never:ana,bo --apply").exitCode == 64)
  }

  @Test("The board has all teams with what is wrong, and limits that are not kept are warned of, never refused")
  func board() throws {
    let desk = try Self.desk()
    try desk.must("team add router")
    try desk.must("pair roster add cy dan --team router")
    let plan = try desk.must("pair plan --team platform --weeks 8 --apply")
    #expect(plan.errors.contains("warning: platform has 5 in its rotation"))
    let shown = try desk.run("pair plan --team router --weeks 14")
    #expect(shown.exitCode == 0 && shown.errors.contains("cy will be on duty 100 % of the next 13 weeks, above 25 %"))
    let board = try desk.must("pair board --json").list
    #expect(board.map { $0["team"] as? String } == ["platform", "router"])
    #expect((board[0]["now"] as? [String: Any])?["pair"] != nil && board[0]["isOutOfHours"] as? Bool == false)
    #expect((board[0]["problems"] as? [Any])?.isEmpty == true && (board[0]["warnings"] as? [String])?.isEmpty == false)
    let problem = (board[1]["problems"] as? [[String: Any]])?.first
    #expect(
      problem?["text"] as? String == "nobody is planned for router" && problem?["teams"] as? [String] == ["router"])
    let text = try desk.must("pair board").output
    #expect(text.hasPrefix("TEAM") && text.contains("nobody is planned for router: "))
    let own = try desk.must("pair show --team platform --json").object
    #expect((own["warnings"] as? [String])?.first?.hasPrefix("platform has 5") == true)
    #expect(try desk.must("pair show --team platform").errors.hasPrefix("warning: "))
  }

  @Test("An iteration that is said to be off duty is, though duties are planned, until it is said to be on")
  func offDuty() throws {
    let desk = try Self.desk()
    try desk.must("item add Feature --team platform --type feature --points 5")
    func strengths() throws -> [Int] {
      let parts = try desk.must("item iterations --team platform --json").object["iterations"] as? [[String: Any]]
      return (parts ?? []).compactMap { $0["strength"] as? Int }
    }
    try desk.must("pair plan --team platform --weeks 8 --apply")
    #expect(try strengths().allSatisfy { $0 == 80 })
    let first = try #require(
      (try desk.must("item iterations --team platform --json").object["iterations"] as? [[String: Any]])?.first?[
        "first"]
        as? String)
    let said = try desk.must("item settings --team platform --off-duty \(first)").output
    #expect(said.contains("\(first): 100 %, off production duty"))
    #expect(try strengths().first == 100)
    try desk.must("item settings --team platform --on-duty \(first)")
    #expect(try strengths().first == 80)
  }

  @Test("Set, take, replace, swap and out, each with who is on then")
  func changes() throws {
    let desk = try Self.desk()
    try desk.handOverInThreeDays()
    try desk.must("pair plan --weeks 8 --apply")
    var all = try desk.must("pair show --weeks 8 --json").list
    let now = try desk.must("pair show --team platform --json").object
    #expect((now["now"] as? [String: Any])?["number"] as? Int == all[0]["number"] as? Int)
    #expect((now["next"] as? [String: Any])?["number"] as? Int == all[1]["number"] as? Int)
    #expect(try desk.must("pair show --json").list.count == 1)
    #expect(try desk.must("pair show").output.contains("now"))

    let running = people(all[0]["pair"])
    let other = try #require(["ana", "bo", "cy", "dan", "eve"].first { !running.contains($0) })
    let taken = try desk.must("pair take --for \(running[0]) --as \(other) --reason ill")
    #expect(taken.output.contains(other) && taken.output.hasPrefix("duty "))
    let after = try desk.must("pair show --team platform --json").object["now"] as? [String: Any]
    #expect(people(after?["pair"]).contains(other) && !people(after?["pair"]).contains(running[0]))

    all = try desk.must("pair show --weeks 8 --json").list
    let (one, two) = (all[3], all[5])
    let who = try #require(people(one["pair"]).first { !people(two["pair"]).contains($0) })
    let with = try #require(people(two["pair"]).first { !people(one["pair"]).contains($0) })
    let numbers = [one, two].compactMap { $0["number"] as? Int }
    try desk.must("pair swap \(numbers[0]) \(numbers[1]) --as \(who) --with \(with) --reason party")
    let swapped = try desk.must("pair show --weeks 8 --json").list
    #expect(people(swapped[3]["pair"]).contains(with) && people(swapped[5]["pair"]).contains(who))
    #expect((swapped[3]["why"] as? String)?.contains("\(with) for \(who) (party)") == true)
    #expect(
      try desk.must("pair show --person \(with) --weeks 8 --json").list.contains { $0["number"] as? Int == numbers[0] })

    let third = try #require(["ana", "bo", "cy", "dan", "eve"].first { !people(swapped[3]["pair"]).contains($0) })
    try desk.must("pair replace \(numbers[0]) --for \(with) --by \(third)")
    try desk.must("undo")
    let set = try desk.must("pair set ana,bo --from 2030-12-04 --until 2030-12-05 --reason 'the move'")
    #expect(Int(set.lines.first ?? "") != nil)
    let out = try desk.must("pair out 2030-12-04..2030-12-05 --who ana --reason ill")
    #expect(out.lines == ["1"] && out.errors.contains("ana is on duty then") && out.errors.contains("ana, bo"))
    #expect(try desk.must("pair out --list --json").list.first?["end"] as? String == "2030-12-06T00:00:00.000Z")
    try desk.must("pair out --back 1")
    #expect(try desk.must("pair out --list --json").list.isEmpty)
    let released = try desk.must("pair set --release \(set.lines.first ?? "")")
    #expect(released.output.contains("ana, bo") && released.errors.contains("the next plan may change it"))
    let before = try desk.must("pair set ana,bo --from 2020-12-04 --until 2030-12-20")
    #expect(before.errors.contains("what is over stays as it was: it begins now"))
    try desk.must("verify")
  }

  @Test("Rotation, rules, hand-overs and toil are set and shown")
  func settings() throws {
    let desk = try Self.desk()
    try desk.must("pair roster add cy --experience novice --joins 2031-01-01 --most-duties 2")
    let roster = try desk.must("pair roster --json").list
    #expect(roster.map { $0["person"] as? String } == ["ana", "bo", "cy", "dan", "eve"])
    #expect(roster[2]["experience"] as? String == "novice" && roster[2]["joins"] as? String == "2031-01-01")
    try desk.must("pair rule add never bo ana --reason 'a couple'")
    #expect(try desk.must("pair rule --json").list.first?["pair"] as? [String] == ["ana", "bo"])
    #expect(try desk.must("pair rule").output.contains("a couple"))
    try desk.must("pair rule remove ana bo")
    try desk.must("pair roster remove eve")
    try desk.must("pair rota 'daily 08:00, 20:00'")
    #expect(try desk.must("pair rota --json").object["pattern"] as? String == "daily 08:00, 20:00")
    #expect(try desk.must("pair plan --from \(Self.monday) --weeks 1 --json").list.count == 14)
    #expect(try desk.must("pair toil 25 'Rotate the certificates' --as ana").lines == ["1"])
    let toil = try desk.must("pair toil --days 1 --json").list
    #expect(toil.first?["minutes"] as? Int == 25 && toil.first?["person"] as? String == "ana")
    #expect(try desk.must("pair toil --days 1").output.contains("Rotate the certificates"))
    for verb in ["pair", "pair roster", "pair roster list", "pair rule", "pair rule list", "pair rota"] {
      try desk.must("\(verb) --help")
    }
  }

  @Test("A run that names no pair is of the two who are on duty")
  func run() throws {
    let desk = try Self.desk()
    try desk.handOverInThreeDays()
    try desk.must("pair plan --weeks 2 --apply")
    let pair = people((try desk.must("pair show --team platform --json").object["now"] as? [String: Any])?["pair"])
    try desk.must("run start new-release --env staging --artifact cf-release@v205 --param version=v205")
    #expect(Set(people(try desk.must("run show 1 --json").object["pair"])) == Set(pair))
  }

  @Test("Bad input: each has its exit code, names what is wrong, and writes nothing")
  func badInput() throws {
    let desk = try Self.desk("Europe/Berlin")
    try desk.must("team add solo")
    try desk.must("pair roster add ana --team solo")
    try desk.must("pair plan --weeks 6 --apply --team platform")
    try desk.must("pair roster add eve --team platform --leaves 2030-01-01")
    let all = try desk.must("pair show --weeks 6 --json").list
    let next = try #require(all[2]["number"] as? Int)
    let on = people(all[2]["pair"])
    let head = try desk.head()
    for (line, code, says) in [
      ("pair plan --team solo", 1, "only ana"), ("pair plan --team none", 66, "none"),
      ("pair plan --team platform --weeks 0", 65, "weeks"),
      ("pair plan --team platform --from 2020-01-01 --apply", 1, "2020-01-01 is over"),
      ("pair plan --team platform --from soon", 65, "soon"),
      ("pair plan --team platform --what-if nonsense", 64, "nonsense"),
      ("pair plan --team platform --what-if \"out:zed 2030-01-01\"", 1, "zed is not in the rotation"),
      ("pair set ana,bo --team platform --from \"2031-03-30 02:30\" --until 2031-03-31", 64, "clocks are put forward"),
      ("pair set ana,bo --team platform --from \"2031-10-26 02:30\" --until 2031-10-27", 64, "comes twice"),
      ("pair set ana,bo --team platform --from 2020-01-01 --until 2020-01-02", 1, "is over"),
      ("pair set ana,bo --team platform --from 2031-01-02 --until 2031-01-01", 65, "before it begins"),
      ("pair set ana --team platform --from 2031-01-01 --until 2031-01-02", 65, "two people"),
      ("pair set ana,ana --team platform --from 2031-01-01 --until 2031-01-02", 65, "twice"),
      ("pair set ana,eve --team platform --from 2031-01-01 --until 2031-01-02", 1, "eve leaves the rotation"),
      ("pair swap \(next) \(next) --as \(on[0])", 1, "two duties"),
      ("pair swap \(next) 1 --as \(on[0]) --with \(on[0])", 1, "can't swap with"),
      ("pair swap \(next) 99 --as \(on[0])", 66, "no duty 99"),
      ("pair replace \(next) --for \(on[0]) --by \(on[1])", 1, "already"),
      ("pair replace \(next) --by ana --for zed", 1, ""),
      ("pair take --team solo --as ana", 66, "no duty of team solo"),
      ("pair out 2020-01-01 --who ana", 1, "over"), ("pair out --back 9", 66, "no absence 9"),
      ("pair out 2030-01-02..2030-01-01 --who ana", 65, "before it begins"), ("pair out", 64, "say when"),
      ("pair set --release 999", 66, "no duty 999"), ("pair set --release \(next)", 1, "not set by hand"),
      ("pair set --release 1 --reason x", 64, "nothing else"), ("pair set ana,bo", 64, "say who"),
      ("pair toil 0 x --team platform", 65, "minutes"), ("pair toil -5 x --team platform", 65, "1 to 1440"),
      ("pair toil 5 x --itm 3 --team platform", 64, "no option --itm"), ("pair toil --team platform", 64, "minutes"),
      ("pair rota sometimes --team platform", 65, "no pattern"),
      ("pair rule add never ana ana --team platform", 1, "two people"),
      ("pair rule add never ana zed --team platform", 66, "zed"),
      ("pair rule remove ana bo --team platform", 66, "no rule"),
      ("pair roster add zed --team platform", 66, "zed"), ("pair roster remove zed --team platform", 66, "zed"),
      ("pair roster add ana --joins soon --team platform", 65, "soon"),
    ] as [(String, Int32, String)] {
      let outcome = try desk.run(line)
      #expect(outcome.exitCode == code, "\(line): \(outcome)")
      #expect(outcome.errors.hasPrefix("prodpair: "), "\(line): \(outcome.errors)")
      #expect(says.isEmpty || outcome.errors.contains(says), "\(line): \(outcome.errors)")
      #expect(outcome.output.isEmpty, "\(line): \(outcome.output)")
    }
    #expect(try desk.head() == head)
    let edit = try desk.run("team edit platform --timezone Mars/Olympus")
    #expect(edit.exitCode == 65 && edit.errors.contains("no time zone"))
  }
}
