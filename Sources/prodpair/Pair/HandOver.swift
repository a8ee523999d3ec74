import ArgumentParser
import Domain
import Exchange
import Store

extension PairCommands {
  struct Handoff: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "handoff",
      abstract: "Show what a duty hands over to the next, write its note, sign it.",
      discussion: """
        The duty is named by its number, or by a day or a time that lies in it, or as `now` or `last`; else it is the \
        one under way. What is shown is found anew each time: runs in flight, deferred steps, open redlines, items \
        touched, toil. Both pairs sign, and whoever carries over signs once; for somebody else (--as) it counts as not \
        verified. A note that somebody has signed stays as it is.
        """)

    @OptionGroup var acting: ActingOptions
    @OptionGroup var owning: TeamOption

    @Option(help: ArgumentHelp("Write the note, in the place of what was written before.", valueName: "text"))
    var note: String?

    @Flag(help: "Sign it.")
    var sign = false

    @Flag(help: "Print one self-contained Markdown page.")
    var markdown = false

    @Flag(name: .customLong("json"), help: "Print JSON, whose keys docs/json.md describes.")
    var isJSON = false

    @Argument(help: ArgumentHelp("The duty.", valueName: "duty"))
    var duty = "now"

    func validate() throws {
      if markdown, isJSON { throw ValidationError("--json and --markdown are two forms of output: use one of them") }
    }

    func run() throws {
      let session = try acting.session()
      let now = Session.now
      let number = try session.store.read { try $0.duty(named: duty, of: owning.team, now: now).number }
      if let note { try session.perform(WriteHandoff(number, note: note)) }
      if sign { try session.perform(SignHandoff(number)) }
      let (handoff, names, clock) = try session.store.read { reader in
        let handoff = try reader.handoff(of: number, at: now)
        return (handoff, try reader.names(), try reader.clock(of: handoff.duty.team))
      }
      if isJSON { return try Output.json(HandoffJSON.json(handoff)) }
      if markdown { return try Output.text(HandoffMarkdown.page(handoff, names: names, in: clock)) }
      try Output.text(HandoffText.text(handoff, names: names, in: clock))
      try tellWaiting(session, besides: number, now)
    }

    /// The one that waits is mostly the duty before the one under way.
    private func tellWaiting(_ session: Session, besides number: DutyNumber, _ now: Instant) throws {
      let waiting = try session.store.read { try $0.handoffsWaiting(for: session.actor.handle, at: now) }
      for sides in waiting where sides.duty.number != number.value {
        let duty = sides.duty
        Output.note(
          "the hand-over of duty \(duty.number) of team \(duty.team) waits for you: "
            + "prodpair pair handoff \(duty.number) --sign")
      }
    }
  }
}
