import Domain
import Exchange
import Store
import Terminal

/// What is written in a retro, part by part.
enum RetroChanges {
  /// What a write is called.
  static let changing = "change a retro"
  /// The same for what came back from the editor.
  static let edited = "change a retro in the editor"

  /// Enter: writes where the cursor is, or opens what stands there.
  static func change(_ part: RetroPart, _ record: RetroRecord, _ people: [Handle], _ app: inout App) -> [Effect] {
    switch part {
    case .people: return RetroPeople.ask(record, people, &app)
    case .earlier(let item), .action(let item): return app.open(ItemScreen(item))
    case .lesson(let number): return app.open(LessonScreen(number))
    case .actions: return app.open(RetroActionFormScreen(record.retro.number, of: record.retro.team, for: nil))
    case .list(.factors): return askForFactor(record, &app)
    case .list(let list): return askForLine(list, .cause, record, &app)
    case .question, .decision, .impact, .surprised, .line: return askForText(part, record, &app)
    }
  }

  private static func askForText(_ part: RetroPart, _ record: RetroRecord, _ app: inout App) -> [Effect] {
    guard let before = part.text(in: record.retro.content) else { return [] }
    if before.contains(where: \.isNewline) {
      app.say("it has several lines: \(app.key(of: "retro.editor")) changes it in your editor", .refusal)
      return []
    }
    app.show(
      Prompt(
        title(of: part), explanation: explanation(of: part, app),
        needs: isNeeded(part) ? "a few words are needed" : nil,
        initial: before, purpose: "retro \(part)", in: app
      ) { reply, draft, app in
        guard case .text(let text) = reply else { return [] }
        return write(text.trimmed, to: part, record, draft: draft, &app)
      })
    return []
  }

  private static func title(of part: RetroPart) -> String {
    switch part {
    case .question(let question): question.title
    case .decision: "what was decided?"
    case .impact: "impact: whom did it hurt, how much, and for how long?"
    case .surprised: "why were we surprised?"
    case .line(let list, _): list.prompt
    default: part.words
    }
  }

  private static func explanation(of part: RetroPart, _ app: App) -> [String] {
    guard case .question = part else { return [] }
    return ["In a line of Markdown; \(app.key(of: "retro.editor")) writes a longer answer in your editor."]
  }

  /// Lines and decisions are removed, and not emptied.
  private static func isNeeded(_ part: RetroPart) -> Bool {
    switch part {
    case .line, .decision: true
    default: false
    }
  }

  /// Writes a text, unless somebody has changed the same one meanwhile.
  static func write(
    _ text: String, to part: RetroPart, _ record: RetroRecord, named name: String = changing, draft: Draft? = nil,
    _ app: inout App
  ) -> [Effect] {
    let before = part.text(in: record.retro.content)
    return perform(record, part.words, named: name, saying: "\(part.words): written", draft: draft, &app) { retro in
      let now = part.text(in: retro.content)
      guard now == before || now == text else {
        throw Failure(
          words: "somebody has changed \(part.words) meanwhile, so nothing was saved: what you wrote is kept")
      }
      part.write(text, to: &retro.content)
    }
  }

  static func perform(
    _ record: RetroRecord, _ words: String, named name: String = changing, saying: String, draft: Draft? = nil,
    _ app: inout App, _ change: @escaping @Sendable (inout Retro) throws -> Void
  ) -> [Effect] {
    let number = record.retro.number
    let write = StoreWrite(name: name) { store, actor, now in
      try store.perform(EditRetro(number, words, change: change), by: actor, at: now)
      return saying
    }
    return [app.write(write, draft: draft)]
  }

  // MARK: Lines

  private static func askForFactor(_ record: RetroRecord, _ app: inout App) -> [Effect] {
    let kinds: [(Character, ContributingFactor.Kind, String)] = [
      ("t", .trigger, "a trigger: what set it off, on that day and no other"),
      ("c", .cause, "a cause: what had lain there, waiting for a trigger"),
      ("a", .aggravation, "an aggravation: what made it worse, or longer"),
    ]
    app.show(
      Menu(
        "a contributing factor: what was it?",
        kinds.map { key, kind, title in
          Menu.Item(key: key, title: title, availability: .yes) { askForLine(.factors, kind, record, &$0) }
        }))
    return []
  }

  private static func askForLine(
    _ list: RetroList, _ kind: ContributingFactor.Kind, _ record: RetroRecord, _ app: inout App
  ) -> [Effect] {
    app.show(
      Prompt(
        list.prompt, needs: "a few words are needed", purpose: "retro \(list) \(kind)", in: app
      ) { reply, draft, app in
        guard case .text(let text) = reply else { return [] }
        return perform(record, list.title, saying: "\(list.title): written", draft: draft, &app) {
          list.add(text.trimmed, kind, to: &$0.content)
        }
      })
    return []
  }

  // MARK: Answers

