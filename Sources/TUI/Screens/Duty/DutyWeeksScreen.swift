import Domain
import Foundation
import Store
import Terminal
import Text

/// All teams by week: who is on, as a grid of teams and weeks.
struct DutyWeeksScreen: ScreenModel {
  static let name = ScreenName("weeks")

  /// The first week that shows, counted from the one that is under way.
  private(set) var first = 0
  /// The selected week, counted the same way.
  private(set) var week = 0
  private(set) var selected = 0
  private(set) var top = 0
  /// How many weeks there is room for.
  private(set) var shown = Self.leastRead
  private(set) var weeks: DutyWeeks?
  private(set) var failure: String?
  private var filterText = ""
  private var asked: DutyWeeksQuestion?
  /// The team to stand on when it is first read.
  private var start: TeamName?

  init(at team: TeamName? = nil) { start = team }

  // MARK: Reading

  mutating func refresh(_ app: inout App) -> [Effect] { read(&app) }

  /// So many weeks are read at least, for a window that is made wider.
  private static let leastRead = 16

  private mutating func read(_ app: inout App) -> [Effect] {
    let count = max(Self.leastRead, DutyWeeksLayout.weeks(app.size))
    let question = DutyWeeksQuestion(edges: (first...first + count).map { edge($0, app) })
    asked = question
    return [app.read(question)]
  }

  /// Where a week begins: on Monday, where one is oneself.
  func edge(_ week: Int, _ app: App) -> Instant {
    let zone = app.zone ?? TimeZone(secondsFromGMT: app.utcOffset) ?? .gmt
    let today = CivilTime(app.now, in: zone)
    return Instant(day: today.adding(days: 1 - today.weekday + 7 * week), minute: 0, in: zone)
  }

  mutating func receive(_ reply: Reply, _ app: inout App) -> [Effect] {
    guard let (question, answer) = reply.to(DutyWeeksQuestion.self), question == asked else { return [] }
    weeks = answer
    failure = nil
    if let start, let index = rows.firstIndex(where: { $0.team == start }) { selected = index }
    start = nil
    return []
  }

  mutating func couldNotRead(_ question: any Question, _ failure: Failure) {
    if question as? DutyWeeksQuestion == asked { self.failure = failure.words }
  }

  var isRead: Bool { weeks != nil || failure != nil }

  // MARK: What shows

  var rows: [DutyWeeks.Row] {
    let match = WordMatch(filterText)
    return weeks?.rows.filter { row in
      let people = row.cells.prefix(shown).flatMap(\.duties).flatMap(\.people).map(\.text).joined(separator: " ")
      return match.matches("\(row.team) \(people)")
    } ?? []
  }

  var filterHint: String { "a team, or somebody who is on" }
  var filter: String? {
    get { filterText }
    set { filterText = newValue ?? "" }
  }

  var row: DutyWeeks.Row? {
    let rows = rows
    return rows.indices.contains(selected) ? rows[selected] : nil
  }

  var cell: DutyWeeks.Cell? {
    guard let cells = row?.cells, cells.indices.contains(week - first) else { return nil }
    return cells[week - first]
  }

  // MARK: Moving

  mutating func move(_ movement: Movement, _ app: inout App) -> [Effect]? {
    switch movement {
    case .lines(let lines): selected += lines
    case .pages(let pages): selected += pages * max(1, DutyWeeksLayout.rows(app.size) - 1)
    case .first: selected = 0
    case .last: selected = rows.count - 1
    }
    return []
  }

  mutating func settle(_ app: App) {
    shown = DutyWeeksLayout.weeks(app.size)
    let count = rows.count
    selected = max(0, min(selected, count - 1))
    top = ScrollWindow.first(
      top, showing: selected..<selected + 1, of: count, height: DutyWeeksLayout.rows(app.size))
  }

  private mutating func turn(by weeks: Int, _ app: inout App) -> [Effect] {
    week += weeks
    let shown = DutyWeeksLayout.weeks(app.size)
    let before = first
    if week < first { first = week }
    if week >= first + shown { first = week - shown + 1 }
    return first == before ? [] : read(&app)
  }

  mutating func click(_ mouse: Mouse, _ app: inout App) -> [Effect] {
    switch mouse.action {
    case .wheelUp: return move(.lines(-1), &app) ?? []
    case .wheelDown: return move(.lines(1), &app) ?? []
    case .press(.left):
      let index = top + mouse.point.y - DutyWeeksLayout.headRows
      let column = DutyWeeksLayout.week(at: mouse.point.x, app.size)
      guard mouse.point.y >= DutyWeeksLayout.headRows, index < rows.count else { return [] }
      if index == selected, column == nil || first + (column ?? 0) == week { return openSelection(&app) }
      selected = index
      if let column { week = first + column }
      return []
    default: return []
    }
  }

  mutating func openSelection(_ app: inout App) -> [Effect] {
    row.map { app.open(TeamDutiesScreen(of: $0.team, at: cell?.duties.first?.number)) } ?? []
  }

  func copyable(_ app: App) -> String? {
    row.map { row in
      ([row.team.text] + row.cells.map { DutyWeeksDrawing.text($0) }).joined(separator: "\t")
    }
  }

  func draw(on screen: inout Screen, in area: Rect, _ app: App) {
    DutyWeeksDrawing(weeks: self, app: app).draw(on: &screen, in: area)
  }

  static let commands: [Command] = [
    .on(
      DutyWeeksScreen.self, "weeks.open", ["Enter"], "Open the team's duties at that week", label: "open", rank: 10,
      when: { screen, _ in screen.row == nil ? .no("there is no team here") : .yes }
    ) { $0.openSelection(&$1) },
    .on(DutyWeeksScreen.self, "weeks.next", ["l", "Right"], "Go to the next week", label: "next week", rank: 20) {
      $0.turn(by: 1, &$1)
    },
    .on(
      DutyWeeksScreen.self, "weeks.before", ["h", "Left"], "Go to the week before", label: "week before", rank: 21
    ) { $0.turn(by: -1, &$1) },
    .on(
      DutyWeeksScreen.self, "weeks.now", ["."], "Go back to this week", label: "this week", rank: 30,
      matters: { screen, _ in screen.week != 0 }
    ) { screen, app in screen.turn(by: -screen.week, &app) },
  ]
}
