import ArgumentParser
import Domain
import Exchange

extension RunCommands {
  struct Begin: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "begin",
      abstract: "Claim a step and start its clock.",
      discussion: """
        Optional: an outcome starts and ends a step at once. A failed step is begun again for another attempt.
        """)

    @OptionGroup var on: RunOptions
    @OptionGroup var override: OverrideOptions

    @Argument(help: "The step.", completion: Completions.steps)
    var step: String

    func run() throws {
      let session = try on.open()
      let step = try session.step(step)
      var actions: [RunAction] = [.start(step.id)]
      let isEntered = session.run.progress.entered.contains(step.section)
      let unsettled = session.run.progress.unsettled(before: step.section, in: session.run.version)
      if let reason = override.reason, step.section.isRequired, !isEntered, !unsettled.isEmpty {
        actions.insert(.enter(step.section, reason: reason), at: 0)
      }
      try Output.text(StepReport.text(try session.perform(actions), [step]))
    }
  }

  struct Tick: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "tick",
      abstract: "Settle a step as done.",
      discussion: """
        A step that asks for a value takes --value. One with steps under it is ticked after them; --all ticks those \
        that are open too, but for killer steps and those that ask for a value. One whose check said no is not \
        ticked: it fails, is tried again, or is overridden with a reason.
        """)

    @OptionGroup var on: RunOptions
    @OptionGroup var override: OverrideOptions

    @Option(help: ArgumentHelp("What the step asks to record.", valueName: "text"))
    var value: String?

    @Flag(help: "Tick the open steps under it as well.")
    var all = false

    @Argument(help: "The step.", completion: Completions.steps)
    var step: String

    func run() throws {
      let session = try on.open()
      let step = try session.step(step)
      let settlement = Settlement(.done, value: value, includesChildren: all, override: override.reason)
      try Output.text(StepReport.text(try session.perform(.settle(step.id, settlement)), [step]))
    }
  }

  struct Fail: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "fail",
      abstract: "Record that a step failed.",
      discussion: """
        The failure stays on the record. The step is then tried again, with `run begin` or an outcome; the last \
        attempt decides.
        """)

    @OptionGroup var on: RunOptions
    @OptionGroup var why: ReasonOptions
    @OptionGroup var override: OverrideOptions

    @Option(help: ArgumentHelp("What was recorded before it failed.", valueName: "text"))
    var value: String?

    @Argument(help: "The step.", completion: Completions.steps)
    var step: String

    func run() throws {
      let session = try on.open()
      let step = try session.step(step)
      let settlement = Settlement(.failed, reason: why.given, value: value, override: override.reason)
      try Output.text(StepReport.text(try session.perform(.settle(step.id, settlement)), [step]))
    }
  }

  struct Skip: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "skip", abstract: "Settle steps as skipped.")
    @OptionGroup var settling: SettlingOptions
    func run() throws { try settling.settle(.skipped) }
  }

  struct NotApplicable: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "na", abstract: "Settle steps as not applicable to this run.")
    @OptionGroup var settling: SettlingOptions
    func run() throws { try settling.settle(.notApplicable) }
  }

  struct Defer: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "defer",
      abstract: "Put steps off until after the run.",
      discussion: "The run can complete except for them; they come back at the start of the checklist's next run.")
    @OptionGroup var settling: SettlingOptions
    func run() throws { try settling.settle(.deferred) }
  }

  struct OverrideStep: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "override", abstract: "Settle steps against what they ask for.")
    @OptionGroup var settling: SettlingOptions
    func run() throws { try settling.settle(.overridden) }
  }
}

/// What the verbs take that settle several steps at once for one reason.
struct SettlingOptions: ParsableArguments {
  @OptionGroup var on: RunOptions
  @OptionGroup var why: ReasonOptions
  @OptionGroup var override: OverrideOptions

  @Argument(help: "The steps.", completion: Completions.steps)
  var steps: [String]

  func settle(_ outcome: Outcome) throws {
    let session = try on.open()
    let steps = try steps.map { try session.step($0) }
    let settlement = Settlement(outcome, reason: why.given, override: override.reason)
    let run = try session.perform(steps.map { .settle($0.id, settlement) })
    try Output.text(StepReport.text(run, steps))
  }
}

extension ReasonOptions {
  /// The reason as the domain takes it; nil where neither was said, and then the rule refuses.
  var given: Reason? { isOwed ? .owed : reason.map { .given($0) } }
}
