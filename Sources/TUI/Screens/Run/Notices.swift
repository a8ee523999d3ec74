import Domain
import Terminal
import Text

/// Something the pair should know, in one line above the list; never in the way, and always there to read again.
struct Notice: Hashable, Sendable {
  /// The same notice has the same id for as long as it says the same.
  let id: String
  let title: String
  let lines: [StyledLine]
  var isUrgent = false
  /// How many of the lines stand in the banner itself.
  var shownLines = 0
  /// It waits among the others, and makes no banner.
  var isQuiet = false

  init(id: String, title: String, styled lines: [StyledLine], isQuiet: Bool = false) {
    self.id = id
    self.title = title
    self.lines = lines
    self.isQuiet = isQuiet
  }

  init(id: String, title: String, lines: [String], isUrgent: Bool = false, shownLines: Int = 0) {
    self.init(id: id, title: title, styled: lines.map { StyledLine($0) })
    self.isUrgent = isUrgent
    self.shownLines = shownLines
  }
}

extension RunScreen {
  /// The most urgent first.
  func notices(_ app: App) -> [Notice] {
    guard let run else { return [] }
    return [idle(run, app), rollback(run)].compactMap(\.self) + incidentNotices(app) + openRedlineNotice(run, app)
      + returning(run)
      + itemNotices(app) + changes(app) + overrides(run)
  }

  func unreadNotices(_ app: App) -> [Notice] {
    notices(app).filter { !$0.isQuiet && !readNotices.contains($0.id) }
  }

  mutating func openNotices(_ app: inout App) -> [Effect] {
    let notices = notices(app)
    readNotices.formUnion(notices.map(\.id))
    var lines: [Reader.Line] = []
    for notice in notices {
      lines.append(Reader.Line(notice.title, .bold))
      lines += notice.lines.map { Reader.Line([Span("  ")] + $0.spans) }
      lines.append(Reader.Line(""))
    }
    app.show(Reader("What the pair of run \(number) should know", lines + about(app).map { Reader.Line($0) }))
    return []
  }

  /// Rule 8.
  private func changes(_ app: App) -> [Notice] {
    background.changes.map { change in
      Notice(id: "changes \(change.who) \(change.title)", title: change.title, styled: change.lines(app))
    }
  }

  /// Rule 6.
  private func returning(_ run: Run) -> [Notice] {
    let steps = run.entries.filter { $0.kind == .stepReturned }
    guard !steps.isEmpty else { return [] }
    let count = steps.count == 1 ? "1 step that was deferred comes" : "\(steps.count) steps that were deferred come"
    return [
      Notice(
        id: "returning", title: "\(count) back",
        lines: steps.map { "\($0.value ?? "") (\($0.reason ?? "no reason"))" })
    ]
  }

  private func overrides(_ run: Run) -> [Notice] {
    let entries = run.entries.filter { $0.kind == .ruleOverridden }
    guard !entries.isEmpty else { return [] }
    return [
      Notice(
        id: "overrides \(entries.count)",
        title: entries.count == 1 ? "1 rule was overridden" : "\(entries.count) rules were overridden",
        lines: entries.map { "\($0.value ?? ""): \($0.reason ?? "") (\($0.by))" })
    ]
  }

  /// Rule 11: a failed step shows what prompts a rollback, once there is something to roll back.
  func rollback(_ run: Run) -> Notice? {
    guard run.state.isActive, !run.progress.entered.contains(.rollback),
      run.steps.contains(where: { $0.section == .rollback }),
      let failed = outline?.lastFailed, run.hasBegunToDeploy
    else { return nil }
    let prompt = FilledText.text(run.version.rollbackPrompt, run)
    let attempt = run.progress(of: failed.id).attempts.count
    return Notice(
      id: "rollback \(failed.id) \(attempt)",
      title: "step \(failed.number) failed: roll back? \(prompt.replacing("\n", with: " "))",
      lines: (prompt.isEmpty ? ["The checklist does not say what prompts a rollback."] : [prompt])
        + (run.noReturnPassed.map { ["Step \($0.number) is past, and there is no way back after it."] } ?? [])
        + ["B enters the rollback section, with a reason."],
      isUrgent: true)
  }

  /// Rule 13: after 15 idle minutes the last two lines again, unless a step waits or may take that long.
  private func idle(_ run: Run, _ app: App) -> Notice? {
    guard idleSince(run, app).map({ app.now - $0 >= Self.idleAfter }) == true else { return nil }
    let settled = run.entries.filter { $0.kind.outcome != nil && !run.progress.withdrawn.contains($0.seq) }
    let last = settled.suffix(2).compactMap { entry -> String? in
      guard let step = run.steps.first(where: { $0.id == entry.step }) else { return nil }
      return
        "\(step.number) \(FilledText.line(step, run)): \(entry.kind.rawValue), \(entry.by) \(ClockText.time(entry.at, app))"
    }
    return Notice(
      id: "idle \(run.entries.count)",
      title: last.isEmpty ? "quiet for 15 minutes, and nothing was done yet" : "quiet for 15 minutes; this was last:",
      lines: last, shownLines: last.count)
  }

  static let idleAfter = Duration.minutes(15)

  /// Since when nothing has happened; nil while that is as it should be.
  private func idleSince(_ run: Run, _ app: App) -> Instant? {
    guard run.state == .running, run.role(of: app.viewer.handle) != nil, let last = run.entries.last?.written else {
      return nil
    }
    for step in outline?.started ?? [] {
      guard let startedAt = run.progress(of: step.id).lastAttempt?.startedAt else { continue }
      let allowance = max(step.attributes.wait ?? .zero, step.attributes.expect ?? .zero)
      if app.now - startedAt < allowance { return nil }
    }
    return max(last, app.lastInputAt)
  }

  /// Seconds count while a step is under way; minutes while the run is; else the idle guard's moment.
  func nextChange(_ app: App) -> Countdown {
    guard let run, run.state.isActive else { return .never }
    return outline?.started.isEmpty == false ? .eachSecond : .eachMinute(app)
  }

  /// What the header has no room for.
  private func about(_ app: App) -> [String] {
    guard let run else { return [] }
    var lines = ["Run \(number) of \(run.version.reference), \(run.state.rawValue)"]
    if run.isUnplanned { lines.append("  begun without a plan") }
    if let plan = run.plan {
      lines.append(
        "  planned for \(ClockText.dateAndTime(plan.at, app)); told: \(plan.told.isEmpty ? "nobody" : plan.told)")
    }
    if run.isRehearsal { lines.append("  a rehearsal: it never counts as a deployment") }
    lines.append("  artifact \(run.artifact)\(run.artifact.digest.map { ", \($0)" } ?? "")")
    lines += run.parameters.sorted { $0.key < $1.key }.map { "  \($0.key) = \($0.value)" }
    lines += run.entries.filter { $0.kind == .provenInStaging }.map { "  staging: \($0.value ?? "")" }
    lines += run.progress.people.map { person in
      let until = person.until.map { " to \(ClockText.time($0, app))" } ?? ""
      return "  \(person.who), \(person.role.rawValue), from \(ClockText.time(person.from, app))\(until)"
    }
    lines += run.entries.filter { $0.kind == .note && $0.step == nil }.map {
      "  note by \($0.by) \(ClockText.time($0.at, app)): \($0.value ?? "")"
    }
    return lines
  }
}
