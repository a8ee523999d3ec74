import ChecklistFile
import Domain
import Terminal

/// What a redline proposes, in the words of somebody who looks at a version: steps by their numbers, changed words marked.
struct RedlineWords {
  let lesson: Lesson
  let version: ChecklistVersion

  /// The step that it is about, where this version has it.
  var step: Step? { version.steps.first { $0.id == lesson.step } }

  /// As in `lesson 12, ana 10:42 in run 41`; that run itself need not be named.
  func origin(_ app: App, on run: RunNumber) -> String {
    let place = lesson.source.run.map { $0 == run ? "" : " in run \($0)" } ?? ""
    return "lesson \(lesson.number), \(lesson.by) \(ClockText.time(lesson.at, app))\(place)"
  }

  /// As in `step 4 ⚑`; a step that the version has not goes by its id.
  func place(_ glyphs: Glyphs) -> String {
    if let step { return "step \(step.number)\(step.isKiller ? " \(glyphs.flag)" : "")" }
    return lesson.step.map { "\($0), which is not in v\(version.reference.number)" } ?? "the checklist"
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

  private func text(of id: StepID) -> String { version.steps.first { $0.id == id }?.text ?? "" }

  private func name(of id: StepID) -> String {
    version.steps.first { $0.id == id }.map { "step \($0.number)" }
      ?? "\(id), which is not in v\(version.reference.number)"
  }

  private static func side(_ place: StepPlace) -> String { if case .before = place { "before" } else { "after" } }
  private static func line(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
