import ArgumentParser
import Domain
import Exchange

extension RunCommands {
  struct Pause: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "pause", abstract: "Pause a run.")

    @OptionGroup var on: RunOptions

    @Option(help: ArgumentHelp("Why.", valueName: "why"))
    var reason: String?

    func run() throws { try Output.text(StepReport.text(try on.open().perform(.pause(reason: reason)))) }
  }

  struct Resume: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "resume",
      abstract: "Go on with a paused run.", discussion: "A failed step stays failed.")

    @OptionGroup var on: RunOptions

    func run() throws { try Output.text(StepReport.text(try on.open().perform(.resume))) }
  }

  struct Finish: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "finish",
      abstract: "Finish a run.",
      discussion: "Refused while a step is not settled, a killer step not confirmed, or a reason owed.")

    @OptionGroup var on: RunOptions

    @Flag(help: "Deliver the items that it carries.")
    var deliver = false

    func run() throws {
      let session = try on.open()
      try Output.text(StepReport.text(try session.perform(.finish)))
      try session.settleItems(deliver ? .deliver : .offer)
    }
  }

  struct Abort: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "abort", abstract: "End a run before its end.")

    @OptionGroup var on: RunOptions

    @Option(help: ArgumentHelp("Why.", valueName: "why"))
    var reason: String?

    func run() throws { try Output.text(StepReport.text(try on.open().perform(.abort(reason: reason ?? "")))) }
  }

  struct RollBack: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "rollback",
      abstract: "Enter an active run's rollback section, or mark a finished run rolled back.",
      discussion: """
        An active run can be rolled back from the moment a step marked deploys has begun; past a point of no return \
        only with --override. A finished run that proves wrong is marked, with the run that rolled it back as --by, \
        and counts as failed from then on.
        """)

    @OptionGroup var on: RunOptions
    @OptionGroup var override: OverrideOptions

    @Option(help: ArgumentHelp("What prompts it.", valueName: "why"))
    var reason: String?

    @Option(name: .customLong("by"), help: ArgumentHelp("The run that rolled it back.", valueName: "run"))
    var other: RunNumber?

    @Flag(help: "Reject the items that it carries, with the same reason.")
    var reject = false

    func run() throws {
      let session = try on.open()
      if session.run.state.isActive, other != nil { throw ValidationError("--by is for a run that is finished") }
      let action: RunAction =
        session.run.state.isActive
        ? .rollBack(reason: reason ?? "", override: override.reason)
        : .markRolledBack(reason: reason ?? "", by: other)
      try Output.text(StepReport.text(try session.perform(action)))
      try session.settleItems(reject ? .reject(reason ?? "") : .offerRejection)
    }
  }
}
