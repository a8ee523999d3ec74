import ChecklistFile
import Domain
import Terminal

/// What a redline proposes, in the words of somebody who looks at the run: steps by their numbers, changed words marked.
struct RedlineWords {
  let lesson: Lesson
  let run: Run

  /// The step that it is about, where this version has it.
  var step: Step? { run.steps.first { $0.id == lesson.step } }

  /// As in `lesson 12, ana 10:42 in run 41`; the run's own need no run.
  func origin(_ app: App) -> String {
    let place = lesson.source.run.map { $0 == run.number ? "" : " in run \($0)" } ?? ""
    return "lesson \(lesson.number), \(lesson.by) \(ClockText.time(lesson.at, app))\(place)"
  }

  /// As in `reword: Deploy{+, and watch+}: nobody looked`.
  var proposal: [Span] { edit + why }

  private var edit: [Span] {
    switch lesson.edit {
    case nil: [Span("this is wrong", .bold)]
    case .reword(let id, let text):
      [Span("reword: ", .bold)] + WordDiff(from: Self.line(self.text(of: id)), to: Self.line(text)).spans()
    case .add(let text, _, let place):
      [Span("add \(Self.side(place)): ", .bold), Span(Self.line(text), .added)]
    case .remove: [Span("remove it", .bold)]
    case .move(_, let place): [Span("move it \(Self.side(place)) \(name(of: place.anchor))", .bold)]
    case .set(_, "killer", nil): [Span("make it a killer step", .bold)]
    case .set(_, let key, let value):
      [Span(value.map { "\(key) is to be \(AttributeText.written($0))" } ?? "mark it as \(key)", .bold)]
    case .unset(_, "killer"): [Span("no killer step any more", .bold)]
    case .unset(_, let key): [Span("no \(key) any more", .bold)]
    }
  }

  /// Where nobody gave a reason the text is the edit once more.
  private var why: [Span] {
    lesson.edit?.summary == lesson.text ? [] : [Span(": \(Self.line(lesson.text))")]
  }

  private func text(of id: StepID) -> String { run.steps.first { $0.id == id }?.text ?? "" }

  private func name(of id: StepID) -> String {
    run.steps.first { $0.id == id }.map { "step \($0.number)" }
      ?? "\(id), which is not in v\(run.version.reference.number)"
  }

  private static func side(_ place: StepPlace) -> String { if case .before = place { "before" } else { "after" } }
  private static func line(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
