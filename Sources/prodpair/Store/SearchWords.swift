import ArgumentParser
import Domain
import Exchange
import Store
import Workflow

/// `search`: words, wherever they are.
struct SearchWords: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract:
      "Look for words in items, incidents, retros, lessons, checklists and runs, and in what was written on them.",
    discussion: """
      Each of the words has to be there: in an item's title, description or comments, in a line of a checklist's latest \
      version, in a note, a reason or a value on a run, in an entry of a timeline, in what a retro says, and in what the \
      lists of incidents, lessons and runs show. Of items, checklists and entries a word's beginning is enough, elsewhere \
      any part of it.
      """)

  @OptionGroup var reading: ReadingOptions

  @Option(help: ArgumentHelp("Of each kind at most so many.", valueName: "count"))
  var limit = 20

  @Argument(help: "What to look for.")
  var words: [String]

  func validate() throws {
    if limit < 1 { throw ValidationError("--limit is a count from 1") }
    if let empty = words.first(where: { ItemWords.words(of: $0).isEmpty }) {
      throw ValidationError("there is no letter and no digit in \"\(empty)\"")
    }
  }

  func run() throws {
    let result = try reading.store.open().read { try SearchStore(words, limit: limit).run(in: $0) }
    if reading.isJSON {
      try Output.json(FoundJSON.json(result.found))
    } else {
      try Output.text(FoundText.text(result.found))
      if result.found.isEmpty { Output.note("nothing has these words") }
    }
    if result.hasMore { Output.note("the first \(limit) of a kind that has more: --limit shows more") }
  }
}
