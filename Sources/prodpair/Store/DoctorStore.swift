import ArgumentParser
import Domain
import Exchange
import Host
import Store
import Workflow

/// `doctor`: which store, what is in force, and what speaks against it.
struct DoctorStore: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Say which store this is, who you are to it, what is in force, and what is wrong.",
    discussion: "Reads the whole store. Exits with 1 when something is wrong.")

  @OptionGroup var reading: ReadingOptions

  func run() throws {
    let location = try reading.store.location()
    let store = try location.open()
    if let upgrade = store.upgrade { Output.note("\(upgrade)") }
    let login = Identity.current()
    let checkup = Checkup(
      location: location, store: try store.facts(), actor: try store.read { try $0.resolve(login) },
      damage: try store.integrityProblems(),
      executions: try ExecutionCheckup(store, account: login.account).notes)
    try reading.isJSON ? Output.json(checkup.json) : Output.text(checkup.text)
    if !checkup.problems.isEmpty { throw ExitCode(1) }
  }
}

/// What `doctor` found.
struct Checkup {
  var location: StoreLocation
  var store: StoreFacts
  var actor: Actor
  /// What the database's own check of the file says.
  var damage: [String]
  /// What there is to say of commands that run.
  var executions: [String]

  /// What has to be put right.
  var problems: [String] {
    var problems = damage.map { "the file is damaged: \($0); make a copy of it, and restore a backup" }
    let engine = store.engine
    if engine.journalMode.lowercased() != "wal" { problems.append("journal_mode is \(engine.journalMode), not wal") }
    if engine.synchronous != "FULL", engine.synchronous != "EXTRA" {
      problems.append("synchronous is \(engine.synchronous), not FULL: a power cut can lose what was acknowledged")
    }
    return problems + engine.modeProblems(for: store.kind).map(\.description)
  }

  /// What takes from the record's worth, and stands in nobody's way.
  var caveats: [String] {
    var caveats: [String] = []
    if let caveat = store.identityCaveat { caveats.append(caveat) }
    if actor.person == nil {
      caveats.append(
        "login \(actor.account) is nobody's: nothing that you do is verified until `prodpair person add HANDLE --login "
          + "\(actor.account)`")
    }
    if let doubt = actor.doubt { caveats.append("\(doubt): nothing that you do from here is verified.") }
    return caveats + executions
  }

  var text: String {
    let lines = facts.map { ($0.name, $0.message) } + caveats.map { ("note", $0) } + problems.map { ("problem", $0) }
    let ending = problems.isEmpty ? ["all is well"] : []
    return (lines.map { $0.0.padding(to: 10) + $0.1 } + ending).joined(separator: "\n")
  }

  var json: JSON {
    func checks(_ checks: [(name: String, message: String)], ok: Bool) -> [JSON] {
      checks.map { ["name": .string($0.name), "ok": .bool(ok), "message": .string($0.message)] }
    }
    return [
      "ok": .bool(problems.isEmpty),
      "checks": .array(
        checks(facts, ok: true) + checks(caveats.map { ("note", $0) }, ok: true)
          + checks(problems.map { ("problem", $0) }, ok: false)),
    ]
  }

  private var facts: [(name: String, message: String)] {
    let engine = store.engine
    return [
      ("prodpair", Version.text), ("store", "\(engine.path) (\(location.origin.words))"),
      ("kind", store.kind.words), ("id", store.id), ("made", store.createdAt.rfc3339),
      ("schema", "\(engine.schemaVersion)"),
      ("head", store.head.description), ("size", "\(engine.size) bytes, and \(engine.walSize) in the log"),
      ("file", "\(engine.file.text) on \(engine.fileSystem)"),
      ("directory", engine.directory.text),
      (
        "SQLite",
        "\(engine.sqliteVersion), \(engine.journalMode), synchronous \(engine.synchronous), "
          + (engine.isWALGuardInForce ? "guarded against the WAL-reset bug" : "free of the WAL-reset bug")
      ),
      ("open in", engine.users.map(\.description).joined(separator: ", ")),
      ("you", "\(actor.handle), login \(actor.login)\(actor.sessionLogin.map { " behind which is \($0)" } ?? "")"),
    ]
  }
}

extension StoreLocation.Origin {
  fileprivate var words: String {
    switch self {
    case .option: "as --store says"
    case .environment: "as $PRODPAIR_STORE says"
    case .site: "as \(ConfigurationFile.site.path) says"
    case .personal: "your own: nobody else sees it"
    }
  }
}

extension StoreKind {
  fileprivate var words: String {
    switch self {
    case .personal: "personal"
    case .shared(let group): "shared by group \(group)"
    }
  }
}

extension String {
  fileprivate func padding(to width: Int) -> String { self + String(repeating: " ", count: max(1, width - count)) }
}
