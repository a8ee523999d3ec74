import Domain
import Foundation
import Testing

/// A month of team platform (UTC, Mon-Fri 09:00-17:00), worked out by hand. Now is Saturday 28 November 2026, 12:00.
///
/// | run | production changed | what came of it | counts as |
/// |---|---|---|---|
/// | 1 | Mon 2 Nov 10:00 | well; commits of 24 and 48 hours before | good, workday |
/// | 2 | Wed 4 Nov 11:00 | the step failed, the second attempt went well at 11:30 | failed, 30m, workday |
/// | 3 | Sat 7 Nov 22:00 | rolled back in the run, deployed at 23:00 | failed, 1h; and a rollback's deployment |
/// | 4 | Mon 9 Nov 10:00 | brought incident 1 about, which was mitigated at 14:00 | failed, 4h, workday |
/// | 5 | Mon 9 Nov 13:30 | unplanned, for incident 1; well | good, rework, workday |
/// | 6 | Tue 10 Nov 10:00 | a rehearsal | no deployment |
/// | 7 | Tue 10 Nov 11:00 | to staging | no deployment |
/// | 8 | - | aborted on Wed 11 Nov, before anything | aborted before |
/// | 9 | Fri 27 Nov 15:00 | well so far | pending, workday |
///
/// So there are 7 deployments in 26.5 days: 5 in working hours, 3 of them failed; 6 are old enough, 3 of those failed.
@Suite("The numbers of a month worked out by hand")
struct HandWorkedNumbersTests {
  private static func at(_ text: String) -> Instant {
    Instant(rfc3339: "2026-\(text):00Z") ?? Instant(milliseconds: 0)
  }

  private static let now = at("11-28T12:00")
  private static let team = Team(name: TeamName("platform"))

  private static func run(
    _ number: Int, _ deployed: String?, failed: Bool = false, mended: String? = nil, ended: String? = nil,
    adjust: (inout MeasuredRun) -> Void = { _ in }
  ) -> MeasuredRun {
    var run = MeasuredRun(
      RunNumber(number), checklist: ChecklistName("new-release"), artifact: Artifact(name: "cf", version: "v\(number)"),
      startedAt: deployed.map { at($0) - .minutes(60) }, endedAt: (ended ?? deployed).map { at($0) },
      figures: RunFigures(
        deployment: deployed.map { .init(at: at($0), hasFailed: failed, mendedAt: mended.map(at)) }))
    adjust(&run)
    return run
  }

  static var runs: [MeasuredRun] {
    [
      run(1, "11-02T10:00") {
        $0.figures.commits = "2026-11-01T10:00:00Z, 2026-10-31T11:00:00+01:00 yesterday 2027-01-01T00:00:00Z"
        $0.figures.expected = .minutes(120)
        $0.figures.steps = RunFigures.StepCounts(ran: 10, failed: 0, skipped: 1)
      },
      run(2, "11-04T11:00", failed: true, mended: "11-04T11:30", ended: "11-04T13:00") {
        $0.figures.expected = .minutes(60)
        $0.figures.steps = RunFigures.StepCounts(ran: 10, failed: 2, overridden: 1)
      },
      run(3, "11-07T22:00", ended: "11-07T23:30") {
        $0.state = .rolledBack
        $0.figures.rollback = .init(at: at("11-07T23:00"), mendedAt: at("11-07T23:00"))
        $0.figures.rollbackEnteredAt = at("11-07T22:30")
        $0.figures.rolledBackAt = at("11-07T23:30")
        $0.figures.rolledBackBy = RunNumber(3)
        $0.figures.expected = .minutes(60)
      },
      run(4, "11-09T10:00") { $0.caused = [.init(IncidentNumber(1), overAt: at("11-09T14:00"))] },
      run(5, "11-09T13:30") {
        $0.incident = 1
        $0.isPlanned = false
      },
      run(6, "11-10T10:00") { $0.isRehearsal = true },
      run(7, "11-10T11:00") { $0.environment = Environment(name: "staging", kind: .staging) },
      run(8, nil, ended: "11-11T10:00") {
        $0.state = .aborted
        $0.startedAt = at("11-11T09:00")
      },
      run(9, "11-27T15:00"),
    ]
  }

