import Domain
import Foundation
import Testing

@testable import Exchange

@Suite("The record of a run as text")
struct RunTextTests {
  @Test("Everything that was written on a run is told, and hostile text is harmless")
  func full() throws {
    let record = Sample.record(try Sample.full(), changes: ["v7 by ana: step deploy is new"])
    #expect(RunText.text(record) == Sample.fullText)
  }

  @Test("An active run says what it waits for, in ASCII and wrapped where asked")
  func active() throws {
    let record = Sample.record(try Sample.active(), now: Sample.after(12))
    let text = RunText.text(record, glyphs: .ascii, width: 72)
    #expect(text == Sample.activeText)
    #expect(text.unicodeScalars.allSatisfy { $0.isASCII })
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 72 })
  }

  @Test("No control, bidi or zero-width character reaches the text")
  func safe() throws {
    let text = RunText.text(Sample.record(try Sample.full()))
    #expect(
      text.unicodeScalars.allSatisfy {
        $0 == "\n" || ($0.properties.generalCategory != .control && $0.properties.generalCategory != .format)
      })
  }

  @Test("A note's second line can't pass for an entry of the record")
  func forgery() throws {
    var run = try Sample.active()
    let note = "fine\n09:37 bo confirmed, verified"
    run.append(try run.decide(.note(StepID("switch"), note), by: Sample.ana, at: Moment(Sample.after(7))))
    let lines = RunText.text(Sample.record(run)).split(separator: "\n").filter { $0.contains("confirmed, verified") }
    #expect(lines.map(String.init) == ["                        | 09:37 bo confirmed, verified"])
    #expect(RunMarkdown.page(Sample.record(run)).contains(#"fine<br>\| 09:37 bo confirmed"#))
  }

  @Test("A planned run names who is to run it, when, and who is told")
  func planned() {
    let planned = Entry(
      seq: 1, kind: .runPlanned, signature: Signature(Sample.ana), at: Sample.start, written: Sample.start,
      value: Sample.after(60).rfc3339)
    let run = Run(
      number: RunNumber(43), version: Sample.version, team: TeamName("platform"),
      environment: Environment(name: "prod", kind: .production),
      artifact: Artifact(name: "cf-release", version: "v206"),
      parameters: ["version": "v206"], plan: Plan(at: Sample.after(60), told: "support"), entries: [planned])
    var record = Sample.record(run)
    record.plannedPair = [Handle("bo"), Handle("cy")]
    let text = RunText.text(record)
    #expect(text.contains("  plan        2026-12-07 10:30 Europe/Berlin (2026-12-07T09:30:00.000Z), told: support\n"))
    #expect(text.contains(", cy\n"))
    #expect(text.contains("2026-12-07 09:30 ana planned the run for 2026-12-07 10:30\n"))
    #expect(!text.contains("started "))
  }
}
