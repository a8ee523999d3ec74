import ArgumentParser
import Domain
import Exchange

extension RunCommands {
  struct Confirm: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "confirm",
      abstract: "Stand behind a killer step's outcome, as the other of the pair.",
      discussion: """
        From your own login it is verified; with --as it is unverified, and the record says so. When the other can't \
        be reached, --without-partner goes on, and the confirmation can follow late, even after the run.
        """)

    @OptionGroup var on: RunOptions

    @Option(
      name: .customLong("without-partner"),
      help: ArgumentHelp("Go on unverified, because the other can't be reached.", valueName: "why"))
    var loneReason: String?

    @Argument(help: "The step.", completion: Completions.steps)
    var step: String

    func run() throws {
      let session = try on.open()
      let step = try session.step(step)
      let action: RunAction = loneReason.map { .goOnWithoutPartner(step.id, reason: $0) } ?? .confirm(step.id)
      let run = try session.perform(action)
      let assurance = run.entries.last { $0.step == step.id && $0.assurance != nil }?.assurance
      try Output.text(StepReport.text(run, [step]) + (assurance.map { ", \($0.rawValue)" } ?? ""))
    }
  }

  struct Correct: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "correct",
      abstract: "Withdraw the last entry of a step, with a reason.",
      discussion: "The step is what it was before; the entry and its withdrawal stay on the record.")

    @OptionGroup var on: RunOptions

    @Option(help: ArgumentHelp("What was wrong with it.", valueName: "why"))
    var reason: String?

    @Argument(help: "The step.", completion: Completions.steps)
    var step: String

    func run() throws {
      let session = try on.open()
      let step = try session.step(step)
      try Output.text(StepReport.text(try session.perform(.correct(step.id, reason: reason ?? "")), [step]))
    }
  }

  struct GiveReason: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "reason", abstract: "Give a reason that is owed.",
      discussion: "The step can be left out; then it is the first that owes one.")

    @OptionGroup var on: RunOptions

    @Option(help: ArgumentHelp("The reason.", valueName: "why"))
    var reason: String

    @Argument(help: "The step.", completion: Completions.steps)
    var step: String?

    func run() throws {
      let session = try on.open()
      let step = try step.map { try session.step($0) }
      let run = try session.perform(.giveReason(step?.id, reason))
      let written = run.entries.last { $0.kind == .reason }?.step
      try Output.text(StepReport.text(run, run.steps.filter { $0.id == written }))
    }
  }
}
