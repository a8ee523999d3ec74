import ArgumentParser
import Domain
import Host
import Store

/// What shows that an entry of a timeline is so.
struct ExhibitOptions: ParsableArguments {
  @Option(
    name: .customLong("metric"),
    help: ArgumentHelp("A number with its unit; may be repeated.", valueName: "[sick:|healthy:]name=value"))
  var metrics: [ExhibitArgument] = []

  @Option(
    name: .customLong("log"),
    help: ArgumentHelp(
      "A few lines of a log, or - for standard input; may be repeated.", valueName: "[sick:|healthy:]name=excerpt"))
  var logs: [ExhibitArgument] = []

  @Option(
    name: .customLong("file"),
    help: ArgumentHelp("A file to keep, or - for standard input; may be repeated.", valueName: "[sick:|healthy:]path"),
    completion: .file())
  var files: [String] = []

  func validate() throws {
    for (name, given) in [("--metric", metrics), ("--log", logs)] {
      if let wrong = given.first(where: { !$0.isWhole }) {
        throw ValidationError(
          "\(name) takes a name and what it is, as in \(name) \"queue depth=9000\", not \(wrong.text)")
      }
    }
  }

  var isGiven: Bool { !metrics.isEmpty || !logs.isEmpty || !files.isEmpty }
  /// How many of them read standard input.
  var standardInputs: Int {
    logs.count { $0.value == "-" } + files.count { ExhibitArgument.health(of: $0).rest == "-" }
  }

  /// What was given, with the content of its files.
  func exhibits() throws -> [NoteIncident.Exhibit] {
    let metrics = metrics.map { NoteIncident.Exhibit(.metric, $0.name, text: $0.value, health: $0.health) }
    let logs = try logs.map { log in
      NoteIncident.Exhibit(
        .log, log.name, text: log.value == "-" ? try StandardInput.text() : log.value, health: log.health)
    }
    return try metrics + logs + files.map(Self.file)
  }

  private static func file(_ argument: String) throws -> NoteIncident.Exhibit {
    let (health, path) = ExhibitArgument.health(of: argument)
    let name = path == "-" ? "standard input" : path.split(separator: "/").last.map(String.init) ?? path
    return NoteIncident.Exhibit(
      .file, name, health: health, content: try FileAccess.read(path, limit: Evidence.sizeLimit))
  }
}

/// `sick:aggregator 3: queue depth=9000`: a name and a value, and whether it is of something sick or healthy.
struct ExhibitArgument: ExpressibleByArgument, Hashable {
  var text: String
  var health: IncidentEvidence.Health?
  var name: String
  var value: String

  init?(argument: String) {
    text = argument
    let (health, rest) = Self.health(of: argument)
    self.health = health
    let parts = rest.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    name = parts.first.map(String.init) ?? ""
    value = parts.count > 1 ? String(parts[1]) : ""
  }

  /// Whether it has both a name and a value.
  var isWhole: Bool { !name.allSatisfy(\.isWhitespace) && !value.allSatisfy(\.isWhitespace) }

  /// What stands before the first colon, where that is `sick` or `healthy`.
  static func health(of argument: String) -> (health: IncidentEvidence.Health?, rest: String) {
    for health in IncidentEvidence.Health.allCases where argument.hasPrefix(health.rawValue + ":") {
      return (health, String(argument.dropFirst(health.rawValue.count + 1)))
    }
    return (nil, argument)
  }
}
