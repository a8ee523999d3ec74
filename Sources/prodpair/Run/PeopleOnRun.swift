import ArgumentParser
import Domain
import Exchange

extension RunCommands {
  struct Join: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "join",
      abstract: "Join a run as helper or observer, or as the other of the pair.",
      discussion: "Helpers work and note; observers only note. Neither confirms.")

    @OptionGroup var on: RunOptions

    @Option(help: "What they are on the run.")
    var role: Role = .helper

    @Argument(help: "Who joins; else you.", completion: Completions.people)
    var who: Handle?

    func run() throws {
      let session = try on.open()
      let who = who ?? session.actor.handle
      try session.perform(.join(who, role))
      try Output.text("run \(on.number): \(who) joined as \(role.rawValue)")
    }
  }

  struct Leave: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "leave",
      abstract: "Leave a run.", discussion: "One of the pair leaves the other alone, and so says why.")

    @OptionGroup var on: RunOptions

    @Option(help: ArgumentHelp("Why.", valueName: "why"))
    var reason: String?

    @Argument(help: "Who leaves; else you.", completion: Completions.people)
    var who: Handle?

    func run() throws {
      let session = try on.open()
      let who = who ?? session.actor.handle
      try session.perform(.leave(who, reason: reason))
      try Output.text("run \(on.number): \(who) left")
    }
  }

  struct HandOver: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "handover", abstract: "Hand one's place in the pair over to somebody else.")

    @OptionGroup var on: RunOptions

    @Option(help: ArgumentHelp("Who of the pair goes; else you.", valueName: "handle"), completion: Completions.people)
    var from: Handle?

    @Argument(help: "Who comes.", completion: Completions.people)
    var to: Handle

    func run() throws {
      let session = try on.open()
      let from = from ?? session.actor.handle
      let run = try session.perform(.handOver(from: from, to: to))
      let pair = run.pair.map(\.text).joined(separator: " and ")
      try Output.text("run \(on.number): \(from) handed over to \(to); the pair is \(pair)")
    }
  }
}
