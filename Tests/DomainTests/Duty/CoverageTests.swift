import Foundation
import Testing

@testable import Domain

@Suite("Who knows what")
struct CoverageTests {
  private func run(_ number: Int, _ checklist: String, _ day: Int?, _ pair: Handle...) -> RunSummary {
    RunSummary(
      number: RunNumber(number), version: VersionReference(checklist: ChecklistName(checklist), number: 1),
      team: DutyWorld.platform, environment: "prod", artifact: Artifact(name: "a", version: "1"), state: .completed,
      pair: pair, isRehearsal: false, incident: nil, plan: nil, startedAt: day.map(DutyWorld.days), endedAt: nil,
      settled: 0, active: 0)
  }

  @Test("Who never ran a checklist, who alone ever did, and who was never on")
  func coverage() {
    let coverage = Coverage(
      members: ["cy", "ana", "bo"], checklists: ["release", "stemcell", "rotate"].map { ChecklistName($0) },
      runs: [
        run(1, "release", -3, "ana", "bo"), run(2, "release", -2, "ana", "zoe"), run(3, "stemcell", -1, "bo", "bo"),
        run(4, "rotate", nil, "ana", "bo"), run(5, "other", -1, "cy", "bo"),
      ],
      duties: [DutyWorld.duty(-1, "ana", "bo"), DutyWorld.duty(1, "cy", "bo")], at: DutyWorld.start)
    #expect(coverage.lines.map(\.never) == [["cy"], ["ana", "cy"], ["ana", "bo", "cy"]])
    #expect(coverage.lines.map(\.only) == [nil, "bo", nil])
    #expect(coverage.lines[0].times["ana"] == Coverage.Times(count: 2, last: DutyWorld.days(-2)))
    #expect(coverage.neverOn == ["cy"])
  }
}
