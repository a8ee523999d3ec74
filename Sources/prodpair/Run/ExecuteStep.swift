import ArgumentParser
import Domain
import Exchange
import Foundation
import Host
import Store
import Workflow

extension RunCommands {
  struct Execute: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "exec",
      abstract: "Run a step's command, follow it, and keep what came of it; or go on from step to step.",
      discussion: """
        Shows exactly what will run, and asks first where standard input is a terminal. The command runs on its own: it \
        goes on when this ends, by a lost connection too. What it printed is kept with the run. ^C stops a command that \
        was begun here, a second ^C leaves it to that.

        A check that says yes is ticked for whoever ran it, unless the step is a killer or asks for a value. All else \
        is for people to settle; the last lines say how.

        Without a step it goes on from where work goes on, asking before each command. With --non-interactive it asks \
        nothing, runs checks as far as they say yes, and stops at whatever a person has to do. --dry-run shows every \
        command of the run.

        Exit codes: 0 it ended well, or the check said yes; 1 a rule refused it, or it was not wanted; 2 it failed, or \
        the check said no; 3 a person is needed; 4 neither yes nor no: it could not be run, its time was up, it was \
        stopped, or nobody knows how it ended; 130 ^C ended the following, and it runs.
        """)

    @Argument(help: ArgumentHelp("The run's number.", valueName: "run"), completion: Completions.runs)
    var number: RunNumber

    @OptionGroup var acting: ActingOptions
    @OptionGroup var options: ExecutionOptions

    @Argument(help: "The step; else from where work goes on.", completion: Completions.steps)
    var step: String?

    func validate() throws { if step == nil { try options.checkWithoutStep() } }

    func run() throws {
      if options.isDryRun { return try showCommands() }
      let session = try acting.session()
      let run = try session.store.read { try $0.run(number) }
      let step = try step.map { try run.version.step(named: $0) }
      let executing = StepExecution(
        session: session, number: number, options: options, actingAs: acting.handle.map { Handle($0) },
        secrets: try GivenSecrets(options, declared: run.version.settings.parameters))
      if options.watch || options.stop {
        let attending = AttendExecution(executing: executing, step: step)
        let ended = try options.stop ? attending.stop() : attending.watch()
        return try tell(ended, in: executing)
      }
      if let step { return try tell(try executing.execute(step), in: executing) }
      guard options.isNonInteractive || Asking.isPossible else { throw ExecuteError.noStep(number) }
      try goOn(executing)
    }

    /// Nothing is written by it, so not even what a kill has cut short is finished.
    private func showCommands() throws {
      let store = try acting.store.location().open()
      let (run, settings) = try store.read { reader in
        let run = try reader.run(number)
        return (run, try reader.commandSettings(of: run.team))
      }
      let step = try step.map { try run.version.step(named: $0) }
      let fence = try options.fence.flatMap { name in try step?.fence(named: name) }
      let dryRun = DryRun(run: run, settings: settings, environment: ProcessInfo.processInfo.environment)
      if options.isJSON { return try Output.json(dryRun.json(of: step, fence: fence)) }
      try Output.text(dryRun.text(of: step, fence: fence))
    }

    private func tell(_ ended: StepExecution.Ended, in executing: StepExecution) throws {
      var exitCode: Int32 = 0
      switch ended {
      case .ended(let executed):
        // Whoever asked for the stop, and waited for it, has got what they wanted.
        exitCode = options.stop ? 0 : executed.exitCode
        try options.isJSON
          ? Output.json(ExecutedStepJSON.json([executed], of: executed.run)) : Output.text(executed.text)
      case .left(let execution), .leftByInterrupt(let execution):
        if case .leftByInterrupt = ended { exitCode = ExecutionExit.interrupted }
        if options.isJSON { try Output.json(ExecutedStepJSON.json([], running: execution, of: try executing.run)) }
      }
      if exitCode != 0 { throw ExitCode(exitCode) }
    }

    private func goOn(_ executing: StepExecution) throws {
      var walk = WalkRun(executing)
      try walk.walk { if !options.isJSON { try Output.text($0.text) } }
      let run = try executing.run
      if options.isJSON { try Output.json(ExecutedStepJSON.json(walk.executed, stop: walk.stop, of: run)) }
      if let stop = walk.stop { throw Failure(exitCode: stop.exitCode, message: stop.words) }
      Output.note("every step of run \(number) is settled: `prodpair run finish \(number)` ends it")
    }
  }
}
