import Domain
import Store

/// What was just said to be undone, or brought back, by one key.
enum Offer: Hashable, Sendable {
  case undo(Int)
  case redo
}

/// Taking back, and bringing back, what was changed in the store.
extension App {
  /// What is written on a run is never taken back by undo, and on its screen that is said instead of done.
  var undoAvailability: Availability {
    if top?.takesLetters == true { return .no("the form comes first: Esc leaves it") }
    // What was just done to the backlog from a run's screen is taken back there too.
    guard topScreen(RunScreen.self) != nil, messages.current == nil || offer == nil else { return .yes }
    return .no(
      "what is written on a run stays: w withdraws the step's last entry, with a reason; a redline is declined on Lessons, g l"
    )
  }

  /// At once while it is offered; anything older is shown first, because nobody remembers what it was.
  mutating func undo() -> [Effect] {
    guard case .undo(let seq)? = takeOffer() else { return [ask(UndoQuestion())] }
    return [write(StoreWrite.undoing(seq))]
  }

  mutating func redo() -> [Effect] {
    guard case .redo? = takeOffer() else { return [ask(RedoQuestion())] }
    return [write(StoreWrite.redoing)]
  }

  /// It is good once, and as long as the words that made it show.
  private mutating func takeOffer() -> Offer? {
    defer { offer = nil }
    return messages.current == nil ? nil : offer
  }

  /// Answers ``UndoQuestion``.
  mutating func offerUndo(_ reply: Reply) -> [Effect] {
    guard let (question, entry) = reply.to(UndoQuestion.self), isWanted(question) else { return [] }
    guard let entry else {
      say("there is nothing of yours to undo", .refusal)
      return []
    }
    return confirm("Undo this?", entry, yes: "undo it", StoreWrite.undoing(entry.seq))
  }

  /// Answers ``RedoQuestion``.
  mutating func offerRedo(_ reply: Reply) -> [Effect] {
    guard let (question, entry) = reply.to(RedoQuestion.self), isWanted(question) else { return [] }
    guard let entry else {
      say("there is nothing that you have undone and could bring back", .refusal)
      return []
    }
    return confirm("Bring this back?", entry, yes: "bring it back", StoreWrite.redoing)
  }

  private mutating func confirm(
    _ question: String, _ entry: JournalEntry, yes: String, _ write: StoreWrite
  ) -> [Effect] {
    show(
      Confirmation(
        question: question,
        details: ["\(entry.summary), by \(entry.by) on \(ClockText.dateAndTime(entry.at, self)) (entry \(entry.seq))"],
        yes: yes
      ) { app in [app.write(write)] })
    return []
  }
}

extension StoreWrite {
  static let undo = "undo"
  static let redo = "redo"

  static func undoing(_ seq: Int) -> StoreWrite {
    StoreWrite(name: undo, offersUndo: false) { store, actor, now in
      "undone: \(subject(try store.undo(seq, by: actor, at: now)))   (^R brings it back)"
    }
  }

  static let redoing = StoreWrite(name: redo) { store, actor, now in
    "brought back: \(subject(try store.redo(by: actor, at: now)))"
  }

  /// What an undo or redo was about, without the word in front.
  private static func subject(_ entry: JournalEntry) -> String {
    entry.summary.firstIndex(of: ":").map { String(entry.summary[entry.summary.index(after: $0)...]).trimmed }
      ?? entry.summary
  }
}

/// What a bare undo would take back.
struct UndoQuestion: Question {
  func answer(from backend: any Backend) throws -> JournalEntry? {
    try backend.onStore { store, actor, _ in try store.read { try $0.undoable(by: actor) } }
  }
}

/// The undo that a redo would take back.
struct RedoQuestion: Question {
  func answer(from backend: any Backend) throws -> JournalEntry? {
    try backend.onStore { store, actor, _ in try store.read { try $0.redoable(by: actor) } }
  }
}
