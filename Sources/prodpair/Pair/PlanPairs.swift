import ArgumentParser
import Domain
import Exchange
import Foundation
import Store

extension PairCommands {
  struct Plan: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Plan the duties ahead, and say why these two; --apply writes them.",
      discussion: """
        Without --apply nothing is written. The plan begins with the first hand-over of the day that --from names, or \
        with the duty that is under way then, and takes the place of the duties that lie ahead, also of those behind \
        its last week. What is over or under way stays, and so does what was set by hand; whoever took somebody's \
        place stays on. --what-if shows what would be different, and is never written.
        """)

    @OptionGroup var acting: ActingOptions
    @OptionGroup var owning: TeamOption

    @Option(help: ArgumentHelp("The first day, YYYY-MM-DD; else today.", valueName: "date"))
    var from: String?

    @Option(help: ArgumentHelp("How many weeks.", valueName: "count"))
    var weeks = 10

    @Flag(help: "Write the plan.")
    var apply = false

    @Option(
      name: .customLong("what-if"),
      help: ArgumentHelp(
        "Show what would be different; as in \"out:ana 2026-12-20..2026-12-27\" or never:ana,bo. May be repeated.",
        valueName: "change"))
    var whatIfs: [DutyWhatIf] = []

    @Flag(name: .customLong("json"), help: "Print JSON, whose keys docs/json.md describes.")
    var isJSON = false

    func validate() throws {
      if apply, !whatIfs.isEmpty {
        throw ValidationError("--what-if is never written: enter an absence with `pair out`, a rule with `pair rule`")
      }
    }

    func run() throws {
      let session = try acting.session()
      let now = Session.now
      let (team, zone) = try session.store.read { try $0.dutyTeam(owning.team) }
      if apply {
        let outlook = try session.perform(PlanDuties(team, from: from, weeks: weeks))
        try show(outlook, nil, in: zone)
        return Output.note(lapsed(outlook, in: zone))
      }
      let (plan, different) = try session.store.read { reader in
        let plan = try reader.dutyOutlook(of: team, from: from, weeks: weeks, now: now)
        let different =
          try whatIfs.isEmpty
          ? nil
          : reader.dutyOutlook(of: team, from: from, weeks: weeks, now: now) { planning in
            for whatIf in whatIfs { try whatIf.apply(to: &planning, of: team, now: now) }
          }
        return (plan, different)
      }
      try show(different ?? plan, different == nil ? nil : plan, in: zone)
      if different == nil { Output.note("nothing was written: --apply does") }
    }

    /// - Parameter without: the plan without what `--what-if` says.
    private func show(_ outlook: DutyOutlook, _ without: DutyOutlook?, in zone: TimeZone) throws {
      let duties = outlook.duties.filter { $0.window.start < outlook.end }
      let before = Dictionary(
        (without?.duties ?? []).map { ($0.window, $0.people) }, uniquingKeysWith: { first, _ in first })
      if isJSON {
        return try Output.json(
          JSON(duties) { duty in
            [
              "number": JSON(duty.number?.value), "start": JSON(duty.window.start), "end": JSON(duty.window.end),
              "pair": JSON(duty.people), "why": .string(duty.why), "isGap": .bool(duty.isGap),
              "isKept": .bool(duty.isKept), "was": before[duty.window].map { JSON($0) } ?? .null,
            ]
          })
      }
      let rows = duties.map { duty in
        let ends = [duty.window.start, duty.window.end].map { CivilTime($0, in: zone) }
          .map { "\($0.isoDate) \($0.clock)" }
        let was = before[duty.window].map { Swift.Set($0) == Swift.Set(duty.people) ? "" : DutyReport.names($0) }
        return ends + [DutyReport.names(duty.people)] + (without == nil ? [] : [was ?? ""]) + [duty.why]
      }
      let columns = ["FROM", "TO", "PAIR"] + (without == nil ? [] : ["INSTEAD OF"]) + ["WHY"]
      try Output.text(TextTable(columns: columns.map { .init($0) }, rows: rows).text)
    }

    private func lapsed(_ outlook: DutyOutlook, in zone: TimeZone) -> String {
      outlook.lapsed.map {
        "the changes of \(DutyReport.line($0, in: zone)) lapse: no new duty follows it, or somebody can't be on"
      }.joined(separator: "\n")
    }
  }
}
