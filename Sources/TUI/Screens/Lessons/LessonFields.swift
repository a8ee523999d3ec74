import Domain
import Store
import Terminal

/// What a lesson is filled in with. Which fields there are follows from what is proposed.
struct LessonFields: FormFields {
  enum Purpose: Hashable, Sendable {
    case checklist, step, kind, text, place, key, value, base, learned, incident, before, save
  }

  typealias LessonField = FormField<Purpose>

  var fields: [LessonField] = []
  let answer: LessonFormQuestion.Answer
  /// The latest version of the checklist that is named.
  var latest: LatestSteps?
  /// What each field began with.
  private var initial: [Purpose: String] = [:]
  /// What was typed, also where its field does not show at the moment.
  private var typed: [Purpose: TextField] = [:]
  /// The step's own text as the form put it in to be reworded; nil where somebody has typed another.
  private var offered: String?

  var begun: [String] { fields.map { initial[$0.purpose] ?? "" } }

  /// - Parameter incident: the one that taught a new one, where that is known.
  init(_ answer: LessonFormQuestion.Answer, checklist: ChecklistName?, incident: IncidentNumber? = nil) {
    self.answer = answer
    latest = answer.latest
    let lesson = answer.lesson
    let edit = lesson?.edit
    initial = [
      .checklist: lesson?.checklist.text ?? checklist?.text ?? latest?.version.checklist.text ?? "",
      .step: (edit?.step ?? lesson?.step)?.text ?? "", .kind: LessonEditKind(edit).rawValue,
      .text: edit.map { TextField.oneLine($0.text) } ?? "", .place: edit?.place?.text ?? "", .key: edit?.key ?? "",
      .value: edit?.value ?? "", .base: lesson.map { Self.kept($0) } ?? "",
      .learned: lesson.map { TextField.oneLine($0.text) } ?? "",
      .incident: (lesson?.source.incident ?? incident?.value).map(String.init) ?? "",
      .before: lesson?.recurrenceOf?.description ?? "", .save: "",
    ]
    arrange()
  }

  var kind: LessonEditKind { LessonEditKind(rawValue: text(.kind)) ?? .nothing }

  /// Shows the fields that what is proposed needs, each with what was typed in it before.
  mutating func arrange() {
    for field in fields { typed[field.purpose] = field.field }
    let kind = LessonEditKind(rawValue: typed[.kind]?.string ?? initial[.kind] ?? "") ?? .nothing
    fields = purposes(kind).map { purpose in
      var field = Self.field(purpose, kind, lesson: answer.lesson, checklists: answer.checklists, latest: latest)
      field.field = typed[purpose] ?? TextField(initial[purpose] ?? "")
      return field
    }
    offerText(kind)
  }

  /// The line to be reworded is there to be changed, and not to be typed anew.
  private mutating func offerText(_ kind: LessonEditKind) {
    guard kind == .reword, let index = fields.firstIndex(where: { $0.purpose == .text }),
      fields[index].field.isEmpty || fields[index].text == offered, let step = step(.step)
    else { return }
    let words = TextField.oneLine(step.text)
    offered = words
    fields[index].field = TextField(words)
  }

  private func purposes(_ kind: LessonEditKind) -> [Purpose] {
    var purposes: [Purpose] = answer.lesson == nil ? [.checklist] : []
    purposes += [.kind, .step]
    if kind.needsText { purposes.append(.text) }
    if kind.needsPlace { purposes.append(.place) }
    if kind.needsKey { purposes.append(.key) }
    if kind == .set { purposes.append(.value) }
    if let lesson = answer.lesson, lesson.edit != nil, kind != .nothing, let latest,
      latest.version.number != lesson.base
    {
      purposes.append(.base)
    }
    purposes.append(.learned)
    switch answer.lesson?.source.kind {
    case nil, .observation, .incident: purposes.append(.incident)
    case .redline, .failure, .retro: break
    }
    return purposes + [.before, .save]
  }

  private static func field(
    _ purpose: Purpose, _ kind: LessonEditKind, lesson: Lesson?, checklists: [ChecklistName], latest: LatestSteps?
  ) -> LessonField {
    switch purpose {
    case .checklist:
      LessonField(purpose, "checklist", "one of \(checklists.map(\.text).joined(separator: " "))")
    case .kind:
      LessonField(
        purpose, "proposes", "what is to change; it may be said later",
        kind: .choice(LessonEditKind.allCases.map(\.rawValue)))
    case .step: LessonField(purpose, kind == .addAfter || kind == .addBefore ? "next to" : "step", stepHint(kind))
    case .text:
      LessonField(
        purpose, "text",
        kind == .reword ? "what the step is to say; ^X edits it in your editor" : "what the new step says")
    case .place: LessonField(purpose, "next to", "the step that it goes next to, by id or number")
    case .key: LessonField(purpose, "attribute", "one of \(LessonEditKind.keys.joined(separator: " "))")
    case .value: LessonField(purpose, "value", "as in 45m for expect; empty for killer, deploys and no-return")
    case .base:
      LessonField(
        purpose, "is for",
        "what it was proposed for, or the latest version as it reads now: that settles a conflict in its favour",
        kind: .choice([lesson.map(kept), latest.map { "v\($0.version.number), the latest" }].compactMap(\.self)))
    case .learned:
      LessonField(purpose, "learned", "what was learned, in a sentence; where it is empty the change says it")
    case .incident: LessonField(purpose, "incident", "the number of the incident that taught it; may be empty")
    case .before: LessonField(purpose, "before", "this happened before: the number of that lesson; may be empty")
    case .save: LessonField(purpose, "Save", "Enter saves it; u undoes that", kind: .button)
    }
  }

