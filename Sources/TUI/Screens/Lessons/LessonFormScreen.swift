import ChecklistFile
import Domain
import Store
import Terminal

/// The form for a lesson: out of the blue, or one that proposes something else from now on.
struct LessonFormScreen: FormScreen {
  static let name = ScreenName("lesson-form")

  /// Nil for a new one.
  let lesson: LessonNumber?
  private let checklist: ChecklistName?
  /// The retro that taught it, and the question whose answer ends in it.
  private let retro: (number: RetroNumber, source: LessonSource, question: RetroQuestion?)?
  private let incident: IncidentNumber?
  var form: LessonFields?
  var chosen = 0
  var top = 0
  private(set) var isSending = false
  private(set) var failure: String?
  /// What the edit that was typed would change, or why it can't be made.
  private var tried: (edit: ProposedEdit, result: Result<[StepChange], Failure>)?

  /// A new one; the checklist is a guess.
  ///
  /// - Parameter incident: what taught it.
  init(checklist: ChecklistName?, incident: IncidentNumber? = nil) {
    lesson = nil
    self.checklist = checklist
    self.incident = incident
    retro = nil
  }

  /// A new one that a retro taught.
  init(checklist: ChecklistName?, learnedIn retro: RetroNumber, _ source: LessonSource, for question: RetroQuestion?) {
    lesson = nil
    self.checklist = checklist
    incident = nil
    self.retro = (retro, source, question)
  }

  init(changing lesson: LessonNumber) {
    self.lesson = lesson
    checklist = nil
    retro = nil
    incident = nil
  }

  mutating func refresh(_ app: inout App) -> [Effect] {
    form == nil ? [app.read(LessonFormQuestion(lesson: lesson, checklist: checklist))] : []
  }

  mutating func receive(_ reply: Reply, _ app: inout App) -> [Effect] {
    if form == nil, let (question, answer) = reply.to(LessonFormQuestion.self), question.lesson == lesson {
      if let fate = answer.lesson?.fate {
        failure = "\(Clash.lessonSettled(answer.lesson?.number ?? LessonNumber(0), fate))"
        return []
      }
      let taught = incident ?? retro?.source.incident.map { IncidentNumber($0) }
      form = LessonFields(answer, checklist: checklist, incident: taught)
      // A new one begins with what is not known yet.
      if lesson == nil, form?.text(.checklist).isEmpty == false { choose { $0.purpose == .kind } }
      return tryEdit(&app)
    }
    if let (question, latest) = reply.to(LessonStepsQuestion.self), question.checklist.text == form?.text(.checklist) {
      form?.latest = latest
      form?.arrange()
      return tryEdit(&app)
    }
    if let (question, result) = reply.to(TryEditQuestion.self), question.edit == form?.edit {
      tried = (question.edit, result)
    }
    return []
  }

  mutating func couldNotRead(_ question: any Question, _ failure: Failure) {
    if question is LessonFormQuestion, form == nil { self.failure = failure.words }
  }

  mutating func hasTyped(_ app: inout App) -> [Effect] {
    form?.arrange()
    return readSteps(&app) + tryEdit(&app)
  }

  private mutating func readSteps(_ app: inout App) -> [Effect] {
    guard let form, lesson == nil else { return [] }
    let name = form.text(.checklist)
    guard form.latest?.version.checklist.text != name else { return [] }
    self.form?.latest = nil
    guard form.answer.checklists.contains(where: { $0.text == name }) else { return [] }
    return [app.read(LessonStepsQuestion(checklist: ChecklistName(name)))]
  }

  private func tryEdit(_ app: inout App) -> [Effect] {
    guard let form, let edit = form.edit, let checklist = form.latest?.version.checklist else { return [] }
    return [app.read(TryEditQuestion(checklist: checklist, edit: edit))]
  }

  var title: [Span] {
    [Span(lesson.map { "Lesson \($0)" } ?? retro.map { "A new lesson of retro \($0.number)" } ?? "A new lesson", .bold)]
  }

  func remarks(_ glyphs: Glyphs) -> [FormRemark] {
    guard let form else { return [] }
    var remarks = [LessonFields.Purpose.step, .place].compactMap {
      form.fields.map(\.purpose).contains($0) ? form.step($0) : nil
    }
    .map { FormRemark(text: "\($0.number) reads: \(LessonWords.line($0.text))", style: .dim) }
    guard let tried, tried.edit == form.edit else { return remarks }
    switch tried.result {
    case .success(let changes):
      remarks += changes.prefix(3).map { FormRemark(text: LessonWords.line($0.markedSummary)) }
    case .failure(let failure):
      remarks.append(
        FormRemark(text: "\(glyphs.warning) \(failure.words)", style: Style(foreground: .yellow)))
    }
    return remarks
  }

  mutating func send(_ app: inout App) -> [Effect] {
    guard let form else { return [] }
    isSending = true
    guard let original = form.answer.lesson else {
      var draft = form.draft
      if let retro {
        draft.source = .retro(run: retro.source.run, incident: draft.source.incident)
      }
      return [
        app.write(
          StoreWrite(name: writeName) { [draft, retro] store, actor, now in
            if let retro {
              let command = LearnInRetro(retro.number, draft, for: retro.question)
              return "lesson \(try store.perform(command, by: actor, at: now)) was written down"
            }
            let number = try store.perform(AddLesson(draft), by: actor, at: now)
            return "lesson \(number) was written down"
          })
      ]
    }
    let changed = form.changed(original)
    return [
      app.write(
        StoreWrite(name: writeName) { store, actor, now in
          try store.perform(
            EditLesson(original.number) { known in
              try merge(\.text, named: "words", of: changed, begunAs: original, into: &known)
              try merge(\.edit, named: "proposed change", of: changed, begunAs: original, into: &known)
              try merge(\.base, named: "version it is for", of: changed, begunAs: original, into: &known)
              try merge(\.step, named: "step", of: changed, begunAs: original, into: &known)
              try merge(\.source, named: "incident", of: changed, begunAs: original, into: &known)
              try merge(\.recurrenceOf, named: "lesson before", of: changed, begunAs: original, into: &known)
            }, by: actor, at: now)
          return "lesson \(original.number) was changed"
        })
    ]
  }

  private var writeName: String { "lesson form \(lesson?.description ?? "new")" }

  mutating func wrote(_ write: PendingWrite, _ result: Result<Written, Failure>, _ app: inout App) -> [Effect] {
    guard isSending, (write.write as? StoreWrite)?.name == writeName else { return [] }
    isSending = false
    guard case .success = result else { return [] }
    form = nil
    return app.topScreen(LessonFormScreen.self) == nil ? [] : app.back()
  }

  static let commands = formCommands("save", sending: "save the lesson") { screen, app in
    app.backLeavingForm(hasDraft: screen.hasDraft)
  }
}
