import ChecklistFile
import Domain

/// What git keeps of a fold: the reason, what changed, and trailers that lead back to where it was learned.
///
///     new-release: runner 96 failed on a port in the ephemeral range
///
///     added 16: "Check that no static port lies in 32768-61000"
///
///     Lesson: 7
///     Incident: 9
///     Run: 42
enum CommitMessage {
  static func text(
    _ checklist: ChecklistName, reason: String, changes: [StepChange], lessons: [Lesson], incidents: [Int]
  ) -> String {
    let lines = reason.split(whereSeparator: \.isNewline).map(String.init)
    let subject = "\(checklist): \(lines.first ?? "")"
    let runs = lessons.compactMap(\.source.run?.value)
    let trailers =
      lessons.map { "Lesson: \($0.number)" } + unique(incidents).map { "Incident: \($0)" }
      + unique(runs).map { "Run: \($0)" }
    let paragraphs = [
      subject, lines.dropFirst().joined(separator: "\n"), changes.map(\.summary).joined(separator: "\n"),
      trailers.joined(separator: "\n"),
    ]
    return paragraphs.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  private static func unique(_ numbers: [Int]) -> [Int] { Set(numbers).sorted() }
}
