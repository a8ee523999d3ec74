import ArgumentParser
import Domain
import Exchange
import Store
import Workflow

extension IncidentCommands {
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: "Show an incident: what is known, what was told, what was learned, and everything that happened.")

    @OptionGroup var reading: ReadingOptions

    @Option(
      help: ArgumentHelp(
        "Print the content of a file on its timeline, named by its SHA-256 or its beginning.", valueName: "sha256"))
    var evidence: String?

    @Argument(help: ArgumentHelp("The incident's number.", valueName: "incident"), completion: Completions.incidents)
    var number: IncidentNumber

    func validate() throws {
      if reading.isJSON, evidence != nil {
        throw ValidationError("--json and --evidence are two forms of output: use one of them")
      }
    }

    func run() throws {
      let store = try reading.store.open()
      if let evidence { return try Output.bytes(try store.read { try content(of: evidence, in: $0) }) }
      let record = try IncidentRecords.record(of: number, in: store, at: Session.now)
      if reading.isJSON { return try Output.json(IncidentShowJSON.json(record)) }
      try Output.text(IncidentShowText.text(record))
    }

    private func content(of name: String, in reader: some Reading) throws -> [UInt8] {
      _ = try reader.incident(number)
      let files = try reader.entries(of: number).flatMap(\.evidence).compactMap(\.file)
      let found = Set(files.map(\.sha256).filter { $0.hasPrefix(name.lowercased()) })
      guard let sha256 = found.first, found.count == 1 else { throw Missing.evidence(name) }
      return try reader.evidence(sha256)
    }
  }
}
