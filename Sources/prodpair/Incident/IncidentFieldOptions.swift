import ArgumentParser
import Domain

/// What is known of an incident, as it is opened and later.
struct IncidentFieldOptions: ParsableArguments {
  @Option(help: "How bad it is, from 1, the worst, to 4.")
  var severity: IncidentSeverity?

  @Option(
    name: .customLong("service"),
    help: ArgumentHelp("What of the team's is concerned, or several as in a,b; may be repeated.", valueName: "name"))
  var services: [NameList] = []

  @Option(name: .customLong("customers"), help: "Whether a customer noticed.")
  var customersNoticed: CustomersNoticed?

  var serviceNames: [String] { services.flatMap(\.names) }
  var isGiven: Bool { severity != nil || !services.isEmpty || customersNoticed != nil }
}

/// Who does what in an incident.
struct IncidentPeopleOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Who leads.", valueName: "handle"), completion: Completions.people)
  var commander: Handle?

  @Option(help: ArgumentHelp("Who writes down what happens.", valueName: "handle"), completion: Completions.people)
  var scribe: Handle?

  @Option(
    help: ArgumentHelp("The two who see to it.", valueName: "handle,handle"), completion: Completions.people)
  var pair: NameList?

  @Option(
    name: .customLong("called"),
    help: ArgumentHelp("A developer who was called in, or several as in a,b; may be repeated.", valueName: "handle"),
    completion: Completions.people)
  var called: [NameList] = []

  var pairHandles: [Handle]? { pair.map { $0.names.map { Handle($0) } } }
  var calledHandles: [Handle] { called.flatMap(\.names).map { Handle($0) } }

  var roles: IncidentRoles {
    IncidentRoles(commander: commander, scribe: scribe, pair: pairHandles ?? [], called: calledHandles)
  }

  var isGiven: Bool { commander != nil || scribe != nil || pair != nil || !called.isEmpty }
}

/// Runs that have to do with an incident.
struct IncidentRunOptions: ParsableArguments {
  @Option(
    name: .customLong("run"), help: ArgumentHelp("A run that has to do with it; may be repeated.", valueName: "run"),
    completion: Completions.runs)
  var related: [RunNumber] = []

  @Option(
    name: .customLong("caused-by"),
    help: ArgumentHelp("A run whose deployment brought it about; may be repeated.", valueName: "run"),
    completion: Completions.runs)
  var causes: [RunNumber] = []

  /// What is said of each run; that one caused it stands, where both are said.
  var all: [IncidentRun] {
    causes.firstOfEach.map { IncidentRun($0, .caused) }
      + related.firstOfEach.filter { !causes.contains($0) }.map { IncidentRun($0, .related) }
  }
}
