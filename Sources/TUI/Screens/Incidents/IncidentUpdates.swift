import Domain
import Store
import Terminal

/// Status updates: drafted, kept, and sent after a question whose answer is no by itself.
extension IncidentScreen {
  func canSend(_ app: App) -> Availability {
    guard let content else { return .no("it is not read yet") }
    return content.record.updates.contains { $0.sent == nil }
      ? .yes : .no("there is no draft: \(app.key(of: "incident.update")) writes one")
  }

  /// - Parameter old: the draft to write anew; a new one where it is nil.
  func draftUpdate(_ old: StatusUpdate? = nil, _ app: inout App) -> [Effect] {
    let number = number
    app.show(
      Prompt(
        old.map { "status update \($0.number): what is to be told?" } ?? "status update: what is to be told?",
        explanation: ["It is kept as a draft; \(app.key(of: "incident.send")) sends it. ^X opens your editor."],
        needs: "say what is to be told", initial: old?.text ?? "", purpose: "update \(old?.number ?? 0)", in: app
      ) { reply, draft, app in
        guard case .text(let text) = reply else { return [] }
        let write = StoreWrite(name: "draft for incident \(number)") { store, actor, now in
          let update = try store.perform(DraftStatusUpdate(number, update: old?.number, text), by: actor, at: now)
          return "status update \(update) is drafted"
        }
        return [app.write(write, draft: draft)]
      })
    return []
  }

  /// Of several drafts the one that is chosen.
  func offerDrafts(_ app: inout App) -> [Effect] {
    let drafts = content?.record.updates.filter { $0.sent == nil } ?? []
    if drafts.count == 1, let draft = drafts.first { return offer(draft, &app) }
    let screen = self
    app.show(
      Menu(
        "which draft?",
        zip(Menu.letters, drafts).map { key, draft in
          Menu.Item(key: key, title: "\(draft.number)  \(LessonWords.line(draft.text))", availability: .yes) { app in
            screen.offer(draft, &app)
          }
        }))
    return []
  }

  func offer(_ update: StatusUpdate, _ app: inout App) -> [Effect] {
    guard update.sent == nil else {
      let sent = update.sent.map { "sent by \($0.by) \(ClockText.time($0.at, app))" } ?? ""
      app.show(
        Reader(
          "Status update \(update.number), \(sent)",
          update.text.split(separator: "\n", omittingEmptySubsequences: false).map { Reader.Line(String($0)) }))
      return []
    }
    let screen = self
    app.show(
      Menu(
        "draft \(update.number): \(LessonWords.line(update.text))",
        [
          Menu.Item(key: "s", title: "Send it", availability: .yes) { app in screen.askToSend(update, &app) },
          Menu.Item(key: "w", title: "Write it anew", availability: .yes) { app in screen.draftUpdate(update, &app) },
        ]))
    return []
  }

  private func askToSend(_ update: StatusUpdate, _ app: inout App) -> [Effect] {
    let (number, name) = (number, noteWrite)
    app.show(
      Confirmation(
        question: "Send status update \(update.number) of incident \(number)?",
        details: [update.text, "What was told can't be taken back."], yes: "send it"
      ) { app in
        [
          app.write(
            StoreWrite(name: name) { store, actor, now in
              try store.perform(SendStatusUpdate(number, update: update.number), by: actor, at: now)
              return "status update \(update.number) was sent"
            })
        ]
      })
    return []
  }
}
