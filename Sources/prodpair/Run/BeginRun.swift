import ArgumentParser
import Domain
import Exchange
import Store
import Workflow

extension RunCommands {
  struct Start: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "start",
      abstract: "Start a run of a checklist, or a planned run.",
      usage: """
        prodpair run start <checklist> --env <environment> --artifact <name@version> [<options>]
        prodpair run start <run> [--pair <handle,handle>] [--override <why>]
        """,
      discussion: """
        Prints the run's number alone on standard output. What the pair should know at the start is said on standard \
        error: the rules that were overridden, what proves that staging ran the artifact, the steps that came back, and \
        what changed since each of them last ran the checklist.
        """)

    @OptionGroup var acting: ActingOptions
    @OptionGroup(title: "The run") var order: RunOrderOptions
    @OptionGroup var override: OverrideOptions

    @Argument(
      help: ArgumentHelp("The checklist's name, or a planned run's number.", valueName: "checklist"),
      completion: Completions.checklists)
    var what: String

    func run() throws {
      let planned = Int(what).map { RunNumber($0) }
      if planned != nil, order.saysMoreThanThePair {
        throw ValidationError(
          "run \(what) has all of that from its plan: only --pair, --param and --override go with it")
      }
      let number: RunNumber
      let session: Session
      if let planned {
        session = try acting.session()
        number = try session.perform(
          StartPlannedRun(
            planned, pair: order.handles, parameters: order.assigned, override: override.reason))
      } else {
        let order = try order.order(for: ChecklistName(what), override: override.reason)
        session = try acting.session()
        number = try session.perform(StartRun(order))
      }
      try Output.text("\(number)")
      let run = try session.store.read { try $0.run(number) }
      Output.note(try StartReport.text(run, in: session.store))
    }
  }

  struct PlanAhead: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "plan",
      abstract: "Put a run on the calendar: when, what, who, and who is told.",
      discussion: """
        Prints the run's number. `run start` with that number starts it, on the version that is the latest by then; \
        the rules are looked at then.
        """)

    @OptionGroup var acting: ActingOptions
    @OptionGroup(title: "The run") var order: RunOrderOptions
    @OptionGroup var override: OverrideOptions

    @Option(help: ArgumentHelp("When: \"YYYY-MM-DD HH:MM\" in the team's time, or RFC 3339.", valueName: "time"))
    var at: String

    @Option(help: ArgumentHelp("Who is told, in words.", valueName: "who"))
    var told = ""

    @Argument(help: "The checklist's name.", completion: Completions.checklists)
    var checklist: ChecklistName

    func run() throws {
      let order = try order.order(for: checklist, override: override.reason)
      let session = try acting.session()
      let zone = try session.store.read { reader in
        let version = try reader.version(of: checklist, number: order.version)
        let named =
          try order.team
          ?? version.settings.team.map { TeamName($0) }.flatMap { name in
            try reader.teams().first { $0.name == name }?.name
          }
        return try reader.team(orOnly: named).zone ?? .gmt
      }
      let plan = Plan(at: try ClockText.instant(at, in: zone, now: Session.now), told: told)
      try Output.text("\(try session.perform(PlanRun(order, plan: plan)))")
    }
  }

  struct MovePlan: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "move", abstract: "Move a planned run to another time.")

    @Argument(help: ArgumentHelp("The run's number.", valueName: "run"), completion: Completions.runs)
    var number: RunNumber

    @OptionGroup var acting: ActingOptions

    @Option(help: ArgumentHelp("When: \"YYYY-MM-DD HH:MM\" in the team's time, or RFC 3339.", valueName: "time"))
    var at: String

    @Option(help: ArgumentHelp("Who is told, in words; else those who were.", valueName: "who"))
    var told: String?

    func run() throws {
      let session = try acting.session()
      let (run, zone) = try session.store.read { reader in
        let run = try reader.run(number)
        return (run, try reader.team(run.team).zone ?? .gmt)
      }
      let plan = Plan(
        at: try ClockText.instant(at, in: zone, now: Session.now), told: told ?? run.plan?.told ?? "")
      try session.perform(ActOnRun(run: number, action: .move(plan)))
      let clock = LocalClock(zone: zone, zoneName: zone.name)
      try Output.text("run \(number): planned for \(clock.dateAndTime(plan.at)) \(clock.zoneName)")
    }
  }

  struct CancelPlan: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "cancel", abstract: "Cancel a planned run.")

    @OptionGroup var on: RunOptions

    @Option(help: ArgumentHelp("Why.", valueName: "why"))
    var reason: String?

    func run() throws {
      try on.open().perform(.cancel(reason: reason ?? ""))
      try Output.text("run \(on.number): cancelled")
    }
  }

  struct AttestArtifact: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "attest",
      abstract: "Say, as CI does, that an artifact did well in an environment.",
      discussion: """
        In staging it stands for a run there, so that production may follow; where a run names a digest, only an \
        attestation of the same digest does. Prints the attestation's number.
        """)

    @OptionGroup var acting: ActingOptions

    @Option(
      name: .customLong("env"), help: ArgumentHelp("The environment.", valueName: "environment"),
      completion: Completions.environments)
    var environment: String

    @Option(help: ArgumentHelp("The artifact's content digest, as in sha256:….", valueName: "digest"))
    var digest: String?

    @Option(help: ArgumentHelp("Where it can be looked at.", valueName: "url"))
    var url: String

    @Option(
      help: ArgumentHelp("The team; with one team it can be left out.", valueName: "name"),
      completion: Completions.teams)
    var team: TeamName?

    @Argument(help: ArgumentHelp("What was deployed, as in cf-release@v205.", valueName: "name@version"))
    var artifact: String

    func run() throws {
      let artifact = try ArtifactText.artifact(artifact, digest: digest)
      let session = try acting.session()
      let attest = Attest(team: team, environment: environment, artifact: artifact, url: url)
      try Output.text("\(try session.perform(attest))")
    }
  }
}
