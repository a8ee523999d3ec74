import Domain
import Foundation
import Testing

@testable import Exchange

@Suite("Duties as text")
struct DutyTextTests {
  private static let matrix = PairMatrix(
    people: ["ana", "bo", "cy", "maximilian"].map { Handle($0) },
    duties: [
      Duty(DutySample.week(-14), [Handle("ana"), Handle("maximilian")]),
      Duty(DutySample.week(-4), [Handle("bo"), Handle("cy")]), Duty(DutySample.week(-3), [Handle("cy"), Handle("bo")]),
      Duty(DutySample.week(0), [Handle("ana"), Handle("bo")]),
    ],
    rules: [PairRule(.never, DutyPair(Handle("bo"), Handle("maximilian")))], at: DutySample.days(2))

  @Test("The pair matrix reads without colour")
  func matrix() {
    #expect(
      MatrixText.text(Self.matrix) == """
                     ana  bo   cy   max…
        1 ana        -    *    .    +
        2 bo         *    -    2    x
        3 cy         .    2    -    .
        4 maximilian +    x    .    -
        * on now, 0-9 weeks since, + longer, . not yet, x kept apart by a rule
        not on together yet: ana+cy, cy+maximilian

        """)
    #expect(
      MatrixText.text(Self.matrix, showing: .count, width: 20) == """
                     1 2 3 4
        1 ana        - 1 0 1
        2 bo         1 - 2 0
        3 cy         0 2 - 0
        4 maximilian 1 0 0 -
        duties together, + for ten and more
        not on together yet: ana+cy,
                             | cy+maximilian

        """)
    #expect(MatrixText.text(PairMatrix(people: [], duties: [], at: DutySample.start)) == "")
  }

  @Test("The board has all teams, and says what is wrong below them")
  func board() {
    let problems = DutyProblems.found(
      in: DutySample.duties, teams: [:], within: DutyWindow(start: DutySample.start, end: DutySample.days(28)))
    let board = DutyBoard(
      teams: [DutySample.platform, TeamName("ro\u{1B}uter")], duties: DutySample.duties, problems: problems,
      at: DutySample.days(8))
    let warnings: [DutyWarning] = [.tooFew(DutySample.platform, members: 3)]
    #expect(
      BoardText.text(board, warnings: warnings, glyphs: .ascii, in: DutySample.clock) == """
        TEAM      NOW    UNTIL (Europe/Berlin)  NEXT       FROM
        platform  bo+cy  Mon 2026-12-21 10:00   cy, alone  Mon 2026-12-21 10:00  ! 1
        ro␛uter   -                             -

        ! cy is alone on duty for platform: Mon 2026-12-21 10:00 to Mon 2026-12-28 10:00
        ! platform has 3 in its rotation, and with fewer than 8 each is on for more than 25 % of the time

        """)
  }

  @Test("A plan says of each duty why these two")
  func plan() {
    #expect(
      DutyListText.text(DutySample.duties.map(\.duty), in: DutySample.clock) == #"""
        FROM (Europe/Berlin)  TO                    PAIR    WHY
        Mon 2026-12-07 10:00  Mon 2026-12-14 10:00  ana+bo  never paired; loads 3 and 3
        Mon 2026-12-14 10:00  Mon 2026-12-21 10:00  bo+cy   last paired 21 days before; bo carries over; loads 4 and 2; given up: ana is away (ill; at home, ␛[2J\)
        Mon 2026-12-21 10:00  Mon 2026-12-28 10:00  cy      nobody else is there

        """#)
  }

  @Test("A what-if says what would be another way, and for whom it means more")
  func diff() {
    let before = DutySample.duties.map(\.duty)
    var after = before
    after[1].people = [DutySample.cy, DutySample.ana]
    after[1].reasons = [.neverPaired, .away(DutySample.bo, "ill\nfor long")]
    #expect(
      DutyDiffText.text(DutyDiff(before: before, after: after), in: DutySample.clock) == """
        1 of 3 duties would change:
        Mon 2026-12-14 10:00 to Mon 2026-12-21 10:00: bo+cy -> cy+ana
          never paired; given up: bo is away (ill
          | for long)
        duties: ana 1 -> 2, bo 2 -> 1

        """)
    #expect(
      DutyDiffText.text(DutyDiff(before: before, after: before), in: DutySample.clock) == "no duty would change\n")
  }

  @Test("Loads are bars with a mark at one's share")
  func fairness() {
    let planning = DutyPlanning(
      members: ["ana", "bo", "cy"].map { RosterMember(Handle($0)) }, pattern: .weekly, zone: .gmt)
    let fairness = Fairness(
      planning, duties: DutySample.duties.map(\.duty), in: DutyWindow(start: DutySample.start, end: DutySample.days(21))
    )
    #expect(
      FairnessText.text(fairness) == """
        WHO  DUTIES  SHARE  OVER  HOURS  TIME  LOAD
        ana       1    1.7  -0.7    168   34%  ██████████       │
        bo        2    1.7  +0.3    336   67%  █████████████████│███
        cy        2    1.7  +0.3    336   67%  █████████████████│███

        """)
    #expect(FairnessText.bar(1, share: 2, of: 2, ascii: true) == "##########          |")
    #expect(FairnessText.bar(2, share: 1, of: 2, ascii: true) == "##########|##########")
    #expect(FairnessText.bar(0, share: 0, of: 0, ascii: true) == "")
  }

  @Test("Who never ran a checklist stands beside it")
  func coverage() {
    let coverage = Coverage(
      members: [DutySample.ana, DutySample.bo, DutySample.cy], checklists: [Sample.version.reference.checklist],
      runs: [DutySample.run(42, .completed, pair: [DutySample.ana])], duties: DutySample.duties.prefix(1).map(\.duty),
      at: DutySample.days(1))
    #expect(
      CoverageText.text(coverage) == """
        CHECKLIST    RAN IT  ONLY  NEVER
        new-release     1/3  ana   bo, cy
        never on duty: cy

        """)
  }
}
