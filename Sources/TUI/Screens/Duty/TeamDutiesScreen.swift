import Domain
import Foundation
import Store
import Terminal

/// A team's duties: who was on, who is, who will be, and why; changed from here by two keys each.
struct TeamDutiesScreen: ListScreen {
  static let name = ScreenName("duties")

  let team: TeamName
  private(set) var page: TeamDutiesPage?
  var list = RowList<DutyRow>(DutyRow.columns) { "\($0.pair) \($0.remark) \($0.duty.map { "\($0.number)" } ?? "")" }
  /// What may be done with a duty.
  enum Change: Sendable { case take, swap, replace, out }

  /// What was asked for on the way here, of the duty that one stands on first.
  private var then: Change?
  private var askedAt: Instant?
  /// The duty to stand on when the list is first read; the one under way without it.
  private let first: DutyNumber?

  init(of team: TeamName, at duty: DutyNumber? = nil, then change: Change? = nil) {
    self.team = team
    first = duty
    then = change
  }

  static func asks(_ question: any Question) -> Bool { question is TeamDutiesQuestion }
  var zone: TimeZone? { page?.zone }

  mutating func refresh(_ app: inout App) -> [Effect] {
    askedAt = app.now
    return [app.read(TeamDutiesQuestion(team: team))]
  }

  mutating func receive(_ reply: Reply, _ app: inout App) -> [Effect] {
    guard let (question, page) = reply.to(TeamDutiesQuestion.self), question.team == team else { return [] }
    let isFirst = self.page == nil
    self.page = page
    list.replace(DutyRow.rows(page))
    guard isFirst else { return [] }
    let now = app.now
    let current = list.visible.first { $0.window.contains(now) } ?? list.visible.first { $0.window.start > now }
    if let id = first.map(DutyRow.ID.duty) ?? current?.id { list.select(id: id) }
    guard let change = then else { return [] }
    then = nil
    return apply(change, &app)
  }

  private func apply(_ change: Change, _ app: inout App) -> [Effect] {
    if case .no(let reason) = canChange(app) {
      app.say(reason, .refusal)
      return []
    }
    switch change {
    case .take: return DutyChanges.take(duty, page, &app)
    case .swap: return DutyChanges.swap(duty, page, &app)
    case .replace: return DutyChanges.replace(duty, page, &app)
    case .out: return DutyChanges.out(duty, page, &app)
    }
  }

  /// A duty begins and ends by itself.
  var staleAt: Instant? {
    page?.duties.flatMap { [$0.window.start, $0.window.end] }.next(after: askedAt)
  }

  func emptyWords(_ app: App) -> String {
    let members = page?.planning.members.count ?? 0
    return members < 2
      ? "Nobody is in the rotation of team \(team) yet: \(app.key(of: "duties.roster")) puts people into it."
      : "No duty is planned for team \(team) yet: \(app.key(of: "duties.plan")) plans them."
  }

  var position: String {
    "team \(team)" + (list.visible.isEmpty ? "" : "  \(list.selectedIndex + 1) of \(list.visible.count)")
  }

  /// Nothing is done to several at once.
  var marks: Int? { nil }

  var duty: PlannedDuty? { list.selected?.duty }

  mutating func openSelection(_ app: inout App) -> [Effect] {
    guard let page, let row = list.selected else { return [] }
    app.show(DutyDetail(page: page, row: row).reader(app))
    return []
  }

  func nextChange(_ app: App) -> Countdown { .eachMinute(app) }

  // MARK: Keys

  private func canChange(_ app: App) -> Availability {
    guard let duty else {
      return .no(list.selected == nil ? "there is no duty here" : "nobody is planned: n sets a pair")
    }
    return duty.window.end > app.now ? .yes : .no("what is over is a fact, and stays")
  }

  static let commands: [Command] = [
    .on(
      TeamDutiesScreen.self, "duties.open", ["Enter"], "Read why these two are on, and what was changed", label: "why",
      rank: 10, when: { screen, _ in screen.list.selected == nil ? .no("there is no duty here") : .yes }
    ) { $0.openSelection(&$1) },
    .on(
      TeamDutiesScreen.self, "duties.take", ["t"], "Take a place in this duty yourself; of one under way, from now on",
      label: "take", rank: 20, when: { $0.canChange($1) }
    ) { screen, app in screen.apply(.take, &app) },
    .on(
      TeamDutiesScreen.self, "duties.swap", ["s"],
      "Swap: your place here for one in another duty, or the other way round",
      label: "swap", rank: 30, when: { $0.canChange($1) }
    ) { screen, app in screen.apply(.swap, &app) },
    .on(
      TeamDutiesScreen.self, "duties.replace", ["r"], "Put somebody on in somebody's place", label: "replace",
      rank: 40, when: { $0.canChange($1) }
    ) { screen, app in screen.apply(.replace, &app) },
    .on(
      TeamDutiesScreen.self, "duties.out", ["o"], "Say that somebody is away, and who is on instead", label: "out",
      rank: 50, when: { $0.canChange($1) }
    ) { screen, app in screen.apply(.out, &app) },
    .on(
      TeamDutiesScreen.self, "duties.hand-over", ["H"], "Hand it over: its page, note and signatures",
      label: "hand over", rank: 55,
      when: { screen, app in
        guard let duty = screen.duty else { return .no("there is no duty here") }
        return duty.window.start <= app.now ? .yes : .no("it has not begun: there is nothing to hand over yet")
      }
    ) { screen, app in screen.duty.map { app.open(HandoffScreen(of: $0.number)) } ?? [] },
    .on(
      TeamDutiesScreen.self, "duties.set", ["n"], "Set a pair by hand, from when to when", label: "set", rank: 70,
      when: { screen, _ in screen.page == nil ? .no("the duties are still being read") : .yes }
    ) { screen, app in SetDutyPrompt.show(screen.list.selected?.window, screen.page, &app) },
    .on(
      TeamDutiesScreen.self, "duties.release", ["x"],
      "Release a duty that was set by hand: the next plan may change it, after a question", label: "release", rank: 74,
      when: { screen, app in
        screen.canChange(app).and(
          screen.duty?.isFixed == true ? .yes : .no("it was not set by hand: the next plan may change it as it is"))
      }
    ) { screen, app in DutyChanges.release(screen.duty, &app) },
    .on(
      TeamDutiesScreen.self, "duties.plan", ["P"], "Plan the duties ahead, and see what that would change before",
      label: "plan", rank: 60
    ) { screen, app in app.open(DutyPlanScreen(of: screen.team)) },
    .on(
      TeamDutiesScreen.self, "duties.roster", ["R"], "Who is in the rotation, which rules hold, and who is away",
      label: "roster", rank: 65
    ) { screen, app in app.open(RosterScreen(of: screen.team)) },
    .on(
      TeamDutiesScreen.self, "duties.figures", ["m"], "The team's pair matrix, loads, coverage, and whom to call",
      label: "figures", rank: 72
    ) { screen, app in app.open(DutyFiguresScreen(of: screen.team)) },
    .on(
      TeamDutiesScreen.self, "duties.stand-up", ["d"], "The team's morning, for its stand-up", label: "stand-up",
      rank: 73
    ) { screen, app in app.open(StandUpScreen(of: screen.team)) },
  ]
}
