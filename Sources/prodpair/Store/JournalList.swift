import ArgumentParser
import Domain
import Exchange
import Store

/// `journal list`: who changed what, and when.
struct JournalList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List what was done in the store, and by whom.",
    discussion: "Newest first; with --since, what came after that entry, oldest first.")

  @OptionGroup var reading: ReadingOptions

  @Option(help: ArgumentHelp("At most so many entries.", valueName: "count"))
  var limit = 50

  @Option(help: ArgumentHelp("Only what came after this entry.", valueName: "seq"))
  var since: Int?

  @Option(name: .customLong("run"), help: ArgumentHelp("Only what touched this run.", valueName: "run"))
  var number: RunNumber?

  func validate() throws {
    if limit < 1 { throw ValidationError("--limit is a count from 1") }
    if let since, since < 0 { throw ValidationError("--since is the number of a journal entry") }
  }

  func run() throws {
    let store = try reading.store.open()
    let (entries, clock) = try store.read { (try listed($0), try $0.clock()) }
    if reading.isJSON {
      try Output.json(JSON(entries, element: JournalJSON.json))
    } else if entries.isEmpty {
      Output.note("no entries")
    } else {
      try Output.text(entries.map { JournalText.line($0, in: clock) }.joined(separator: "\n"))
    }
  }

  private func listed(_ reader: any Reading) throws -> [JournalEntry] {
    if let number, let table = reader.catalogue["run"] {
      _ = try reader.run(number)
      let all = try reader.journal(of: table, [Value(number.value)], limit: since == nil ? limit : .max)
      guard let since else { return all }
      return Array(all.filter { $0.seq > since }.reversed().prefix(limit))
    }
    if let since { return try reader.journalEntries(after: since, limit: limit) }
    return try reader.journal(limit: limit)
  }
}
