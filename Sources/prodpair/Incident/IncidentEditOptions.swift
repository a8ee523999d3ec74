import ArgumentParser
import Domain

/// When the six things happened.
struct IncidentTimeOptions: ParsableArguments {
  @Option(name: .customLong("impact"), help: ArgumentHelp("When impact began.", valueName: "time"))
  var impactBegan: String?

  @Option(help: ArgumentHelp("When it was seen first.", valueName: "time"))
  var detected: String?

  @Option(help: ArgumentHelp("When it was called an incident.", valueName: "time"))
  var declared: String?

  @Option(help: ArgumentHelp("When it stopped hurting.", valueName: "time"))
  var mitigated: String?

  @Option(help: ArgumentHelp("When its trouble was gone.", valueName: "time"))
  var resolved: String?

  @Option(help: ArgumentHelp("When nothing was left to be learned of it.", valueName: "time"))
  var closed: String?

  /// Those that were typed, as they were.
  var typed: [(kind: IncidentTime, text: String)] {
    let texts: [(IncidentTime, String?)] = [
      (.impactBegan, impactBegan), (.detected, detected), (.declared, declared), (.mitigated, mitigated),
      (.resolved, resolved), (.closed, closed),
    ]
    return texts.compactMap { kind, text in text.map { (kind, $0) } }
  }

  var isGiven: Bool { !typed.isEmpty }
}

/// What is no longer to be said of an incident.
struct IncidentTakeAwayOptions: ParsableArguments {
  @Option(
    name: .customLong("no-service"), help: ArgumentHelp("Take a service off; may be repeated.", valueName: "name"))
  var services: [NameList] = []

  @Flag(name: .customLong("no-commander"), help: "Nobody leads.")
  var commander = false

  @Flag(name: .customLong("no-scribe"), help: "Nobody writes down what happens.")
  var scribe = false

  @Option(
    name: .customLong("not-called"),
    help: ArgumentHelp("A developer was not called in after all; may be repeated.", valueName: "handle"),
    completion: Completions.people)
  var called: [NameList] = []

  @Option(
    name: .customLong("not-run"),
    help: ArgumentHelp("A run has nothing to do with it after all; may be repeated.", valueName: "run"),
    completion: Completions.runs)
  var runs: [RunNumber] = []

  @Flag(name: .customLong("no-impact"), help: "Nobody knows when impact began.")
  var impactBegan = false

  @Flag(name: .customLong("no-detected"), help: "Nobody knows when it was seen first.")
  var detected = false

  var serviceNames: [String] { services.flatMap(\.names) }
  var calledHandles: [Handle] { called.flatMap(\.names).map { Handle($0) } }

  var times: [IncidentTime] {
    (impactBegan ? [.impactBegan] : []) + (detected ? [.detected] : [])
  }

  var isGiven: Bool {
    commander || scribe || !times.isEmpty || !services.isEmpty || !called.isEmpty || !runs.isEmpty
  }
}
