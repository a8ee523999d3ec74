import Domain
import Foundation
import Store
import Terminal

/// One entry of the journal with what it changed, row by row and field by field.
struct JournalEntryPage: Sendable {
  var entry: JournalEntry
  /// At most ``limit``; an import of a long checklist has many more.
  var changes: [JournalChange]

  static let limit = 200

  func lines(_ app: App) -> [Reader.Line] {
    var lines = [
      Reader.Line(entry.summary, .bold),
      Reader.Line("\(ClockText.dateAndTime(entry.at, app)) by \(who)"),
      Reader.Line("command \(entry.command), \(undo)"),
    ]
    lines += entry.claims.sorted { $0.key < $1.key }.map { Reader.Line("\($0.key) \($0.value)", .dim) }
    for change in changes {
      lines.append(Reader.Line(""))
      lines.append(Reader.Line("\(verb(of: change)) \(change.table) \(change.key)", .bold))
      lines += Self.fields(of: change, app.glyphs) { ClockText.dateAndTime($0, app) }.map { Reader.Line("  \($0)") }
    }
    if entry.changeCount > changes.count {
      lines += [Reader.Line(""), Reader.Line("and \(entry.changeCount - changes.count) more rows", .dim)]
    }
    return lines
  }

  private var who: String {
    let login = entry.login == entry.by.text ? "" : ", login \(entry.login)"
    return "\(entry.by)\(entry.actingAs == nil ? "" : " (typed for by \(entry.person?.text ?? entry.login))")\(login)"
  }

  private var undo: String {
    if let undoes = entry.undoes { return "takes back entry \(undoes)" }
    switch entry.undo {
    case .undoable: return "can be undone: U"
    case .correctOnly(let hint), .never(let hint): return hint
    }
  }

  private func verb(of change: JournalChange) -> String {
    change.before == nil ? "added" : change.after == nil ? "removed" : "changed"
  }

  /// The fields that differ, as `name: before -> after`; of a new row all that say something.
  static func fields(of change: JournalChange, _ glyphs: Glyphs, time: (Instant) -> String) -> [String] {
    let before = object(change.before, time)
    let after = object(change.after, time)
    return Set(before.keys).union(after.keys).sorted().compactMap { key in
      let old = before[key] ?? ""
      let new = after[key] ?? ""
      guard old != new, key != "deleted" || !old.isEmpty else { return nil }
      if change.before == nil { return new.isEmpty ? nil : "\(key): \(short(new, glyphs))" }
      if change.after == nil { return old.isEmpty ? nil : "\(key): \(short(old, glyphs))" }
      return "\(key): \(short(old, glyphs)) -> \(short(new, glyphs))"
    }
  }

  private static func short(_ text: String, _ glyphs: Glyphs) -> String {
    let line = text.replacing("\n", with: " ")
    return line.count > 300 ? line.prefix(299) + glyphs.ellipsis : line
  }

  /// The columns that hold milliseconds since 1970, to be shown as people read them.
  private static let times: Set<String> = ["at", "written", "made_at", "started_at", "ended_at", "plan_at"]

  private static func object(_ json: String?, _ time: (Instant) -> String) -> [String: String] {
    guard let json else { return [:] }
    guard let object = try? JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any] else {
      return ["not readable as JSON": json]
    }
    return Dictionary(
      uniqueKeysWithValues: object.map { key, value in
        if times.contains(key), let number = value as? Int64 { return (key, time(Instant(milliseconds: number))) }
        return (key, value is NSNull ? "" : "\(value)")
      })
  }
}

extension App {
  /// Answers ``JournalEntryQuestion``, from whichever screen it was asked.
  mutating func showJournalEntry(_ reply: Reply) -> [Effect] {
    guard let (question, page) = reply.to(JournalEntryQuestion.self), isWanted(question) else { return [] }
    show(Reader("Entry \(page.entry.seq)", page.lines(self)))
    return []
  }
}

struct JournalEntryQuestion: Question {
  var seq: Int

  func answer(from backend: any Backend) throws -> JournalEntryPage {
    try backend.onStore { store, _, _ in
      try store.read { reader in
        guard let entry = try reader.journalEntry(seq) else { throw Failure(words: "there is no entry \(seq)") }
        return JournalEntryPage(
          entry: entry, changes: try reader.journalChanges(of: seq, limit: JournalEntryPage.limit))
      }
    }
  }
}
