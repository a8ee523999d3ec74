import ArgumentParser
import Domain
import Store

extension IncidentCommands {
  struct Update: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "update",
      abstract: "Draft what is told to those who wait, and send it.",
      usage: """
        prodpair incident update <incident> <text> [--draft <number>] [--send]
        prodpair incident update <incident> --send [<number>]
        """,
      discussion: """
        Prints the draft's number alone. --send says on the timeline that it was told, and runs the hooks that send it on \
        (`prodpair config keys` names them); with a text it drafts and sends in one go. What was sent stays as it is.
        """)

    @OptionGroup var on: IncidentOptions

    @Option(help: ArgumentHelp("Write this draft anew.", valueName: "number"))
    var draft: Int?

    @Flag(help: "Send it: the text that is given, the draft of that number, or the only draft there is.")
    var send = false

    @Argument(help: ArgumentHelp("What is to be told, or - for standard input.", valueName: "text"))
    var text: String?

    /// With --send, a number in the place of the text is that of a draft.
    private var namedDraft: Int? { send && draft == nil ? text.flatMap { Int($0) } : nil }

    func validate() throws {
      if text == nil, !send { throw ValidationError("say what is to be told, or --send the draft there is") }
      if let draft, draft < 1 { throw ValidationError("--draft takes the number of a draft, from 1") }
    }

    func run() throws {
      let session = try on.open()
      let update = try drafted(in: session)
      guard send else { return try Output.text("\(update)") }
      let entry = try session.perform(SendStatusUpdate(on.number, update: update))
      try Output.text("\(update)")
      Output.note("incident \(on.number): status update \(update) is sent, entry \(entry.seq); hooks pass it on")
    }

    /// The draft that is written, or else the one to send.
    private func drafted(in session: IncidentSession) throws -> Int {
      if let namedDraft { return namedDraft }
      if let text {
        let words = text == "-" ? try StandardInput.text() : text
        return try session.perform(DraftStatusUpdate(on.number, update: draft, words))
      }
      if let draft { return draft }
      let drafts = try session.session.store.read { try $0.updates(of: on.number) }.filter { $0.sent == nil }
      guard let only = drafts.first else { throw IncidentCommandError.noDraft(on.number) }
      guard drafts.count == 1 else { throw IncidentCommandError.whichDraft(on.number, drafts.map(\.number)) }
      return only.number
    }
  }
}
