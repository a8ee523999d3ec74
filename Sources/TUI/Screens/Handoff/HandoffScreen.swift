import Domain
import Exchange
import Foundation
import Host
import Store
import Terminal
import Workflow

/// What one pair hands over to the next: what goes on, the note, and who has signed.
struct HandoffScreen: TextPageScreen {
  static let name = ScreenName("handoff")

  let number: DutyNumber
  private(set) var content: HandoffContent?
  private(set) var failure: String?
  var page = TextPage()
  /// What the page was laid out for; nil when it has to be anew.
  private var laidOut: Layout?
  /// A note that came from the editor and could not be written.
  private var unsaved: String?

  private struct Layout: Equatable {
    var width: Int
    var hasBegun: Bool
  }

  init(of number: DutyNumber) { self.number = number }

  var handoff: DutyHandoff? { content?.handoff }
  var zone: TimeZone? { content?.clock.zone }

  mutating func refresh(_ app: inout App) -> [Effect] { [app.read(HandoffQuestion(number: number))] }

  mutating func receive(_ reply: Reply, _ app: inout App) -> [Effect] {
    guard let (question, content) = reply.to(HandoffQuestion.self), question.number == number else { return [] }
    self.content = content
    failure = nil
    laidOut = nil
    return []
  }

  mutating func couldNotRead(_ question: any Question, _ failure: Failure) {
    if (question as? HandoffQuestion)?.number == number { self.failure = failure.words }
  }

  mutating func wrote(_ write: PendingWrite, _ result: Result<Written, Failure>, _ app: inout App) -> [Effect] {
    guard (write.write as? StoreWrite)?.name == noteWrite else { return [] }
    if case .success = result { unsaved = nil }
    // What was refused is shown beside what stands there.
    return refresh(&app)
  }

  mutating func settle(_ app: App) {
    if let content {
      let layout = Layout(width: app.size.width, hasBegun: hasBegun(app))
      if layout != laidOut {
        laidOut = layout
        page.show(HandoffLines(content: content, width: max(1, app.size.width - 3), app: app).lines)
      }
    }
    page.settle(height: TextPage.rows(app.size))
  }

  /// What is under way goes on to change.
  var settlesWithTime: Bool { true }
  var isRead: Bool { content != nil || failure != nil }
  var hasDraft: Bool { unsaved != nil }

  func copyable(_ app: App) -> String? {
    content.map { HandoffMarkdown.page($0.handoff, names: $0.names, in: $0.clock) }
  }

  func draw(on screen: inout Screen, in area: Rect, _ app: App) {
    let title = handoff.map { "Hand-over of \($0.duty.team), duty \(number)  \(state($0, app))" } ?? "Duty \(number)"
    page.draw(
      on: &screen, in: area, title: title, empty: failure ?? "reading\(screen.glyphs.ellipsis)",
      note: app.viewer.storeNote)
  }

  private func state(_ handoff: DutyHandoff, _ app: App) -> String {
    if !hasBegun(app) { return "not begun" }
    if handoff.isSigned { return "signed" }
    let all = handoff.signatures.count + handoff.unsigned.count
    return "\(handoff.signatures.count) of \(all) signed"
  }

  private func hasBegun(_ app: App) -> Bool { handoff.map { $0.duty.window.start <= app.now } ?? false }
}

// MARK: What can be done

extension HandoffScreen {
  private var noteWrite: String { "note of duty \(number)" }

  private func canWrite(_ app: App) -> Availability {
    guard let handoff else { return .no("it is not read yet") }
    if !hasBegun(app) { return .no("the duty has not begun: there is nothing to hand over yet") }
    return handoff.signatures.isEmpty ? .yes : .no("it is signed, and its note stays as it is: u undoes a signature")
  }

  private func canSign(_ app: App) -> Availability {
    guard let handoff else { return .no("it is not read yet") }
    if !hasBegun(app) { return .no("the duty has not begun: there is nothing to hand over yet") }
    guard handoff.sides.side(of: app.viewer.handle) != nil else {
      return .no("you are in neither of the two pairs")
    }
    return handoff.unsigned.contains(app.viewer.handle) ? .yes : .no("you have signed it")
  }

