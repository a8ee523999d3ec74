import Domain
import Terminal
import Workflow

extension ChecklistBlame.Line: Identifiable {
  public var id: Int { number }
}

/// The lines of the file, each with the version and the lesson that brought it.
enum WhyList {
  static func pane() -> ListPane<ChecklistBlame.Line> {
    ListPane(
      RowList(columns) { line in
        "\(line.text) v\(line.version.reference.number) \(line.version.author) \(line.version.reason) "
          + line.lessons.map { "lesson \($0.number)" }.joined(separator: " ")
      })
  }

  private static let columns: [Column<ChecklistBlame.Line>] = [
    Column("line", expendable: 1) { line, _, _ in Span("\(line.number)", .dim) },
    Column("since") { line, _, _ in Span("v\(line.version.reference.number)", .bold) },
    Column("made", expendable: 0) { line, app, _ in Span(ClockText.date(line.version.madeAt, app), .dim) },
    Column("by", expendable: 2) { line, _, _ in Span(line.version.author.text) },
    Column("lesson") { line, _, _ in
      Span(line.lessons.map(\.number.description).joined(separator: ","), Style(foreground: .magenta))
    },
    Column("text", isFlexible: true) { line, _, _ in Span(line.text, line.step == nil ? .dim : .plain) },
  ]

  /// All that is known of why a line is there, as a page to read.
  static func page(_ line: ChecklistBlame.Line, _ app: App) -> Reader {
    var lines = [StyledLine(line.text.trimmed, .bold), StyledLine()]
    let version = line.version
    lines.append(
      StyledLine(
        "Here since v\(version.reference.number), by \(version.author) on \(ClockText.dateAndTime(version.madeAt, app))"
      ))
    lines.append(StyledLine(version.reason.isEmpty ? "no reason was given" : version.reason))
    for lesson in line.lessons {
      lines.append(StyledLine())
      lines.append(StyledLine("Lesson \(lesson.number), by \(lesson.by): \(lesson.text)"))
      lines.append(StyledLine("out of: \(lesson.source), on \(ClockText.dateAndTime(lesson.at, app))", .dim))
      if let again = lesson.recurrenceOf {
        lines.append(StyledLine("It happened before: lesson \(again)", Style(foreground: .yellow)))
      }
    }
    if line.lessons.isEmpty {
      lines.append(StyledLine())
      lines.append(StyledLine("No lesson is known to have brought it.", .dim))
    }
    return Reader("Why line \(line.number) is there", lines)
  }
}
