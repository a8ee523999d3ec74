import Domain
import Text

/// `r` on a line: one more letter says what is to become of it. Nothing here stands in the way of the work; the run goes
/// on for the other meanwhile, and for oneself after `Enter`.
extension RunScreen {
  /// Whoever may note may mark a line too, on the run or not, running or paused.
  func canRedline(_ app: App) -> Availability {
    isActive(app).and(step == nil ? .no("no step is selected") : .yes)
  }

  mutating func openRedlines(_ app: inout App) -> [Effect] {
    guard let step else { return [] }
    let screen = self
    func item(
      _ key: Character, _ title: String, _ availability: Availability = .yes,
      _ perform: @escaping @Sendable (RunScreen, Step, inout App) -> Void
    ) -> Menu.Item {
      Menu.Item(key: key, title: title, availability: availability) { app in
        perform(screen, step, &app)
        return []
      }
    }
    app.show(
      Menu(
        // The menu may lie over the line itself.
        "redline step \(step.number): \(TextField.oneLine(step.text))",
        [
          item("r", "Reword it") { $0.askRewording($1, &$2) },
          item("a", "Add a line after it") { $0.askAddition($1, .after($1.id), &$2) },
          item("b", "Add a line before it") { $0.askAddition($1, .before($1.id), &$2) },
          item("d", "Remove it") { $0.askWhy($1, .remove($1.id), "remove it", &$2) },
          item("m", "Move it", canMove(step)) { $0.choosePlace($1, &$2) },
          item("k", step.isKiller ? "No killer step any more" : "Make it a killer step") { screen, step, app in
            let edit = Self.killerEdit(step)
            screen.askWhy(step, edit, step.isKiller ? "no killer step any more" : "make it a killer step", &app)
          },
          item("s", "Set an attribute, as in expect: 45m") { $0.askAttribute($1, &$2) },
          item("w", "This is wrong, and I say what") { $0.askWhatIsWrong($1, &$2) },
        ]))
    return []
  }

  private func canMove(_ step: Step) -> Availability {
    guard let run else { return .no("the run is not read yet") }
    return StepPlaces(moving: step.id, in: run.steps).rows.count > 1 ? .yes : .no("there is nowhere else")
  }

  private static func killerEdit(_ step: Step) -> ProposedEdit {
    step.isKiller ? .unset(step.id, key: "killer") : .set(step.id, key: "killer", value: nil)
  }

  // MARK: Questions

  func askRewording(_ step: Step, _ app: inout App) {
    let text = TextField.oneLine(step.text)
    ask(
      "reword step \(step.number)", needs: "a line says something", initial: text, "reword", step, &app,
      check: { $0.trimmed == text ? "that is what it says" : nil }
    ) { Redline(step: step.id, edit: .reword(step.id, to: TextField.oneLine($0).trimmed)) }
  }

  func askAddition(_ step: Step, _ place: StepPlace, _ app: inout App) {
    let side = if case .before = place { "before" } else { "after" }
    ask("add a line \(side) step \(step.number)", needs: "a line says something", "add \(side)", step, &app) { text in
      // What comes from the editor may have more lines: they are the new step's details.
      let lines = text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      let body = lines.dropFirst().first?.trimmed ?? ""
      return Redline(
        step: step.id, edit: .add(text: TextField.oneLine(lines.first ?? "").trimmed, body: body, place))
    }
  }

  func askWhatIsWrong(_ step: Step, _ app: inout App) {
    ask("what is wrong with step \(step.number)?", needs: "a few words are needed", "wrong", step, &app) {
      Redline(step: step.id, why: $0.trimmed)
    }
  }

  func askAttribute(_ step: Step, _ app: inout App) {
    ask(
      "set an attribute of step \(step.number)",
      ["\(AttributeLine.example); no KEY takes one away"],
      needs: "which one?", suggestions: .names(AttributeLine.suggestions(for: step)), "set", step, &app,
      check: { AttributeLine($0).complaint(on: step) }
    ) { Redline(step: step.id, edit: AttributeLine($0).edit(of: step.id)) }
  }

  /// What is proposed says everything but the reason, and that may be left out.
  func askWhy(_ step: Step, _ edit: ProposedEdit, _ what: String, _ app: inout App) {
    ask(
      "step \(step.number), \(what): why? (may be empty)", needs: nil, "why \(what)", step, &app
    ) { Redline(step: step.id, edit: edit, why: $0.trimmed) }
  }

  func choosePlace(_ step: Step, _ app: inout App) {
    guard let run else { return }
    let screen = self
    app.show(
      PlaceChooser(step, in: run) { place, words, app in
        screen.askWhy(step, .move(step.id, place), "move it \(words)", &app)
        return []
      })
  }

  private func ask(
    _ title: String, _ explanation: [String] = [], needs: String?, initial: String = "",
    suggestions: Suggestions = [], _ purpose: String, _ step: Step, _ app: inout App,
    check: @escaping @Sendable (String) -> String? = { _ in nil }, _ redline: @escaping @Sendable (String) -> Redline
  ) {
    let number = number
    app.show(
      Prompt(
        title, explanation: explanation, needs: needs, suggestions: suggestions, initial: initial,
        purpose: "redline \(purpose) \(step.id)", in: app, check: check
      ) { reply, draft, app in
        guard case .text(let text) = reply else { return [] }
        return [app.write(RunWrite.redline(number, redline(text)), draft: draft)]
      })
  }
}
