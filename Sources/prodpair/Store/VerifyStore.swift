import ArgumentParser
import Exchange
import Store

/// `verify`: has anything been changed behind the journal's back?
struct VerifyStore: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check the journal's chain, and every row against it.",
    discussion: """
      Finds an edited row, an edited journal entry and a gap; prints the head of the chain, and exits with 1 when it \
      found something. That the newest entries were cut off is shown only by a head that was kept elsewhere: pass it \
      as --head.
      """)

  @OptionGroup var reading: ReadingOptions

  @Option(help: ArgumentHelp("A head that was written down earlier.", valueName: "seq:hash"), transform: Self.head)
  var head: JournalHead?

  func run() throws {
    let store = try reading.store.open()
    let result = try store.verify(against: head)
    if reading.isJSON {
      try Output.json([
        "ok": .bool(result.isSound), "entries": .integer(result.entryCount), "head": .string(result.head.description),
        "problems": JSON(result.findings.map(\.description) + (result.isCut ? ["and more"] : [])),
      ])
    } else {
      try Output.text(
        (result.findings.map(\.description) + [
          result.isCut ? "and more" : "",
          "\(result.isSound ? "sound" : "not sound"): \(result.entryCount) entries, \(result.rowCount) rows",
          "head \(result.head)",
        ]).filter { !$0.isEmpty }.joined(separator: "\n"))
    }
    if !result.isSound { throw ExitCode(1) }
  }

  private static func head(_ text: String) throws -> JournalHead {
    guard let head = JournalHead(text) else {
      throw ValidationError("a head is the number of an entry, a colon and 64 hexadecimal digits, as verify prints it")
    }
    return head
  }
}