  static func unknown(_ question: RetroQuestion, _ record: RetroRecord, _ app: inout App) -> [Effect] {
    perform(
      record, "\"we don't know\" to \(question.rawValue)",
      saying: "we don't know: \(app.key(of: "retro.action")) has somebody find out", &app
    ) { $0.content[question].isUnknown = true }
  }

  /// Whoever decided is chosen among those who are there, oneself first.
  static func decide(_ question: RetroQuestion, _ record: RetroRecord, _ app: inout App) -> [Effect] {
    let there = [app.viewer.handle] + [record.retro.facilitator].compactMap(\.self) + record.retro.attendees
    let people = there.firstOfEach
    guard people.count > 1 else { return askForDecision(question, by: people[0], record, &app) }
    app.show(
      Menu(
        "who decides?",
        zip(Menu.letters, people).map { key, who in
          Menu.Item(key: key, title: who.text, availability: .yes) {
            askForDecision(question, by: who, record, &$0)
          }
        }))
    return []
  }

  private static func askForDecision(
    _ question: RetroQuestion, by who: Handle, _ record: RetroRecord, _ app: inout App
  ) -> [Effect] {
    app.show(
      Prompt(
        "what does \(who) decide?", explanation: [question.title], needs: "a few words are needed",
        purpose: "retro decision \(question.rawValue)", in: app
      ) { reply, draft, app in
        guard case .text(let text) = reply else { return [] }
        return perform(
          record, "decided: \(text.trimmed)", saying: "decided by \(who)", draft: draft, &app
        ) { $0.content[question].decisions.append(RetroDecision(text.trimmed, by: who)) }
      })
    return []
  }

  static func judge(
    _ item: ItemNumber, _ verdict: ActionJudgement.Verdict, _ record: RetroRecord, _ app: inout App
  ) -> [Effect] {
    perform(record, "judged item \(item): \(verdict.rawValue)", saying: "item \(item): \(verdict.words)", &app) {
      retro in
      let note = retro.content.judgements.first { $0.item == item.value }?.note ?? ""
      retro.content.judgements.removeAll { $0.item == item.value }
      retro.content.judgements.append(ActionJudgement(item, verdict, note: note))
    }
  }

  // MARK: Taking away

  static func remove(_ part: RetroPart, _ record: RetroRecord, _ app: inout App) -> [Effect] {
    let number = record.retro.number
    switch part {
    case .action(let item):
      return [
        app.write(
          StoreWrite(name: changing) { store, actor, now in
            try store.perform(RemoveRetroAction(number, item), by: actor, at: now)
            return "item \(item) is no action of it any more; the item stays"
          })
      ]
    case .earlier(let item):
      return perform(record, "item \(item) is not judged", saying: "item \(item) is not judged", &app) {
        $0.content.judgements.removeAll { $0.item == item.value }
      }
    case .lesson(let lesson):
      return perform(record, "no answer ends in lesson \(lesson)", saying: "no answer ends in it any more", &app) {
        for question in RetroQuestion.allCases { $0.content[question].lessons.removeAll { $0 == lesson.value } }
      }
    case .line, .decision:
      let before = part.text(in: record.retro.content)
      return perform(record, "took away a line of \(part.words)", saying: "taken away", &app) { retro in
        guard part.text(in: retro.content) == before else {
          throw Failure(words: "somebody has changed it meanwhile, so nothing was taken away")
        }
        if case .line(let list, let index) = part { list.remove(at: index, from: &retro.content) }
        if case .decision(let question, let index) = part { retro.content[question].decisions.remove(at: index) }
      }
    default: return []
    }
  }

  // MARK: States

  static func enter(_ state: RetroState, _ record: RetroRecord, _ app: inout App) -> [Effect] {
    let number = record.retro.number
    let write = StoreWrite(name: changing) { store, actor, now in
      let retro = try store.perform(MoveRetro(number, to: state), by: actor, at: now)
      return "retro \(number) is \(retro.state.words)"
    }
    let open = record.openQuestions.map(\.title)
    if state == .reviewed, !open.isEmpty {
      app.show(
        Confirmation(
          question: "Is retro \(number) reviewed?",
          details: ["These questions are open: \(open.joined(separator: " "))"], yes: "it is"
        ) { [$0.write(write)] })
      return []
    }
    guard state == .closed else { return [app.write(write)] }
    let loose = record.looseAnswers.map(\.title)
    let incidents = record.incidents.filter { $0.times.closed == nil }.map { "incident \($0.number)" }
    app.show(
      Confirmation(
        question: "Close retro \(number)?",
        details: (incidents.isEmpty ? [] : ["It closes \(incidents.joined(separator: " and ")), too."])
          + (loose.isEmpty ? [] : ["Nothing comes of these answers: \(loose.joined(separator: " "))"]), yes: "close it"
      ) { [$0.write(write)] })
    return []
  }
}
