import Domain
import Exchange
import Terminal

extension RetroScreen {
  private var canWrite: Availability {
    guard let retro else { return .no(isRead ? "there is no retro yet" : "it is not read yet") }
    return retro.state == .closed ? .no("it is closed: U takes it back to reviewed first") : .yes
  }

  private var canChange: Availability {
    guard retro != nil else {
      if case .incident = subject, hasRead { return .yes }
      return .no("it is not read yet")
    }
    switch selected {
    // What only opens something works when it is closed, too.
    case .earlier, .action, .lesson: return .yes
    default: return canWrite
    }
  }

  private var canEdit: Availability {
    canWrite.and(
      retro.flatMap { selected.text(in: $0.content) } == nil ? .no("there is nothing here to write") : .yes)
  }

  private var onQuestion: Availability {
    canWrite.and(selected.question == nil ? .no("the cursor is on none of the four questions") : .yes)
  }

  private var onEarlier: Availability {
    if case .earlier = selected { return canWrite }
    return canWrite.and(.no("the cursor is on no earlier action"))
  }

  private var canRemove: Availability {
    switch selected {
    case .line, .decision, .action: return canWrite
    case .earlier(let item):
      let isJudged = retro?.content.judgements.contains { $0.item == item.value } ?? false
      return canWrite.and(isJudged ? .yes : .no("it is not judged"))
    case .lesson(let number):
      let isNamed = RetroQuestion.allCases.contains { retro?.content[$0].lessons.contains(number.value) ?? false }
      return canWrite.and(isNamed ? .yes : .no("no answer ends in it: it came out of the incident"))
    default: return canWrite.and(.no("this is a part of every retro"))
    }
  }

  /// One state on.
  private var next: RetroState? {
    switch retro?.state {
    case .draft: .inReview
    case .inReview: .reviewed
    case .reviewed: .closed
    case .closed, nil: nil
    }
  }

  private var before: RetroState? {
    switch retro?.state {
    case .inReview: .draft
    case .reviewed: .inReview
    case .closed: .reviewed
    case .draft, nil: nil
    }
  }

  private var canGoOn: Availability {
    guard let record else { return canWrite }
    guard let next else { return .no("it is closed") }
    guard next == .closed, !record.openQuestions.isEmpty else { return .yes }
    let open = record.openQuestions.map(\.title).joined(separator: " ")
    return .no("still open: \(open) Each needs an answer, or an action with an owner and a date")
  }

  private func judging(_ verdict: ActionJudgement.Verdict, _ app: inout App) -> [Effect] {
    guard let record, case .earlier(let item) = selected else { return [] }
    return RetroChanges.judge(item, verdict, record, &app)
  }

  private func learn(_ app: inout App) -> [Effect] {
    guard let retro else { return [] }
    let source = LessonSource.retro(run: retro.run, incident: retro.incidents.first?.value)
    let checklist = record?.run?.version.checklist
    return app.open(
      LessonFormScreen(checklist: checklist, learnedIn: retro.number, source, for: selected.question))
  }

  private static func judgement(
    _ key: String, _ verdict: ActionJudgement.Verdict, _ id: String, _ label: String, rank: Int
  ) -> Command {
    .on(
      RetroScreen.self, "retro.\(id)", [key], "Judge the earlier action: \(verdict.words)", label: label, rank: rank,
      matters: { screen, _ in screen.onEarlier.isYes }, when: { screen, _ in screen.onEarlier }
    ) { $0.judging(verdict, &$1) }
  }

  static let commands: [Command] = [
    .on(
      RetroScreen.self, "retro.change", ["Enter"], "Write where the cursor is, or open what stands there",
      label: "change", rank: 10, when: { screen, _ in screen.canChange }
    ) { $0.change(&$1) },
    .on(
      RetroScreen.self, "retro.editor", ["E"], "Write it in your editor", label: "editor", rank: 20,
      matters: { screen, _ in screen.canEdit.isYes }, when: { screen, _ in screen.canEdit }
    ) { $0.edit(&$1) },
    .on(
      RetroScreen.self, "retro.unknown", ["w"], "Answer with \"we don't know\", which asks for an action",
      label: "don't know", rank: 30, matters: { screen, _ in screen.onQuestion.isYes },
      when: { screen, _ in screen.onQuestion }
    ) { screen, app in
      guard let record = screen.record, let question = screen.selected.question else { return [] }
      return RetroChanges.unknown(question, record, &app)
    },
    .on(
      RetroScreen.self, "retro.action", ["a"], "Have somebody do something: an item with an owner and a date",
      label: "action", rank: 15, when: { screen, _ in screen.canWrite }
    ) { screen, app in
      guard let retro = screen.retro else { return [] }
      return app.open(RetroActionFormScreen(retro.number, of: retro.team, for: screen.selected.question))
    },
    .on(
      RetroScreen.self, "retro.decision", ["d"], "Write down a decision that ends the question, and whose it is",
      label: "decision", rank: 35, matters: { screen, _ in screen.onQuestion.isYes },
      when: { screen, _ in screen.onQuestion }
    ) { screen, app in
      guard let record = screen.record, let question = screen.selected.question else { return [] }
      return RetroChanges.decide(question, record, &app)
    },
    .on(
      RetroScreen.self, "retro.lesson", ["l"], "Write down a lesson for a checklist, in a form", label: "lesson",
      rank: 40, when: { screen, _ in screen.canWrite }
    ) { $0.learn(&$1) },
    judgement("1", .worked, "worked", "worked", rank: 11),
    judgement("2", .didNotWork, "did-not-work", "did not work", rank: 12),
    judgement("3", .tooEarly, "too-early", "too early", rank: 13),
    judgement("4", .notDone, "not-done", "not done", rank: 14),
    .on(
      RetroScreen.self, "retro.remove", ["x"], "Take it away: the line, the decision, the judgement, the action",
      label: "remove", rank: 50, matters: { screen, _ in screen.canRemove.isYes },
      when: { screen, _ in screen.canRemove }
    ) { screen, app in screen.record.map { RetroChanges.remove(screen.selected, $0, &app) } ?? [] },
    .on(
      RetroScreen.self, "retro.people", ["O"], "Say who leads it, who is there, and what it is called",
      label: "people", rank: 60, when: { screen, _ in screen.canWrite }
    ) { screen, app in screen.record.map { RetroPeople.ask($0, screen.people, &app) } ?? [] },
    .on(
      RetroScreen.self, "retro.further", ["F"], "Take it one state on: in review, reviewed, closed", label: "further",
      rank: 45, isAlwaysShown: true, when: { screen, _ in screen.canGoOn }
    ) { screen, app in
      guard let record = screen.record, let next = screen.next else { return [] }
      return RetroChanges.enter(next, record, &app)
    },
    .on(
      RetroScreen.self, "retro.reopen", ["U"], "Take it one state back", label: "reopen", rank: 70,
      matters: { screen, _ in screen.retro?.state == .closed },
      when: { screen, _ in screen.before == nil ? .no("it is a draft, and there is nothing before that") : .yes }
    ) { screen, app in
      guard let record = screen.record, let before = screen.before else { return [] }
      return RetroChanges.enter(before, record, &app)
    },
  ]
}
