import Domain
import Foundation
import Testing

@testable import Exchange

@Suite("The lessons on a run's record")
struct RunLessonTests {
  private func record() throws -> RunRecord {
    var record = Sample.record(try Sample.full())
    func lesson(_ number: Int, _ source: LessonSource, _ step: String?, _ fate: LessonFate.Outcome?) -> Lesson {
      Lesson(
        number: LessonNumber(number), checklist: ChecklistName("new-release"),
        text: number == 14 ? Sample.hostile : "logs",
        source: source, step: step.map { StepID($0) }, base: 7, by: Handle("bo"), at: Sample.after(20),
        fate: fate.map { LessonFate($0, by: Handle("ana"), at: Sample.after(60)) })
    }
    record.lessons = [
      lesson(12, .redline(RunNumber(42)), "deploy", .folded(version: 8, step: nil)),
      lesson(13, .failure(RunNumber(42)), "canary", .item("OPS-7")),
      lesson(14, .retro(run: RunNumber(42), incident: nil), nil, .declined(reason: "not ours")),
      lesson(15, .redline(RunNumber(42)), "gone", nil),
    ]
    return record
  }

  @Test("Each stands there with where it comes from and what became of it")
  func text() throws {
    let text = RunText.text(try record())
    let lines = text.split(separator: "\n").map { $0.drop { $0 == " " } }
    for line in [
      "Lessons", "- lesson 12, a redline on step 4 deploy: logs", "folded into v8, by ana, 10:30",
      "- lesson 13, failure on step 3 canary: logs", "became item OPS-7, by ana, 10:30",
      "declined, by ana, 10:30: not ours", "- lesson 15, a redline on step gone: logs", "still open",
    ] { #expect(lines.contains { $0 == line }, "\(line)\n\(text)") }
  }

  @Test("On the page they are a table, and hostile text is harmless there")
  func markdown() throws {
    let page = RunMarkdown.page(try record())
    #expect(page.contains("## Lessons"))
    #expect(page.contains("folded into v8, by ana, 10:30"))
    #expect(!page.contains("<img") && !page.contains("\u{202E}"))
  }

  @Test("As JSON an open one has no fate")
  func json() throws {
    let lessons = try Decoded(RunJSON.json(try record()))["lessons"]
    #expect(lessons[0]["fate"]["version"].number == 8 && lessons[0]["source"].text == "redline")
    #expect(lessons[1]["fate"]["item"].text == "OPS-7")
    #expect(lessons[2]["fate"]["reason"].text == "not ours" && lessons[2]["step"].isNull)
    #expect(lessons[3]["fate"].isNull)
  }

  @Test("A redline is an entry of the run, and a run without lessons has no such part")
  func entry() throws {
    var run = try Sample.active()
    let action = RunAction.redline(StepID("deploy"), LessonNumber(12), text: "look at the logs")
    run.append(try run.decide(action, by: Sample.bo, at: Moment(Sample.after(9))))
    let text = RunText.text(Sample.record(run))
    #expect(text.contains("09:39 bo redlined: lesson 12: look at the logs"))
    #expect(!text.contains("\nLessons\n"))
  }
}
