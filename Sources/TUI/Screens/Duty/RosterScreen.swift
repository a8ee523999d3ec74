import Domain
import Foundation
import Store
import Terminal

/// What a team's duties are planned from: when the pair hands over, who takes part, which rules hold, and who is away.
struct RosterScreen: ListScreen {
  static let name = ScreenName("roster")

  let team: TeamName
  private(set) var page: RosterPage?
  var list = RowList<RosterRow>(RosterRow.columns) { "\($0.kind) \($0.who) \($0.facts)" }

  init(of team: TeamName) { self.team = team }

  static func asks(_ question: any Question) -> Bool { question is RosterQuestion }
  var zone: TimeZone? { page?.planning.zone }

  mutating func refresh(_ app: inout App) -> [Effect] { [app.read(RosterQuestion(team: team))] }

  mutating func receive(_ reply: Reply, _ app: inout App) -> [Effect] {
    guard let (question, page) = reply.to(RosterQuestion.self), question.team == team else { return [] }
    self.page = page
    list.replace(RosterRow.rows(page, at: app.now))
    return []
  }

  var position: String {
    "team \(team)" + (list.visible.isEmpty ? "" : "  \(list.selectedIndex + 1) of \(list.visible.count)")
  }

  /// Nothing is done to several at once.
  var marks: Int? { nil }

  func emptyWords(_ app: App) -> String { "There is nothing here yet." }

  mutating func openSelection(_ app: inout App) -> [Effect] {
    guard let page, let row = list.selected else { return [] }
    switch row.content {
    case .rota(let pattern): return RosterChanges.rota(pattern, page, &app)
    case .member(let member, _, _): return RosterChanges.member(member, page, &app)
    case .rule(let rule): return RosterChanges.rule(rule.kind, rule, page, &app)
    case .absence: return RosterChanges.remove(row, page, &app)
    }
  }

  static let commands: [Command] = [
    .on(
      RosterScreen.self, "roster.change", ["Enter"],
      "Change the line; of who is away, say that they are there after all",
      label: "change", rank: 10,
      when: { screen, _ in screen.list.selected == nil ? .no("there is nothing here") : .yes }
    ) { $0.openSelection(&$1) },
    .on(
      RosterScreen.self, "roster.new", ["n"], "Put somebody in, add a rule, or say who is away", label: "new", rank: 20,
      when: { screen, _ in screen.page == nil ? .no("the rotation is still being read") : .yes }
    ) { screen, app in screen.page.map { RosterChanges.add(to: $0, &app) } ?? [] },
    .on(
      RosterScreen.self, "roster.remove", ["x"], "Take it away: out of the rotation, the rule, the absence",
      label: "remove", rank: 30,
      when: { screen, _ in
        guard let row = screen.list.selected else { return .no("there is nothing here") }
        return row.id == .rota ? .no("every team's pair hands over some time: Enter changes when") : .yes
      }
    ) { screen, app in
      guard let page = screen.page, let row = screen.list.selected else { return [] }
      return RosterChanges.remove(row, page, &app)
    },
    .on(
      RosterScreen.self, "roster.plan", ["P"], "Plan the duties ahead by this, and see first what would change",
      label: "plan", rank: 40
    ) { screen, app in app.open(DutyPlanScreen(of: screen.team)) },
  ]
}
