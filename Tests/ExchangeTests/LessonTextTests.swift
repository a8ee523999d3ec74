import Domain
import Testing

@testable import Exchange

@Suite("Lessons, blame and yield as text and JSON")
struct LessonTextTests {
  private static let lesson = Lesson(
    number: LessonNumber(12), checklist: ChecklistName("new-release"), text: "Ports\u{1B}[2J clash",
    source: .redline(RunNumber(42)), step: StepID("deploy"),
    edit: .add(text: "Check the ports", body: "```sh\nss -tln\n```", .after(StepID("deploy"))), base: 7,
    recurrenceOf: LessonNumber(3), by: Handle("ana"), at: Sample.start)
  private static let settled: Lesson = {
    var settled = lesson
    settled.fate = LessonFate(
      .folded(version: 8, step: StepID("check-the-ports")), by: Handle("bo"), at: Sample.after(90))
    return settled
  }()
  private static let now = Sample.after(12 * 24 * 60 + 5)

  /// Whatever `lesson show` may print.
  static let showJSON = LessonShowJSON.json(
    LessonRecord(
      LessonTrail(settled, incident: 9), latest: 8,
      conflict: .changed(
        StepID("deploy"), .text, EditConflict.Sides(then: "Deploy", now: "Deploy all", proposed: "Deploy it"))),
    changes: [])
  static let blameJSON = BlameJSON.json([
    BlamedLine(number: 1, text: "x", version: version, step: nil, trails: [LessonTrail(settled)])
  ])
  static let version = VersionSummary(
    reference: VersionReference(checklist: ChecklistName("new-release"), number: 8), sha256: "a", parent: 7,
    author: Handle("ana"), reason: "ports", madeAt: Sample.start)

  static func stats() throws -> ChecklistStats {
    let advice = Advice(.neverFails, step: StepID("deploy"), text: "Does step 4 earn its place?", evidence: "5 runs")
    var yields = StepYields(of: Sample.version)
    yields.add(try Sample.full())
    return ChecklistStats(version: Sample.version, runs: 1, yields: yields.inOrder, advice: [advice])
  }

  @Test("Ages are told in one word")
  func ages() {
    let ages = [0, 5, 61, 24 * 60, 90 * 24 * 60].map { AgeText.text(since: Sample.start, at: Sample.after($0)) }
    #expect(ages == ["now", "5m", "1h", "1d", "90d"])
    #expect(AgeText.text(since: Sample.after(5), at: Sample.start) == "now")
  }

  @Test("The list has ages and states, and no cursor is moved by it")
  func list() {
    #expect(
      LessonListText.text([Self.settled, Self.lesson], at: Self.now) == """
        LESSON  AGE  CHECKLIST    FROM               BY   STATE      LEARNED
            12  12d  new-release  redline in run 42  ana  folded v8  Ports␛[2J clash
            12  12d  new-release  redline in run 42  ana  open       Ports␛[2J clash

        """)
    #expect(LessonListText.text([], at: Self.now) == "")
  }

  @Test("A lesson as text: source, proposal, what it runs into, what came back")
  func show() {
    var again = Self.lesson
    again.number = LessonNumber(15)
    let sides = EditConflict.Sides(then: "Deploy", now: "Deploy all", proposed: "")
    let record = LessonRecord(
      LessonTrail(Self.lesson, incident: 9), latest: 8, recurrenceOf: Self.settled, recurrences: [again],
      conflict: .changed(StepID("deploy"), .text, sides), problem: "the text of step deploy has changed since v7")
    #expect(
      LessonShowText.text(record, in: .utc, at: Self.now) == """
        lesson 12 (open, 12d)
          checklist   new-release
          learned     Ports␛[2J clash
          source      redline in run 42 (incident 9)
          by          ana, 2026-12-07 08:30 UTC
          step        deploy
          proposed    after deploy: "Check the ports", for v7
                      | ```sh
                      | ss -tln
                      | ```
          again       lesson 12, folded v8: Ports␛[2J clash
          came back   lesson 15, redline in run 42: Ports␛[2J clash
          conflict    the text of step deploy has changed since v7
                      | v7         Deploy
                      | v8         Deploy all
                      | lesson 12  (remove it)
                      |

        """)
    let fate = LessonShowText.text(LessonRecord(LessonTrail(Self.settled), latest: 8), in: .utc, at: Self.now)
    #expect(fate.contains("fate        folded into v8, carried by check-the-ports\n"))
    #expect(!fate.contains("next"))
  }

  @Test("Every edit has the same keys, and says what it is")
  func edits() throws {
    let (deploy, watch) = (StepID("deploy"), StepID("watch"))
    let edits: [ProposedEdit] = [
      .reword(deploy, to: "x"), .add(text: "x", .before(deploy)), .remove(deploy), .move(deploy, .after(watch)),
      .set(deploy, key: "expect", value: "45m"), .unset(deploy, key: "expect"),
    ]
    let found = try edits.map { try Decoded(LessonJSON.edit($0)) }
    #expect(found.map { $0["kind"].text } == ["reword", "add", "remove", "move", "set", "unset"])
    #expect(Set(found.map(\.keys)).count == 1)
    #expect(found[1]["step"].isNull && found[1]["before"].text == "deploy")
    #expect(found[3]["step"].text == "deploy" && found[3]["after"].text == "watch")
    #expect(found[4]["value"].text == "45m" && found[5]["value"].isNull)
  }

  @Test("A line with several lessons names them all, and one run where all have the same")
  func blame() throws {
    let version = Self.version
    var other = Self.settled
    other.number = LessonNumber(13)
    let line = BlamedLine(
      number: 1, text: "- [ ] Check\u{202E}", version: version, step: nil,
      trails: [LessonTrail(Self.settled, incident: 9), LessonTrail(other)])
    let plain = BlamedLine(number: 2, text: "", version: version, step: nil, trails: [])
    #expect(
      BlameText.text([line, plain], in: .utc) == """
        v8  ana  2026-12-07  lesson 12 (run 42, incident 9), lesson 13 (run 42)  | - [ ] Check<U+202E>
        v8  ana  2026-12-07                                                      |

        """)
    let json = try Decoded(BlameJSON.json([line, plain]))
    #expect(json[0]["lesson"].isNull && json[0]["run"].number == 42 && json[0]["incident"].number == 9)
    #expect(json[0]["text"].text == "- [ ] Check\u{202E}")
    #expect(json[0].keys == json[1].keys && json[1]["lessons"].elements.isEmpty)
  }

  @Test("Yield as a table, what was caught, and advice with its evidence")
  func stats() throws {
    let stats = try Self.stats()
    let text = StatsText.text(stats)
    #expect(text.hasPrefix("new-release v7, made of 1 run\n\n"))
    #expect(text.contains("RAN  DONE  FAILED  SKIPPED  N/A  DEFERRED  OVERRIDDEN  MEDIAN"))
    #expect(text.hasSuffix("\nAdvice\n  Does step 4 earn its place? (5 runs)\n"))
    let json = try Decoded(StatsJSON.json(stats))
    #expect(json["runs"].number == 1 && json["steps"].elements.count == Sample.version.steps.count)
    #expect(json["advice"][0]["kind"].text == "never-fails")
    #expect(json["steps"].elements.contains { !$0["caught"].elements.isEmpty } == text.contains("\nCaught\n"))
  }
}
