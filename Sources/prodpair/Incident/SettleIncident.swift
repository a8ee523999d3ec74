import ArgumentParser
import Domain
import Store

extension IncidentCommands {
  struct Mitigate: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "mitigate", abstract: "Say that it no longer hurts.")

    @OptionGroup var on: IncidentOptions
    @OptionGroup var happened: HappenedOption

    @Argument(help: ArgumentHelp("What did it.", valueName: "text"))
    var note: String?

    func run() throws { try on.settle(.mitigate, note, at: happened.time) }
  }

  struct Resolve: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "resolve",
      abstract: "Say that its trouble is gone.",
      discussion: "From then on its retro is due: in three days for severity 1, in five working days for all others.")

    @OptionGroup var on: IncidentOptions
    @OptionGroup var happened: HappenedOption

    @Argument(help: ArgumentHelp("What did it.", valueName: "text"))
    var note: String?

    func run() throws { try on.settle(.resolve, note, at: happened.time) }
  }

  struct Close: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "close",
      abstract: "Say that nothing is left to be learned of it.",
      discussion: """
        One that has a retro is closed by closing that. One of severity 1 or 2 needs a retro, or a reason why there is to \
        be none, which stays on its timeline.
        """)

    @OptionGroup var on: IncidentOptions
    @OptionGroup var happened: HappenedOption

    @Option(help: ArgumentHelp("Why there is to be no retro.", valueName: "why"))
    var withoutRetro: String?

    @Argument(help: ArgumentHelp("What is to be said of it.", valueName: "text"))
    var note: String?

    func run() throws { try on.settle(.close(withoutRetro: withoutRetro), note, at: happened.time) }
  }

  struct Reopen: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "reopen",
      abstract: "Take an incident up again: somebody has to be at it.",
      discussion: "That it was mitigated, resolved or closed stays on its timeline, and is said anew.")

    @OptionGroup var on: IncidentOptions

    @Argument(help: ArgumentHelp("Why.", valueName: "why"))
    var why: String

    func run() throws { try on.settle(.reopen, why) }
  }
}

extension IncidentOptions {
  fileprivate func settle(_ step: SettleIncident.Step, _ note: String?, at time: String? = nil) throws {
    let session = try open()
    let settled = try session.perform(
      SettleIncident(number, step, note: note ?? "", at: try session.instant(time)))
    try Output.text("incident \(number): \(settled.state.rawValue)")
    guard settled.state == .resolved else { return }
    let (retro, alerts) = try session.session.store.read { (try $0.retro(of: number), try $0.alertCounts(of: number)) }
    if alerts.firing > 0 {
      Output.note("\(alerts.firing) of its \(alerts.all) alerts still fire\(alerts.firing == 1 ? "s" : "")")
    }
    Output.note(
      retro.map { retro in "retro \(retro.number)" + (retro.due.map { " is due \($0)" } ?? " is open") }
        ?? "what happened, and will it again? `prodpair incident retro \(number)` opens its retro")
  }
}