  private static var facts: NumbersFacts {
    let ana = Handle("ana")
    func incident(_ number: Int, _ times: IncidentTimes) -> MeasuredIncident {
      MeasuredIncident(IncidentNumber(number), times: times)
    }
    func toil(_ number: Int, _ who: Handle, _ minutes: Int, _ when: String) -> ToilEntry {
      ToilEntry(number, team: team.name, person: who, minutes: minutes, what: "restarts", at: at(when))
    }
    return NumbersFacts(
      runs: runs,
      incidents: [
        incident(
          1,
          IncidentTimes(
            impactBegan: at("11-09T12:00"), detected: at("11-09T12:10"), declared: at("11-09T12:15"),
            mitigated: at("11-09T14:00"), resolved: at("11-09T15:00"))),
        incident(2, IncidentTimes(detected: at("11-20T09:50"), declared: at("11-20T10:00"))),
      ],
      lessons: [
        MeasuredLesson(
          LessonNumber(1), at: at("11-10T09:00"), surprisedAt: at("11-09T12:00"), foldedAt: at("11-11T12:00"),
          incident: 1),
        MeasuredLesson(LessonNumber(2), at: at("11-12T09:00"), isOpen: true),
      ],
      recurrences: [
        MeasuredRecurrence(IncidentNumber(2), beganAt: at("11-20T09:50"), origin: .incident(IncidentNumber(1)))
      ],
      retros: [
        MeasuredRetro(RetroNumber(1), due: "2026-11-16", reviewedAt: at("11-18T10:00")),
        MeasuredRetro(RetroNumber(2), due: "2026-11-20", reviewedAt: at("11-20T23:00")),
        MeasuredRetro(RetroNumber(3), due: "2026-11-24", reviewedAt: nil),
        MeasuredRetro(RetroNumber(4), due: "2026-12-04", reviewedAt: nil),
      ],
      actions: [
        MeasuredAction(ItemNumber(1), openedAt: at("11-18T10:00"), doneAt: nil),
        MeasuredAction(ItemNumber(2), openedAt: at("11-18T10:00"), doneAt: at("11-20T10:00")),
        MeasuredAction(ItemNumber(3), openedAt: at("10-28T12:00"), doneAt: nil),
      ],
      toil: [toil(1, ana, 60, "11-03T09:00"), toil(2, Handle("cy"), 30, "11-03T09:00")],
      duties: [Duty(DutyWindow(start: at("11-02T10:00"), end: at("11-09T10:00")), [ana, Handle("bo")])])
  }

  private static func numbers(_ adjust: (inout NumbersFacts) -> Void = { _ in }) throws -> Numbers {
    var facts = facts
    adjust(&facts)
    let window = try #require(NumbersWindow(since: "2026-11-02", zone: .gmt, now: now))
    return Numbers(facts, of: team, in: window, at: now)
  }

  /// What is expected of each figure: its value, n and pending.
  static let table: [(FigureName, Figure.Value, Int, Int)] = [
    (.deployments, .count(7), 7, 0),
    (.workdayShare, .share(part: 5, of: 7), 7, 0),
    (.leadTime, .time(median: .seconds(24 * 3600), p90: .seconds(48 * 3600)), 2, 0),
    (.failRate, .share(part: 3, of: 6), 6, 1),
    (.recoveryTime, .time(median: .minutes(60), p90: .minutes(240)), 3, 0),
    (.reworkRate, .share(part: 1, of: 7), 7, 0),
    (.stepYield, .share(part: 2, of: 20), 20, 0),
    (.runDuration, .percent(median: 50, p90: 300), 2, 0),
    (.lessonLatency, .time(median: .seconds(48 * 3600), p90: .seconds(48 * 3600)), 1, 1),
    (.recurrence, .share(part: 1, of: 1), 1, 0),
    (.retroLateness, .share(part: 2, of: 3), 3, 1),
    (.timeToDetect, .time(median: .minutes(10), p90: .minutes(10)), 1, 0),
    (.timeToMitigate, .time(median: .minutes(120), p90: .minutes(120)), 1, 1),
    (.timeToResolve, .time(median: .minutes(180), p90: .minutes(180)), 1, 1),
    (.actionAge, .time(median: .seconds(10 * 86_400 + 7200), p90: .seconds(31 * 86_400)), 2, 0),
    (.toilShare, .share(part: 60, of: 20_160), 1, 0),
  ]

  @Test("Each figure is what was worked out, with its n and what is pending", arguments: table.indices)
  func figure(_ index: Int) throws {
    let (name, value, n, pending) = Self.table[index]
    let figure = try Self.numbers()[name]
    #expect(figure.value == value)
    #expect(figure.n == n)
    #expect(figure.pending == pending)
  }

  @Test("The frequency is by the days that have passed")
  func frequency() throws {
    guard case .perWeek(let number) = try Self.numbers()[.frequency].value else {
      Issue.record("no frequency")
      return
    }
    #expect(abs(number - 7 / (26.5 / 7)) < 1e-9)
  }

