import ArgumentParser
import Exchange
import Store

/// `journal head`: what a rewritten journal or a cut tail is known by, to be kept where the team can't write.
struct PrintHead: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "head",
    abstract: "Print the head of the journal's chain, to be kept elsewhere.",
    discussion: """
      Number and hash of the newest entry, as verify --head takes them. It is read and not checked, and costs nothing: \
      print it every hour to a syslog of another machine. A journal that was written anew, or cut at its end, no longer \
      has it.

      prodpair journal head | logger -t prodpair-head
      """)

  @OptionGroup var reading: ReadingOptions

  func run() throws {
    let head = try reading.store.open().read { try $0.journalHead() }
    if reading.isJSON {
      try Output.json([
        "head": .string(head.description), "seq": .integer(head.seq), "hash": .string(head.hash),
      ])
    } else {
      try Output.text(head.description)
    }
  }
}