  /// Asks first, for the note stays as it is from the first signature on.
  private func askToSign(_ app: inout App) -> [Effect] {
    guard let handoff, let side = handoff.sides.side(of: app.viewer.handle) else { return [] }
    let others = handoff.unsigned.filter { $0 != app.viewer.handle }.map(\.text)
    let does = side == .outgoing ? "hand the duty over" : "take over"
    var details = [others.isEmpty ? "You are the last one." : "Still to sign: \(others.joined(separator: ", "))."]
    if handoff.signatures.isEmpty {
      details.append(
        handoff.note.isEmpty
          ? "Nobody wrote a note, and none can be written once it is signed."
          : "The note stays as it is from the first signature on.")
    }
    app.show(
      Confirmation(
        question: "Sign as \(side.rawValue): you \(does)?", details: details, yes: "sign"
      ) { [number] app in
        let write = StoreWrite(name: "sign duty \(number)") { store, actor, now in
          let sides = try store.perform(SignHandoff(number), by: actor, at: now)
          let left = sides.unsigned.map(\.text).joined(separator: ", ")
          return left.isEmpty ? "signed by all" : "signed; still to sign: \(left)"
        }
        return [app.write(write)]
      })
    return []
  }

  /// A short note is typed at once; a longer one is the editor's.
  private func askForNote(_ app: inout App) -> [Effect] {
    guard let handoff else { return [] }
    let before = handoff.note
    if before.contains(where: \.isNewline) {
      app.say("the note has several lines: \(app.key(of: "handoff.editor")) changes it in your editor", .refusal)
      return []
    }
    app.show(
      Prompt(
        "what does the next pair have to know?", needs: "a few words are needed", initial: before,
        purpose: noteWrite, in: app
      ) { [self] reply, draft, app in
        guard case .text(let text) = reply else { return [] }
        return [app.write(writing(text.trimmed, over: before), draft: draft)]
      })
    return []
  }

  private func writing(_ note: String, over before: String) -> StoreWrite {
    StoreWrite(name: noteWrite) { [number] store, actor, now in
      try store.perform(WriteHandoff(number, note: note, replacing: before), by: actor, at: now)
      return "the note was written"
    }
  }

  /// What came back from the editor takes the place of the note, unless somebody has changed it meanwhile.
  mutating func edited(_ text: String, _ app: inout App) -> [Effect] {
    guard let handoff else { return [] }
    unsaved = text
    return [app.write(writing(text.trimmed, over: handoff.note))]
  }

  private func askForFile(_ app: inout App) -> [Effect] {
    guard let handoff else { return [] }
    app.show(
      Prompt(
        "write the hand-over as a Markdown page: into which file?",
        explanation: ["A file that is there already is never written over."], needs: "a file is needed",
        suggestions: .files, initial: "handoff-\(handoff.duty.team)-\(number).md", purpose: "export", in: app
      ) { [number] reply, draft, app in
        guard case .text(let path) = reply else { return [] }
        let write = StoreWrite(name: "export handoff") { store, _, now in
          "written to \(try ExportHandoff(of: number, path: HomePath.expanded(path.trimmed)).run(in: store, at: now))"
        }
        return [app.write(write, draft: draft)]
      })
    return []
  }

  /// Opens what is handed over; of several things, the one that is chosen.
  private func openPart(_ app: inout App) -> [Effect] {
    let parts = handoff.map(HandoffPart.parts) ?? []
    guard parts.count != 1 else { return parts[0].open(&app) }
    app.show(
      Menu(
        "open what?",
        zip(Menu.letters, parts).map { key, part in
          Menu.Item(key: key, title: part.title, availability: .yes) { part.open(&$0) }
        }))
    return []
  }

  static let commands: [Command] = [
    .on(
      HandoffScreen.self, "handoff.open", ["Enter"], "Open what is handed over: a run, a redline, an item",
      label: "open", rank: 30,
      when: { screen, _ in
        screen.handoff.map(HandoffPart.parts)?.isEmpty == false ? .yes : .no("there is nothing here to open")
      }
    ) { $0.openPart(&$1) },
    .on(
      HandoffScreen.self, "handoff.sign", ["S"], "Sign it, for the pair that you are of", label: "sign", rank: 10,
      isAlwaysShown: true, when: { $0.canSign($1) }
    ) { $0.askToSign(&$1) },
    .on(
      HandoffScreen.self, "handoff.editor", ["E"], "Write the note in your editor", label: "editor", rank: 20,
      when: { $0.canWrite($1) }
    ) { screen, _ in (screen.unsaved ?? screen.handoff?.note).map { [.terminal(.edit($0))] } ?? [] },
    .on(
      HandoffScreen.self, "handoff.note", ["c"], "Write the note in one line, here", label: "note", rank: 25,
      when: { $0.canWrite($1) }
    ) { $0.askForNote(&$1) },
    .on(
      HandoffScreen.self, "handoff.export", ["X"], "Write it to a file, as a Markdown page", label: "export", rank: 40,
      when: { screen, _ in screen.handoff == nil ? .no("it is not read yet") : .yes }
    ) { $0.askForFile(&$1) },
    nextHitCommand(rank: 55),
  ]
}