  @Test("The smaller numbers beside the figures are right")
  func parts() throws {
    let numbers = try Self.numbers()
    #expect(numbers[.deployments].parts == [.init("failed", 3), .init("rollbacks", 1), .init("abortedBefore", 1)])
    #expect(
      numbers[.leadTime].parts == [.init("deploymentsWithoutCommits", 5), .init("unreadableCommits", 2)])
    #expect(numbers[.actionAge].parts == [.init("opened", 2), .init("done", 1), .init("openBefore", 1)])
    #expect(numbers[.retroLateness].part("openPastDue") == 1)
    #expect(numbers[.toilShare].part("minutesOffDuty") == 30)
    #expect(numbers[.runDuration].part("longerThanExpected") == 1)
  }

  @Test("What a figure counts are the runs of the table")
  func counted() throws {
    let numbers = try Self.numbers()
    func runs(_ name: FigureName, _ isIn: (Counted) -> Bool = { _ in true }) -> [Int] {
      numbers[name].counted.filter(isIn).compactMap { if case .run(let run) = $0.subject { run.value } else { nil } }
    }
    #expect(runs(.deployments) == [1, 2, 3, 3, 4, 5, 9])
    #expect(runs(.failRate) { $0.isHit } == [2, 3, 4])
    #expect(runs(.failRate) { $0.isPending } == [9])
    #expect(runs(.reworkRate) { $0.isHit } == [5])
    #expect(runs(.workdayShare) { !$0.isHit } == [3, 3])
  }

  @Test("The weeks of a trend add up to the whole")
  func trend() throws {
    let numbers = try Self.numbers()
    #expect(numbers.window.labels == ["11-02", "11-09", "11-16", "11-23"])
    #expect(numbers[.deployments].trend == [4, 2, 0, 1])
    #expect(numbers[.failRate].trend == [50, 50, nil, nil])
    #expect(numbers[.actionAge].trend == [1, 1, 2, 2])
  }

  @Test("One changed fact changes what it is counted in", arguments: 0..<6)
  func plantedError(_ fact: Int) throws {
    let right = try Self.numbers()
    let wrong = try Self.numbers { facts in
      switch fact {
      case 0: facts.runs[0].figures.deployment?.hasFailed = true
      case 1: facts.runs[3].caused = []
      case 2: facts.runs[8].figures.deployment?.at = Self.at("11-24T15:00")
      case 3: facts.incidents[0].times.mitigated = Self.at("11-09T14:01")
      case 4: facts.retros[1].reviewedAt = Self.at("11-21T00:30")
      default: facts.lessons[0].foldedAt = Self.at("11-21T12:00")
      }
    }
    #expect(FigureName.allCases.contains { right[$0].value != wrong[$0].value })
  }

  @Test("Of nothing there is no rate: every figure of an empty store says n = 0")
  func empty() throws {
    let window = try #require(NumbersWindow(zone: .gmt, now: Self.now))
    let numbers = Numbers(NumbersFacts(), of: Self.team, in: window, at: Self.now)
    #expect(numbers.figures.count == FigureName.allCases.count)
    for figure in numbers.figures { #expect(figure.n == 0 && figure.value == nil, "\(figure.name)") }
  }

  @Test("A failed deployment that nothing put right is well again with the next good one to the same place")
  func nextGood() throws {
    var failed = Self.runs[1]
    failed.figures.deployment?.mendedAt = nil
    let all = MeasuredDeployment.all(of: [failed, Self.runs[4]])
    #expect(all.map(\.recoveredAt) == [Self.at("11-09T13:30"), nil])
  }

  @Test("An aborted run counts as failed once production had changed, and apart before that")
  func aborted() throws {
    var run = Self.runs[0]
    run.state = .aborted
    #expect(MeasuredDeployment.all(of: [run]).map(\.failures) == [[.aborted]])
  }

  @Test("A window of more than half a year is shown by months, and one that ends before it begins is none")
  func windows() throws {
    let year = try #require(NumbersWindow(since: "2026-01-15", until: "2026-11-10", zone: .gmt, now: Self.now))
    #expect(year.labels.first == "2026-01" && year.labels.last == "2026-11" && year.labels.count == 11)
    #expect(year.period.end == Self.at("11-11T00:00"))
    #expect(NumbersWindow(since: "2026-11-02", until: "2026-11-01", zone: .gmt, now: Self.now) == nil)
    #expect(NumbersWindow(since: "2026-12-01", zone: .gmt, now: Self.now) == nil)
    #expect(NumbersWindow(weeks: 4, zone: .gmt, now: Self.now)?.firstDay == "2026-11-01")
  }
}