  private static func kept(_ lesson: Lesson) -> String { "v\(lesson.base), as it was" }

  private static func stepHint(_ kind: LessonEditKind) -> String {
    switch kind {
    case .nothing: "the step that it is about, by id or number; empty for the checklist as a whole"
    case .addAfter: "the step that the new one comes after, by id or number"
    case .addBefore: "the step that the new one comes before, by id or number"
    default: "which step, by id or number"
    }
  }

  func step(_ purpose: Purpose) -> Step? { latest?.step(text(purpose)) }

  func suggestions(_ field: LessonField) -> [String] {
    switch field.purpose {
    case .checklist: answer.checklists.map(\.text)
    case .step, .place: latest?.steps.map(\.id.text) ?? []
    case .key: LessonEditKind.keys
    default: []
    }
  }

  func complaint(_ field: LessonField) -> String? {
    let text = field.text.trimmed
    switch field.purpose {
    case .checklist:
      if text.isEmpty { return FormComplaint.missing }
      return answer.checklists.contains { $0.text == text } ? nil : "no checklist is called that"
    case .step, .place:
      if text.isEmpty { return field.purpose == .step && kind == .nothing ? nil : FormComplaint.missing }
      guard let latest else { return nil }
      // A lesson about a step that is gone may say so for ever.
      if field.purpose == .step, kind == .nothing, text == answer.lesson?.step?.text { return nil }
      return latest.step(text) == nil ? "no step of v\(latest.version.number) is called that" : nil
    case .text: return text.isEmpty ? FormComplaint.missing : nil
    case .key:
      if text.isEmpty { return FormComplaint.missing }
      return LessonEditKind.keys.contains(text) ? nil : "there is no such attribute"
    case .learned: return text.isEmpty && kind == .nothing ? FormComplaint.missing : nil
    case .incident: return text.isEmpty || (Int(text) ?? 0) > 0 ? nil : "a number, as in 9"
    case .before:
      guard !text.isEmpty else { return nil }
      guard let number = Int(text), number > 0 else { return "a number, as in 4" }
      return number == answer.lesson?.number.value ? "that is this lesson" : nil
    case .kind, .value, .base, .save: return nil
    }
  }
}

extension LessonFields {
  /// What is proposed; nil where it is nothing yet, or not filled in.
  var edit: ProposedEdit? {
    guard let step = step(.step)?.id else { return nil }
    let old = answer.lesson?.edit
    let words = words(insteadOf: old?.text)
    switch kind {
    case .nothing: return nil
    case .reword: return words.isEmpty ? nil : .reword(step, to: words)
    case .addAfter: return words.isEmpty ? nil : .add(text: words, body: old?.body ?? "", .after(step))
    case .addBefore: return words.isEmpty ? nil : .add(text: words, body: old?.body ?? "", .before(step))
    case .remove: return .remove(step)
    case .moveAfter: return self.step(.place).map { .move(step, .after($0.id)) }
    case .moveBefore: return self.step(.place).map { .move(step, .before($0.id)) }
    case .killer: return .set(step, key: "killer", value: nil)
    case .set: return .set(step, key: text(.key), value: text(.value).isEmpty ? nil : text(.value))
    case .unset: return .unset(step, key: text(.key))
    }
  }

  /// What was typed; a text of several lines that nobody has changed stays as it is.
  private func words(insteadOf old: String?) -> String {
    guard let old, TextField.oneLine(old).trimmed == text(.text) else { return text(.text) }
    return old
  }

  private var incident: Int? { Int(text(.incident)) }
  private var before: LessonNumber? { Int(text(.before)).map { LessonNumber($0) } }

  var draft: LessonDraft {
    LessonDraft(
      checklist: ChecklistName(text(.checklist)), text: text(.learned),
      source: incident.map { .incident($0) } ?? .observation, step: step(.step)?.id, edit: edit,
      base: latest?.version.number, recurrenceOf: before)
  }

  /// The lesson with what was typed in it.
  func changed(_ original: Lesson) -> Lesson {
    var lesson = original
    if text(.learned) != TextField.oneLine(original.text).trimmed { lesson.text = text(.learned) }
    lesson.edit = edit
    // Where its step is gone the words are what it has, and stay.
    lesson.step = step(.step)?.id ?? (text(.step).isEmpty ? nil : original.step)
    lesson.recurrenceOf = before
    if fields.contains(where: { $0.purpose == .incident }) {
      lesson.source = incident.map { .incident($0) } ?? .observation
    }
    if lesson.edit != nil, lesson.edit != original.edit || text(.base).hasSuffix("latest"), let latest {
      lesson.base = latest.version.number
    }
    return lesson
  }
}
