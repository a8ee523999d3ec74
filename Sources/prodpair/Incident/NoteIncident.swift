import ArgumentParser
import Domain
import Store

extension IncidentCommands {
  struct Note: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "note",
      abstract: "Write on an incident's timeline, with what shows that it is so.",
      usage: """
        prodpair incident note <incident> <text> [--kind <kind>] [--at <time>] [<evidence>] ...
        prodpair incident note <incident> <text> --corrects <entry>
        """,
      discussion: """
        Evidence is a number (--metric "queue depth=9000"), a few lines of a log (--log "agent=port in use") or a file, of \
        which up to 16 MiB are kept and named by their SHA-256. sick: or healthy: before it says which of the two it \
        shows, as in --metric "sick:aggregator 3: queue depth=9000" --metric "healthy:aggregator 1: queue depth=12". \
        - is standard input: for the text, for one excerpt, or for one file. A closed incident takes notes too.
        """)

    @OptionGroup var on: IncidentOptions
    @OptionGroup var happened: HappenedOption

    @Option(help: "What it is.")
    var kind: NoteKindArgument?

    @OptionGroup(title: "Evidence") var evidence: ExhibitOptions

    @Option(help: ArgumentHelp("The entry that is wrong; the text says what is right.", valueName: "entry"))
    var corrects: Int?

    @Argument(help: ArgumentHelp("What happened, or - for standard input.", valueName: "text"))
    var text: String?

    func validate() throws {
      if text == nil, !evidence.isGiven { throw ValidationError("say what happened, or give evidence") }
      if let corrects {
        if corrects < 1 { throw ValidationError("--corrects takes the number of an entry, from 1") }
        if text == nil { throw ValidationError("say what is right instead of entry \(corrects)") }
        if kind != nil || happened.time != nil || evidence.isGiven {
          throw ValidationError(
            "a correction stands where the wrong entry stands: --kind, --at and evidence belong to a note of their own")
        }
      }
      if evidence.standardInputs + (text == "-" ? 1 : 0) > 1 {
        throw ValidationError("standard input can be one thing alone: the text, one excerpt or one file")
      }
    }

    func run() throws {
      let session = try on.open()
      let text = try text == "-" ? StandardInput.text() : text ?? ""
      if let corrects {
        let entry = try session.perform(CorrectIncidentEntry(on.number, entry: corrects, text))
        return try Output.text("incident \(on.number): entry \(entry.seq) corrects entry \(corrects)")
      }
      let kind = kind?.kind ?? .observation
      let note = NoteIncident(
        on.number, kind, text, at: try session.instant(happened.time), exhibits: try evidence.exhibits())
      let entry = try session.perform(note)
      let shown = entry.evidence.compactMap(\.file).map { "\nsha256 \($0.sha256)" }.joined()
      try Output.text("incident \(on.number): entry \(entry.seq), \(kind.rawValue)" + shown)
    }
  }
}
