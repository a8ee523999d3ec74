import ArgumentParser
import Domain
import Exchange
import Store

extension PairCommands {
  struct Set: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "set",
      abstract: "Say by hand who is on duty from when to when, or give such a duty back to the plan.",
      usage: """
        prodpair pair set <pair> --from <time> --until <time> [--reason <why>]
        prodpair pair set --release <number>
        """,
      discussion: """
        Planned duties make way for it, and no plan changes it later. What is over stays as it was: from a time in the \
        past on means from now on. Prints the duty's number. With --release the next plan may change a duty that was set \
        by hand; of one under way, what comes after the next hand-over.
        """)

    @OptionGroup var acting: ActingOptions
    @OptionGroup var owning: TeamOption

    @Option(help: ArgumentHelp("From when: YYYY-MM-DD HH:MM in the team's time, or a day.", valueName: "time"))
    var from: String?

    @Option(help: ArgumentHelp("Until when; a day is meant with all of it.", valueName: "time"))
    var until: String?

    @Option(help: ArgumentHelp("Why.", valueName: "why"))
    var reason = ""

    @Option(help: ArgumentHelp("Let the next plan change this duty, which was set by hand.", valueName: "number"))
    var release: DutyNumber?

    @Argument(help: ArgumentHelp("The two, as in ana,bo.", valueName: "pair"), completion: Completions.people)
    var pair: NameList?

    func validate() throws {
      if release != nil {
        if pair != nil || from != nil || until != nil || !reason.isEmpty {
          throw ValidationError("--release takes the duty's number and nothing else")
        }
      } else if pair == nil || from == nil || until == nil {
        throw ValidationError("say who, and from when to when, as in ana,bo --from 2026-12-24 --until 2026-12-26")
      }
    }

    func run() throws {
      let session = try acting.session()
      if let release { return try giveBack(release, session) }
      guard let pair, let from, let until else { return }
      let (team, zone) = try session.store.read { try $0.dutyTeam(owning.team) }
      let window = try DutySpan.window("\(from)..\(until)", in: zone, now: Session.now)
      let duty = try session.perform(SetDuty(team, window, pair.names.map { Handle($0) }, reason: reason))
      try Output.text("\(duty.number)")
      if duty.window.start > window.start { Output.note("what is over stays as it was: it begins now") }
      Output.note(DutyReport.line(duty, in: zone))
    }

    private func giveBack(_ number: DutyNumber, _ session: Session) throws {
      let duty = try session.perform(ReleaseDuty(number))
      let zone = try session.store.read { try $0.zones()[duty.team] } ?? .gmt
      try Output.text(DutyReport.line(duty, in: zone))
      Output.note(
        duty.window.start > Session.now
          ? "the next plan may change it: `prodpair pair plan --team \(duty.team) --apply`"
          : "it is under way and stays as it is; no later hand-over is left of it to plan")
    }
  }

  struct Take: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "take",
      abstract: "Take over the duty that is under way, from now on.",
      discussion: "With --for it is said in whose place. What is over of the duty stays as it was.")

    @OptionGroup var acting: ActingOptions
    @OptionGroup var owning: TeamOption

    @Option(
      name: .customLong("for"), help: ArgumentHelp("In whose place.", valueName: "handle"),
      completion: Completions.people)
    var from: Handle?

    @Option(help: ArgumentHelp("Why.", valueName: "why"))
    var reason = ""

    func run() throws {
      let session = try acting.session()
      let (team, zone) = try session.store.read { try $0.dutyTeam(owning.team) }
      let duty = try session.perform(TakeDuty(team, from: from, reason: reason))
      try Output.text(DutyReport.line(duty, in: zone))
    }
  }

  struct Replace: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "replace",
      abstract: "Put somebody on duty in somebody's place.",
      discussion: """
        The duty is named by its number, or by a day or a time that lies in it, or as `now` or `next`. It stays \
        changed when the plan moves. Of a duty under way, what is over stays as it was.
        """)

    @OptionGroup var acting: ActingOptions
    @OptionGroup var owning: TeamOption

    @Option(
      name: .customLong("for"), help: ArgumentHelp("In whose place.", valueName: "handle"),
      completion: Completions.people)
    var from: Handle?

    @Option(help: ArgumentHelp("Who is on instead; else you.", valueName: "handle"), completion: Completions.people)
    var by: Handle?

    @Option(help: ArgumentHelp("Why.", valueName: "why"))
    var reason = ""

    @Argument(help: ArgumentHelp("The duty.", valueName: "duty"))
    var duty: String

    func run() throws {
      let session = try acting.session()
      let (number, zones) = try session.store.read { reader in
        (try reader.duty(named: duty, of: owning.team, now: Session.now).number, try reader.zones())
      }
      let replaced = try session.perform(
        ReplaceOnDuty(number, from: from, to: by ?? session.actor.handle, reason: reason))
      try Output.text(DutyReport.line(replaced, in: zones[replaced.team] ?? .gmt))
    }
  }

  struct Swap: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "swap",
      abstract: "Swap your place in a duty for somebody's place in another.",
      discussion: """
        Duties are named by number, or by a day or a time that lies in them. Both changes belong to their duties and go \
        with them when the plan moves.
        """)

    @OptionGroup var acting: ActingOptions
    @OptionGroup var owning: TeamOption

    @Option(
      help: ArgumentHelp("Whose place in the first duty; else yours.", valueName: "handle"),
      completion: Completions.people)
    var who: Handle?

    @Option(help: ArgumentHelp("Whose place in the other duty.", valueName: "handle"), completion: Completions.people)
    var with: Handle?

    @Option(help: ArgumentHelp("Why.", valueName: "why"))
    var reason = ""

    @Argument(help: ArgumentHelp("The duty that is given away.", valueName: "duty"))
    var one: String

    @Argument(help: ArgumentHelp("The duty that is taken for it.", valueName: "duty"))
    var other: String

    func run() throws {
      let session = try acting.session()
      let now = Session.now
      let (mine, theirs, zones) = try session.store.read { reader in
        (
          try reader.duty(named: one, of: owning.team, now: now),
          try reader.duty(named: other, of: owning.team, now: now),
          try reader.zones()
        )
      }
      let swapped = try session.perform(
        SwapDuties(
          mine.number, of: who ?? session.actor.handle, for: theirs.number, of: with, reason: reason))
      try Output.text(
        swapped.map { DutyReport.line($0, in: zones[$0.team] ?? .gmt) }.joined(separator: "\n"))
    }
  }
}
