import Domain
import Foundation
import Testing

@testable import Exchange

@Suite("Duties for programs")
struct DutyJSONTests {
  @Test("A planned duty has start, end, pair and why")
  func plan() throws {
    let plan = try Decoded(DutyJSON.list(DutySample.duties.map(\.duty)))
    #expect(plan[0]["start"].text == "2026-12-07T09:00:00.000Z")
    #expect(plan[0]["end"].text == "2026-12-14T09:00:00.000Z")
    #expect(plan[0]["pair"].texts == ["ana", "bo"])
    #expect(plan[0]["why"].text == "never paired; loads 3 and 3")
    #expect(plan[1]["why"].text?.contains("; given up: ana is away (ill; at home, \u{1B}[2J\\)") == true)
    #expect(plan[1]["reasons"][3]["isTradeOff"].flag == true)
    #expect(plan[2]["isGap"].flag == true)
  }

  @Test("The board has now and next of each team, and what is wrong")
  func board() throws {
    let problems = [DutyProblem.short(DutySample.duties[2])]
    let board = DutyBoard(
      teams: [DutySample.platform, TeamName("router")], duties: DutySample.duties, problems: problems,
      at: DutySample.days(8))
    let json = try Decoded(
      BoardJSON.list(
        board,
        warnings: [
          .tooFew(TeamName("router"), members: 3), .tooOften(DutySample.cy, percent: 30, .last),
          .tooOften(DutySample.ana, percent: 30, .last), .tooManyIncidents(DutySample.duties[0], count: 4),
        ]))
    #expect(json[0]["now"]["number"].number == 13 && json[0]["next"]["number"].number == 14)
    #expect(json[0]["problems"][0]["text"].text == "cy is alone on duty for platform")
    #expect(
      json[0]["warnings"].texts == [
        "cy was on duty 30 % of the last 13 weeks, above 25 %", "4 incidents in duty 12 of platform, above 2",
      ])
    #expect(json[1]["warnings"].elements.count == 1)
    #expect(json[1]["now"].isNull && json[1]["next"].isNull && json[1]["problems"].elements.isEmpty)
  }

  @Test("The matrix has a line for each pair")
  func matrix() throws {
    let matrix = PairMatrix(
      people: ["ana", "bo", "cy"].map { Handle($0) }, duties: DutySample.duties.map(\.duty), at: DutySample.days(8))
    let json = try Decoded(MatrixJSON.json(matrix))
    #expect(json["people"].texts == ["ana", "bo", "cy"])
    #expect(json["pairs"].elements.map { $0["state"].text } == ["met", "not-yet", "now"])
    #expect(json["pairs"][0]["daysAgo"].number == 1 && json["pairs"][0]["count"].number == 1)
    #expect(json["pairs"][1]["daysAgo"].isNull && json["pairs"][1]["lastEnd"].isNull)
  }

  @Test("A handoff, and what a what-if changes")
  func handoff() throws {
    let json = try Decoded(HandoffJSON.json(DutySample.handoff))
    #expect(json["outgoing"].texts == ["ana", "bo"] && json["incoming"].texts == ["bo", "cy"])
    #expect(json["toilMinutes"].number == 20 && json["unsigned"].texts == ["bo", "cy"])
    #expect(json["note"].text == "Watch z1.\r\n- signed: nobody")
    #expect(json["runs"][0]["number"].number == 42 && json["deferred"][0]["step"].text == "smoke")
    var after = DutySample.duties.map(\.duty)
    after[0].people = [DutySample.ana, DutySample.cy]
    let diff = try Decoded(DutyJSON.diff(DutyDiff(before: DutySample.duties.map(\.duty), after: after)))
    #expect(diff.elements.count == 1 && diff[0]["pair"].texts == ["ana", "cy"])
    #expect(diff[0]["was"].texts == ["ana", "bo"] && diff[0]["start"].text == "2026-12-07T09:00:00.000Z")
  }

  @Test("Loads and shares, who knows what, and a morning")
  func others() throws {
    let duties = DutySample.duties.map(\.duty)
    let planning = DutyPlanning(members: [DutySample.ana, DutySample.bo].map { RosterMember($0) }, zone: .gmt)
    let period = DutyWindow(start: DutySample.start, end: DutySample.days(21))
    let loads = try Decoded(FairnessJSON.json(Fairness(planning, duties: duties, in: period)))
    #expect(loads["loads"].elements.map { $0["duties"].number } == [1, 2, 2])
    #expect(loads["loads"][0]["shareHundredths"].number == 200 && loads["loads"][0]["seconds"].number == 604_800)
    let coverage = Coverage(
      members: [DutySample.ana, DutySample.bo], checklists: [Sample.version.reference.checklist],
      runs: [DutySample.run(42, .running, pair: [DutySample.ana])], duties: [], at: DutySample.days(1))
    let known = try Decoded(CoverageJSON.json(coverage))
    #expect(known["checklists"][0]["never"].texts == ["bo"] && known["neverOnDuty"].texts == ["ana", "bo"])
    #expect(known["checklists"][0]["ran"][0]["count"].number == 1)
    let team = Team(name: DutySample.platform)
    let standUp = StandUp(
      team, day: StandUpDay(at: DutySample.start, for: team, zone: .gmt),
      items: [DutySample.item(31, .delivered, "Scale it")], duties: DutySample.duties, handoffs: [DutySample.handoff])
    let morning = try Decoded(StandUpJSON.json(standUp))
    #expect(morning["day"].text == "2026-12-07" && morning["since"].text == "2026-12-04")
    #expect(morning["duty"]["number"].number == 12 && morning["handsOverTo"].isNull)
    #expect(morning["waiting"].elements.map { $0["kind"].text } == ["signature", "acceptance"])
    #expect(morning["waiting"][1]["people"].texts == ["cy"] && morning["waiting"][1]["item"].number == 31)
  }
}
