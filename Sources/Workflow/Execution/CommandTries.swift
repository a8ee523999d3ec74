import ChecklistFile
import Domain
import Foundation
import Host

/// Runs a command as often as its step allows, and judges it.
struct CommandTries {
  var plan: CommandPlan
  var run: Run
  var directory: String
  var spool: ExecutionSpool
  /// Secrets that were typed, by name.
  var typed: [String: String]
  /// The environment of whoever runs it.
  var mine: [String: String]
  var storePath: String
  var stops: StopRequests

  private static let longestPause = Duration.seconds(30)

  /// Runs it to its end, and does not return before.
  func toTheEnd() -> ExecutionEnd {
    let began = ContinuousClock.now
    let output = OutputSpool(spool)
    let total = plan.step.attributes.total.map { ParameterText.filled($0, with: run.parameters) }
    let progress = ProgressWatch(spool, pattern: plan.step.attributes.progress, total: total)
    var attempt = 1
    func end(_ ending: ExecutionEnding, _ verdict: Verdict) -> ExecutionEnd {
      ExecutionEnd(
        ending, verdict: verdict, took: .now - began, attempts: attempt, size: output.total, dropped: output.dropped,
        lineEnds: output.lineEnds, progress: progress.finish())
    }
    switch prepare() {
    case .failure(let failure): return end(failure.ending, Verdict(failure.ending))
    case .success(var prepared):
      var pause = Duration.seconds(1)
      while true {
        progress.begin(attempt: attempt)
        let offset = output.size
        let ending = prepared.command.run(into: output, masking: &prepared.mask, stops: stops)
        let (final, verdict) = judge(ending, from: offset)
        guard verdict == .no || verdict == .timedOut, attempt < plan.attempts else { return end(final, verdict) }
        let words = verdict == .no && final == .exited(0) ? "no match" : final.words
        output.writeLine(
          "[prodpair: try \(attempt) of \(plan.attempts): \(words); again in \(StepDuration.text(pause))]")
        if stops.wait(pause) {
          let stopped = ExecutionEnding.stopped(by: stops.asked ?? nil)
          return end(stopped, Verdict(stopped))
        }
        pause = min(pause * 2, Self.longestPause)
        attempt += 1
      }
    }
  }

  private func judge(_ ending: ExecutionEnding, from offset: Int) -> (ExecutionEnding, Verdict) {
    guard ending == .exited(0), let pattern = plan.matches else { return (ending, Verdict(ending)) }
    switch OutputMatch.find(pattern, in: spool, from: offset) {
    case .yes: return (ending, Verdict(ending, isMatched: true))
    case .no: return (ending, Verdict(ending, isMatched: false))
    case .tooLong: return (ending, .couldNotRun)
    }
  }

  private struct Prepared {
    var command: SupervisedCommand
    var mask: SecretMask
  }

  private struct Failure: Error {
    var ending: ExecutionEnding

    init(_ ending: ExecutionEnding) { self.ending = ending }
    init(_ why: String) { ending = .notStarted(why) }
  }

  private func prepare() -> Result<Prepared, Failure> {
    Result { () throws(Failure) in
      if let pattern = plan.matches, (try? Regex(pattern)) == nil {
        throw Failure("what its output has to match can't be read as a regular expression")
      }
      try checkDirectory()
      let secrets = try secrets()
      let environment = environment(secrets)
      let name = plan.command.interpreter.first ?? ""
      let path = environment["PATH"] ?? ""
      guard let program = ProgramSearch.find(name, path: path, directory: directory) else {
        throw Failure("\(name) was not found\(name.contains("/") ? "" : " in \(path)")")
      }
      return Prepared(
        command: SupervisedCommand(
          program: program, name: name, arguments: plan.command.interpreter.dropFirst() + [spool.codePath],
          environment: environment, directory: directory, timeout: plan.timeout),
        mask: SecretMask(secrets.values))
    }
  }

  private func checkDirectory() throws(Failure) {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: directory, isDirectory: &isFolder) else {
      throw Failure("the directory \(directory) is not there")
    }
    guard isFolder.boolValue else { throw Failure("\(directory) is no directory") }
    guard access(directory, X_OK) == 0 else { throw Failure("the directory \(directory) may not be entered") }
  }

  /// The secrets that the code names: those that were typed, and what commands give.
  private func secrets() throws(Failure) -> [String: String] {
    var values = typed
    for parameter in plan.parameters where parameter.isUsed && values[parameter.name] == nil {
      guard case .command(let command) = parameter.secret else { continue }
      let answer = SecretCommand.ask(command, environment: environment(values), directory: directory) {
        stops.isAsked()
      }
      switch answer {
      case .value(let value): values[parameter.name] = value
      case .none(let why): throw Failure("the secret \(parameter.name) could not be had: \(why)")
      case .stopped: throw Failure(.stopped(by: stops.asked ?? nil))
      }
    }
    return values
  }

  private func environment(_ secrets: [String: String]) -> [String: String] {
    CommandEnvironment.make(plan, of: run, secrets: secrets, mine: mine, storePath: storePath)
  }
}
