import Domain
import Exchange
import Store

/// An entry of the journal, as `journal --json` gives it.
enum JournalJSON {
  static func json(_ entry: JournalEntry) -> JSON {
    [
      "seq": .integer(entry.seq), "at": JSON(entry.at), "command": .string(entry.command),
      "summary": .string(entry.summary), "by": JSON(entry.by), "login": .string(entry.login),
      "uid": .integer(Int(entry.uid)), "sessionLogin": JSON(entry.sessionLogin), "person": JSON(entry.person),
      "actingAs": JSON(entry.actingAs), "claims": JSON(entry.claims), "undo": .string(undo(entry)),
      "undoes": JSON(entry.undoes), "changes": .integer(entry.changeCount),
    ]
  }

  private static func undo(_ entry: JournalEntry) -> String {
    switch entry.undo {
    case .undoable: "undoable"
    case .correctOnly: "correct-only"
    case .never: "never"
    }
  }
}

/// The same for people, on one line.
enum JournalText {
  static func line(_ entry: JournalEntry, in clock: LocalClock) -> String {
    let login = entry.login == entry.by.text ? "" : " (\(entry.login))"
    return "\(entry.seq)  \(clock.dateAndTime(entry.at)) \(clock.zoneName)  \(entry.by)\(login)  \(entry.summary)"
  }
}
