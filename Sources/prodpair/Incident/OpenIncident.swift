import ArgumentParser
import ChecklistFile
import Domain
import Foundation
import Store

extension IncidentCommands {
  struct Open: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "open",
      abstract: "Open an incident: from now on somebody is at it.",
      usage: """
        prodpair incident open <title> [--severity <1..4>] [--service <name>] ... [<options>]
        prodpair incident open --run <run> --step <step> [<options>]
        """,
      discussion: """
        Prints the incident's number alone. From a failed step the title is what failed and why, it was detected when the \
        step failed, and the run's entries are the timeline's start. The pair on duty stands where --pair names nobody, and \
        severity 3 where nothing is said. \
        \(severities)
        """)

    private static let severities =
      "Severities: " + IncidentSeverity.allCases.map { "\($0.rawValue), \($0.meaning)" }.joined(separator: "; ") + "."

    @OptionGroup var acting: ActingOptions

    @Option(
      help: ArgumentHelp("The team; else the run's, else the only one.", valueName: "name"),
      completion: Completions.teams)
    var team: TeamName?

    @OptionGroup(title: "What it is") var fields: IncidentFieldOptions
    @OptionGroup(title: "Who is at it") var people: IncidentPeopleOptions
    @OptionGroup(title: "Its runs") var relations: IncidentRunOptions

    @Option(
      help: ArgumentHelp("The step of the run that failed, by id or number.", valueName: "step"))
    var step: String?

    @Option(
      name: .customLong("impact"),
      help: ArgumentHelp("When impact began: HH:MM (the team's time, today) or RFC 3339.", valueName: "time"))
    var impactBegan: String?

    @Option(
      help: ArgumentHelp("When it was seen first; else when the step failed, else now.", valueName: "time"))
    var detected: String?

    @Option(help: ArgumentHelp("What is seen; the timeline's first line.", valueName: "text"))
    var note: String?

    @Argument(help: ArgumentHelp("What it is, in a few words.", valueName: "title"))
    var title: String?

    func validate() throws {
      let runs = relations.all
      if step != nil, runs.count != 1 {
        throw ValidationError("--step is a step of one run: name that with --run, or with --caused-by")
      }
      if title == nil, step == nil {
        throw ValidationError("say what it is in a few words, or name the step that failed with --run and --step")
      }
    }

    func run() throws {
      let session = try acting.session()
      let (wanted, failure) = try session.store.read { reader in try self.draft(in: reader, at: Session.now) }
      let others = try session.store.read { reader in
        try wanted.runs.flatMap { try reader.incidents(of: $0.run) }.map(\.incident).filter(\.state.isActive)
      }
      let number = try session.perform(OpenIncident(wanted))
      try Output.text("\(number)")
      for other in others {
        Output.note("incident \(other.number) of the same run is \(other.state.rawValue) too: \(other.title)")
      }
      if let failure, failure.changedProduction, relations.causes.isEmpty {
        Output.note(
          "run \(failure.run) had begun to deploy to production: if that brought it about, say so with "
            + "`prodpair incident edit \(number) --caused-by \(failure.run)`")
      }
    }

    private func draft(in reader: some Reading, at now: Instant) throws -> (IncidentDraft, StepFailure?) {
      let runs = try relations.all.map { try reader.run($0.run) }
      let failure = try step.flatMap { name in try runs.first.map { try Self.failure(of: name, in: $0) } }
      let team = try reader.team(orOnly: team ?? runs.first?.team)
      func instant(_ text: String?) throws -> Instant? {
        try text.map { try ClockText.instant($0, in: team.zone ?? .gmt, now: now) }
      }
      let draft = IncidentDraft(
        team: team.name, title: title ?? failure?.title ?? "", severity: fields.severity ?? .minor,
        services: fields.serviceNames, customersNoticed: fields.customersNoticed ?? .unknown, roles: people.roles,
        impactBegan: try instant(impactBegan), detected: try instant(detected) ?? failure?.at,
        runs: relations.all, note: note ?? "")
      return (draft, failure)
    }

    private static func failure(of name: String, in run: Run) throws -> StepFailure {
      let step = try run.version.step(named: name)
      guard var failure = run.failure(of: step.id) else {
        throw IncidentCommandError.neverFailed(step.id, run.number)
      }
      failure.step = ParameterText.filled(step, with: run.parameters, secrets: run.version.settings.secretNames)
      return failure
    }
  }
}
