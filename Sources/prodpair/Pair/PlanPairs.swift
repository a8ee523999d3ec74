import ArgumentParser
import Domain
import Exchange
import Foundation
import Store

extension PairCommands {
  struct Plan: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "plan",
      abstract: "Plan the duties ahead, and say why these two; --apply writes them.",
      discussion: """
        Without --apply nothing is written. The plan begins with the first hand-over of the day that --from names, or \
        with the duty that is under way then, and takes the place of the duties that lie ahead, also of those behind \
        its last week. What is over or under way stays, and so does what was set by hand; whoever took somebody's \
        place stays on. With --keep all stay on who can, so that an absence changes the duties that it hits and no \
        others. --what-if shows what would be different, and is never written.
        """)

    @OptionGroup var acting: ActingOptions
    @OptionGroup var owning: TeamOption

    @Option(help: ArgumentHelp("The first day, YYYY-MM-DD; else today.", valueName: "date"))
    var from: String?

    @Option(help: ArgumentHelp("How many weeks.", valueName: "count"))
    var weeks = 10

    @Flag(help: "Write the plan.")
    var apply = false

    @Flag(help: "Leave those who are planned where they can stay: plan only what is missing, or what can't stay.")
    var keep = false

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
        let outlook = try session.perform(PlanDuties(team, from: from, weeks: weeks, keeping: keep))
        try show(outlook, in: zone)
        Output.note(lapsed(outlook, "lapse", in: zone))
        return Output.note(
          DutyReport.warnings(try session.store.read { try $0.dutyWarnings(of: team, at: now) }))
      }
      let plan = try session.store.read {
        try $0.dutyOutlook(of: team, from: from, weeks: weeks, keeping: keep, now: now)
      }
      if !whatIfs.isEmpty { return try showDifference(from: plan, of: team, session.store, now) }
      try show(plan, in: zone)
      Output.note(lapsed(plan, "would lapse", in: zone))
      Output.note(
        DutyReport.warnings(try session.store.read { try $0.dutyWarnings(of: team, with: plan, at: now) }))
      Output.note("nothing was written: --apply does")
    }

    private func showDifference(from plan: DutyOutlook, of team: TeamName, _ store: Store, _ now: Instant) throws {
      let (different, clock) = try store.read { reader in
        let different = try reader.dutyOutlook(of: team, from: from, weeks: weeks, keeping: keep, now: now) {
          planning in
          for whatIf in whatIfs { try whatIf.apply(to: &planning, of: team, now: now) }
        }
        return (different, try reader.clock(of: team))
      }
      let diff = DutyDiff(before: plan.duties.map(\.duty), after: different.duties.map(\.duty))
      if isJSON { return try Output.json(DutyJSON.diff(diff)) }
      try Output.text(DutyDiffText.text(diff, in: clock))
      Output.note(lapsed(different, "would lapse", in: clock.zone))
      Output.note("nothing was written: `pair out` and `pair rule` enter what is so, `pair plan --apply` plans by it")
    }

    private func show(_ outlook: DutyOutlook, in zone: TimeZone) throws {
      // What a shorter plan changes behind its own end is told too.
      let duties = outlook.duties.filter { $0.window.start < outlook.end || $0.isChange }
      if isJSON { return try Output.json(JSON(duties, element: DutyJSON.json)) }
      let rows = duties.map { duty in
        let ends = [duty.window.start, duty.window.end].map { CivilTime($0, in: zone) }
          .map { "\($0.isoDate) \($0.clock)" }
        return ends + [DutyReport.names(duty.people), DutyWhy(duty.duty).text]
      }
      let columns = ["FROM", "TO", "PAIR", "WHY"].map { TextTable.Column($0) }
      try Output.text(TextTable(columns: columns, rows: rows).text)
      let behind = duties.count { $0.window.start >= outlook.end }
      if behind > 0 { Output.note("\(behind) of them lie behind the weeks that were asked for, and change too") }
      if let gap = outlook.gapBefore { Output.note("warning: nobody is planned for \(gap.text(in: zone))") }
    }

    private func lapsed(_ outlook: DutyOutlook, _ verb: String, in zone: TimeZone) -> String {
      outlook.lapsed.map {
        "the changes of \(DutyReport.line($0, in: zone)) \(verb): no new duty follows it, or somebody can't be on"
      }.joined(separator: "\n")
    }
  }
}
