import Domain
import Testing

@testable import Exchange

@Suite("Incidents as JSON")
struct IncidentJSONTests {
  @Test("What is not known is null, and every key is there")
  func list() throws {
    var bare = Sample.incident
    bare.times = IncidentTimes(declared: Sample.start)
    (bare.roles, bare.services) = (IncidentRoles(), [])
    let json = try Decoded(IncidentListJSON.json([Sample.incident, bare]))
    #expect(json[0].keys == json[1].keys)
    #expect(json[0]["number"].number == 9 && json[0]["severity"].number == 2 && json[0]["state"].text == "resolved")
    #expect(json[0]["toDetectSeconds"].number == 52 * 60 && json[0]["toResolveSeconds"].number == 110 * 60)
    #expect(json[0]["detectedAt"].text == "2026-12-07T08:42:00.000Z" && json[0]["closedAt"].isNull)
    #expect(json[0]["services"].texts == ["log-aggregators", "drain"] && json[0]["customersNoticed"].text == "no")
    for key in ["commander", "scribe", "impactBeganAt", "detectedAt", "toDetectSeconds", "toResolveSeconds"] {
      #expect(json[1][key].isNull, "\(key)")
    }
    #expect(json[1]["pair"].elements.isEmpty && json[1]["state"].text == "open")
  }

  @Test("The whole record: lines of the incident and of its runs have the same keys, in the order of their times")
  func show() throws {
    let run = IncidentRecord.RelatedRun(.caused, Sample.record(try Sample.full()))
    let json = try Decoded(IncidentShowJSON.json(Sample.incidentRecord(runs: [run])))
    let timeline = json["timeline"].elements
    #expect(Set(timeline.map(\.keys)).count == 1)
    #expect(timeline.compactMap { $0["at"].text } == timeline.compactMap { $0["at"].text }.sorted())
    let struck = json["timeline"].first(where: "kind", is: "hypothesis")
    #expect(struck["correctedBy"].number == 4 && struck["corrects"].isNull && struck["run"].isNull)
    #expect(struck["verified"].flag == false && struck["login"].text == "ana" && struck["by"].text == "bo")
    #expect(struck["evidence"][0]["health"].text == "sick" && struck["evidence"][3]["size"].number == 2048)
    #expect(json["timeline"].first(where: "kind", is: "correction")["corrects"].number == 3)
    let failed = json["timeline"].first(where: "kind", is: "failed")
    #expect(failed["run"].number == 42 && failed["step"].text == "canary")
    #expect(json["timeline"].first(where: "kind", is: "observation")["text"].text == Sample.hostile)
    #expect(json["runs"][0]["kind"].text == "caused" && json["runs"][0]["state"].text == "rolled-back")
    #expect(json["updates"][0]["state"].text == "sent" && json["updates"][1]["sentAt"].isNull)
    #expect(json["happenedBefore"][1]["kind"].text == "lesson" && json["cameBackIn"][0].number == 14)
    #expect(json["retro"]["due"].text == "2026-12-14" && json["actions"][0]["item"]["number"].number == 31)
    #expect(json["lessons"][0]["state"].text == "folded" && json["timeZone"].text == "Europe/Berlin")
  }
}
