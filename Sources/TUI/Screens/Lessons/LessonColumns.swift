import Domain
import Terminal

/// How the inbox shows lessons. What became of one stands in the sign beside its number, so that no window is too narrow
/// for it.
enum LessonColumns {
  static let all: [Column<Lesson>] = [
    .by("  no", { $0.number }) { lesson, _, glyphs in
      Span("\(LessonWords.sign(of: lesson, glyphs)) \(lesson.number)", LessonWords.style(of: lesson))
    },
    .by("checklist", { $0.checklist.text }) { lesson, _, _ in Span(lesson.checklist.text, .bold) },
    Column("what was learned", isFlexible: true) { lesson, _, _ in Span(LessonWords.line(lesson.text)) },
    .by("step", expendable: 1, { $0.step?.text ?? "" }) { lesson, _, _ in Span(lesson.step?.text ?? "", .dim) },
    .by("from", expendable: 2, { $0.source.description }) { lesson, _, _ in Span(lesson.source.description) },
    .by("proposes", expendable: 3, { LessonWords.kind(of: $0.edit) }) { lesson, _, _ in
      // What was settled without one needs none any more.
      lesson.edit == nil && !lesson.isOpen
        ? Span("") : Span(LessonWords.kind(of: lesson.edit), lesson.edit == nil ? Style(foreground: .yellow) : .plain)
    },
    .by("by", expendable: 0, { $0.by.text }) { lesson, _, _ in Span(lesson.by.text) },
    .by("age", { $0.at.milliseconds * -1 }) { lesson, app, _ in
      let age = LessonAge(of: lesson, app.now)
      return Span(age.text, age.style)
    },
    .by("fate", expendable: 4, { LessonWords.fate(of: $0) }) { lesson, _, _ in
      Span(LessonWords.fate(of: lesson), LessonWords.style(of: lesson))
    },
  ]
}
