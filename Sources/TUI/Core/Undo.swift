import Domain
import Store

/// Taking back, and bringing back, what was changed in the store.
extension App {
  /// What is written on a run is never taken back by undo, and on its screen that is said instead of done.
  var undoAvailability: Availability {
    guard topScreen(RunScreen.self) != nil else { return .yes }
    return .no("what is written on a run stays: w withdraws the step's last entry, with a reason")
  }

  /// At once for what was just done here; anything older is shown first, because nobody remembers what it was.
  mutating func undo() -> [Effect] {
    guard let entry = undoable else { return [read(UndoQuestion())] }
    return [write(Self.undo(entry.seq))]
  }

  mutating func redo() -> [Effect] {
    [
      write(
        StoreWrite(name: "redo", offersUndo: true) { store, actor, now in
          "brought back: \(Self.subject(try store.redo(by: actor, at: now)))"
        })
    ]
  }

  static func undo(_ seq: Int) -> StoreWrite {
    StoreWrite(name: "undo", offersUndo: false) { store, actor, now in
      "undone: \(subject(try store.undo(seq, by: actor, at: now)))   (^R brings it back)"
    }
  }

  /// What an undo or redo was about, without the word in front.
  private static func subject(_ entry: JournalEntry) -> String {
    entry.summary.firstIndex(of: ":").map { String(entry.summary[entry.summary.index(after: $0)...]).trimmed }
      ?? entry.summary
  }

  /// Answers ``UndoQuestion``.
  mutating func offerUndo(_ reply: Reply) -> [Effect] {
    guard let (_, entry) = reply.to(UndoQuestion.self) else { return [] }
    guard let entry else {
      say("there is nothing of yours to undo", .refusal)
      return []
    }
    show(
      Confirmation(
        question: "Undo this?",
        details: ["\(entry.summary), by \(entry.by) on \(ClockText.dateAndTime(entry.at, self)) (entry \(entry.seq))"],
        yes: "undo it"
      ) { app in [app.write(Self.undo(entry.seq))] })
    return []
  }
}

/// What a bare undo would take back.
struct UndoQuestion: Question {
  func answer(from backend: any Backend) throws -> JournalEntry? {
    try backend.onStore { store, actor, _ in try store.read { try $0.undoable(by: actor) } }
  }
}
