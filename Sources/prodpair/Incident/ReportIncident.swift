import ArgumentParser
import Domain
import Exchange
import Store
import Workflow

extension IncidentCommands {
  struct Report: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "report",
      abstract: "Write the report of an incident: what happened, what was learned, what became of that.",
      usage: """
        prodpair incident report <incident> [--no-names]
        prodpair incident report <incident> (--html <file> | --markdown <file>) [--no-names] [--force]
        """,
      discussion: """
        Markdown on standard output where no file is named. The HTML page is whole in one file: it runs no script, \
        fetches nothing, prints on A4 and is light or dark as the reader's system is. --no-names puts roles and letters \
        (commander, responder A) in the place of all people whom the store knows, in texts too where a handle or a name \
        stands as a word of its own; nicknames and names that the store does not have stay: read it before you share it.
        """)

    @OptionGroup var store: StoreChoice

    @Option(
      help: ArgumentHelp("Write the HTML page there; - is standard output.", valueName: "file"), completion: .file())
    var html: String?

    @Option(
      help: ArgumentHelp("Write the Markdown there; - is standard output.", valueName: "file"), completion: .file())
    var markdown: String?

    @Flag(name: .customLong("no-names"), help: "Put roles and letters in the place of people's names.")
    var isNameless = false

    @Flag(help: "Replace a file that is there already.")
    var force = false

    @Argument(help: ArgumentHelp("The incident's number.", valueName: "incident"))
    var number: IncidentNumber

    func validate() throws {
      if html != nil, markdown != nil {
        throw ValidationError("--html and --markdown are two forms of the report: use one of them")
      }
      let path = html ?? markdown
      if path == "" { throw ValidationError("--\(html == nil ? "markdown" : "html") is the path of a file, or -") }
      if force, path == nil || path == "-" {
        throw ValidationError("--force replaces a file: name it with --html or --markdown")
      }
    }

    func run() throws {
      let store = try store.open()
      let format: WriteReport.Format = html == nil ? .markdown : .html
      guard let path = html ?? markdown, path != "-" else {
        let text = try WriteReport.text(of: number, format, names: !isNameless, in: store, at: Session.now)
        return try Output.bytes(Array(text.utf8))
      }
      let file = try WriteReport(number, format, to: path, names: !isNameless, isReplacing: force)
        .run(in: store, at: Session.now)
      try Output.text(file)
    }
  }
}
