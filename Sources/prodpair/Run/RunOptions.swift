import ArgumentParser
import Domain
import Foundation
import Store

/// What every verb on a run takes: the run, who acts, and when it happened.
struct RunOptions: ParsableArguments {
  @Argument(help: ArgumentHelp("The run's number.", valueName: "run"), completion: Completions.runs)
  var number: RunNumber

  @OptionGroup var acting: ActingOptions

  @Option(
    name: .customLong("at"),
    help: ArgumentHelp("When it happened: HH:MM (the team's time, today) or RFC 3339; else now.", valueName: "time"))
  var time: String?

  /// The run as it stands, and who is at it.
  func open() throws -> RunSession {
    let session = try acting.session()
    let (run, zone) = try session.store.read { reader in
      let run = try reader.run(number)
      return (run, try reader.team(run.team).zone ?? .gmt)
    }
    let happened = try time.map { try ClockText.instant($0, in: zone, now: Session.now) }
    return RunSession(session: session, run: run, zone: zone, happened: happened)
  }
}

/// A run that is about to be acted on.
struct RunSession {
  let session: Session
  let run: Run
  let zone: TimeZone
  let happened: Instant?

  var actor: Actor { session.actor }

  func step(_ name: String) throws -> Step { try run.version.step(named: name) }

  /// Writes one action.
  ///
  /// - Returns: the run as it stands then.
  @discardableResult
  func perform(_ action: RunAction) throws -> Run { try perform([action]) }

  /// Writes several actions, none of them where one of them would be refused.
  @discardableResult
  func perform(_ actions: [RunAction]) throws -> Run {
    try session.perform(ActOnRun(run: run.number, actions: actions, happened: happened))
    return try session.store.read { try $0.run(run.number) }
  }
}
