import Domain

/// What an actor could undo and redo: their own undoable actions, newest first, and those they took back.
///
/// One's own is what the same login did (behind `sudo`, of the same session), for the same person. An undo is itself
/// an entry; redoing undoes it, and is then an action like any other.
struct UndoStack {
  let reader: any Reading
  let actor: Actor

  static let undo = "undo"
  static let redo = "redo"

  private static let own = """
    login = ? AND acting_as IS NOT DISTINCT FROM ? AND session_login IS NOT DISTINCT FROM ? \
    AND undo_policy = 'undoable'
    """
  private static let notUndone = "NOT EXISTS (SELECT 1 FROM journal AS later WHERE later.undoes = journal.seq)"

  /// The actor's last action that can be undone and isn't.
  func lastAction() throws -> Int? {
    try reader.first(
      """
      SELECT seq FROM journal WHERE \(Self.own) AND command <> 'undo' AND \(Self.notUndone)
      ORDER BY seq DESC LIMIT 1
      """, arguments
    )?.integer("seq")
  }

  /// The actor's last undo that isn't redone, unless they did something undoable since: that ends the redoing.
  func lastUndo() throws -> Int? {
    let undo = try reader.first(
      """
      SELECT seq FROM journal WHERE \(Self.own) AND command = 'undo' AND \(Self.notUndone)
      ORDER BY seq DESC LIMIT 1
      """, arguments
    )?.integer("seq")
    guard let undo else { return nil }
    let later = try reader.first(
      "SELECT seq FROM journal WHERE \(Self.own) AND command NOT IN ('undo', 'redo') AND seq > ? LIMIT 1",
      arguments + [Value(undo)])
    return later == nil ? undo : nil
  }

  private var arguments: [Value] {
    [.text(actor.login), Value(actor.isOneself ? nil : actor.actingAs?.text), Value(actor.sessionLogin)]
  }
}

extension Reading {
  /// What a bare undo by that actor would take back; nil when there is nothing.
  public func undoable(by actor: Actor) throws -> JournalEntry? {
    try UndoStack(reader: self, actor: actor).lastAction().flatMap { try journalEntry($0) }
  }

  /// What a redo by that actor would bring back: their last undo.
  public func redoable(by actor: Actor) throws -> JournalEntry? {
    try UndoStack(reader: self, actor: actor).lastUndo().flatMap { try journalEntry($0) }
  }
}
