import Domain
import Store
import Terminal

extension JournalEntry: Identifiable {
  public var id: Int { seq }
}

/// Who did what, newest first; what can be taken back is taken back from here.
struct JournalScreen: LongListScreen {
  static let name = ScreenName("journal")

  var list = RowList<JournalEntry>(columns)
  var long = LongList<JournalEntry>()

  private static let columns: [Column<JournalEntry>] = [
    Column("entry") { entry, _, _ in Span("\(entry.seq)", .dim) },
    Column("when") { entry, app, _ in Span(ClockText.dateAndTime(entry.at, app), .dim) },
    Column("who") { entry, _, _ in Span(entry.by.text, .bold) },
    Column("what", isFlexible: true) { entry, _, _ in Span(entry.summary) },
    Column("undo", expendable: 1) { entry, _, _ in
      switch entry.undo {
      case .undoable: Span(entry.undoes.map { "of \($0)" } ?? "can be undone", .dim)
      case .correctOnly, .never: Span("stays", .dim)
      }
    },
    Column("command", expendable: 0) { entry, _, _ in Span(entry.command, .dim) },
  ]

  typealias Stretch = JournalQuestion
  static func number(of seq: Int) -> Int { seq }

  var filterHint: String { "words, as in imported new-release; by:ana" }

  func emptyWords(_ app: App) -> String { "Nothing was ever changed in this store." }

  mutating func openSelection(_ app: inout App) -> [Effect] {
    list.selected.map { [app.ask(JournalEntryQuestion(seq: $0.seq))] } ?? []
  }

  func canUndo(_ app: App) -> Availability {
    guard let entry = list.selected else { return .no("there is no entry here") }
    switch entry.undo {
    case .undoable: return .yes
    case .correctOnly(let hint), .never(let hint): return .no(hint)
    }
  }

  mutating func undoSelection(_ app: inout App) -> [Effect] {
    guard let entry = list.selected else { return [] }
    app.show(
      Confirmation(
        question: "Undo entry \(entry.seq)?",
        details: [
          "\(entry.summary), by \(entry.by) on \(ClockText.dateAndTime(entry.at, app))",
          "It is refused if somebody has changed the same since. The undo is an entry of its own.",
        ], yes: "undo it"
      ) { app in [app.write(StoreWrite.undoing(entry.seq))] })
    return []
  }

  static let commands: [Command] = [
    .on(
      JournalScreen.self, "journal.open", ["Enter"], "Read what the entry changed", label: "open", rank: 10,
      when: { screen, _ in screen.list.selected == nil ? .no("there is no entry here") : .yes }
    ) { $0.openSelection(&$1) },
    .on(
      JournalScreen.self, "journal.undo", ["U"], "Undo the selected entry", label: "undo it", rank: 20,
      when: { $0.canUndo($1) }
    ) { $0.undoSelection(&$1) },
    mineCommand("Narrow to what you did, or show all again", rank: 30),
  ]
}

struct JournalQuestion: StretchQuestion {
  typealias Row = JournalEntry

  var filter: String
  var span: WindowSpan<Int>

  func answer(from backend: any Backend) throws -> [JournalEntry] {
    var words = FilterWords.of(filter)
    let who = words.first { $0.hasPrefix("by:") && $0.count > 3 }.map { Handle(String($0.dropFirst(3))) }
    if let who { words.removeAll { $0 == "by:\(who)" } }
    return try backend.onStore { store, _, _ in
      try store.read { reader in
        switch span.edge {
        case .below(let seq): try reader.journal(matching: words, by: who, before: seq, limit: span.limit)
        case .above(let seq): try reader.journal(matching: words, by: who, after: seq, limit: span.limit)
        }
      }
    }
  }
}
