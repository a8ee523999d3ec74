import Domain
import Foundation
import Store
import Terminal
import Text

/// All teams' pairs, now and next, and what is wrong with either.
struct DutyBoardScreen: ListScreen {
  static let name = ScreenName("duty")

  private(set) var board: DutyBoard?
  private var askedAt: Instant?
  var list = RowList<DutyBoardRow>(DutyBoardRow.columns) { $0.searchText }

  static func asks(_ question: any Question) -> Bool { question is DutyBoardQuestion }

  mutating func refresh(_ app: inout App) -> [Effect] {
    askedAt = app.now
    return [app.read(DutyBoardQuestion())]
  }

  mutating func receive(_ reply: Reply, _ app: inout App) -> [Effect] {
    guard let (_, board) = reply.to(DutyBoardQuestion.self) else { return [] }
    self.board = board
    list.replace(board.lines.map(DutyBoardRow.init))
    return []
  }

  var position: String {
    guard let board else { return "" }
    let problems = board.lines.count { !$0.problems.isEmpty }
    let wrong = problems == 0 ? "" : "\(problems == 1 ? "1 team" : "\(problems) teams") with something wrong  "
    return wrong + (list.visible.isEmpty ? "" : "\(list.selectedIndex + 1) of \(list.visible.count)")
  }

  func emptyWords(_ app: App) -> String { "There is no team yet: \(app.key(of: "go.teams")) adds one." }

  /// The selected line is told in full below the list.
  private static let footRows = 2

  func rows(_ size: Size) -> Int { max(1, ListLayout.rows(size) - Self.footRows) }

  func draw(on screen: inout Screen, in area: Rect, _ app: App) {
    TitleBar.draw(on: &screen, in: area.split(top: 1).top, app)
    let (rest, foot) = area.split(top: 1).rest.split(bottom: Self.footRows)
    ListDrawing(list: list, position: position, empty: emptyWords(app), app: app).draw(on: &screen, in: rest)
    guard let row = list.selected else { return }
    let lines = row.told(app).wrapped(toWidth: foot.width - 2)
    for (offset, line) in lines.prefix(Self.footRows).enumerated() {
      // What has no room is cut where one sees it.
      let isCut = offset == Self.footRows - 1 && lines.count > Self.footRows
      let text = isCut ? lines[offset...].joined(separator: " ") : line
      screen.put(text, at: Point(x: foot.x + 1, y: foot.y + offset), style: .dim, width: foot.width - 2)
    }
  }

  /// Nothing is done to several at once.
  var marks: Int? { nil }

  mutating func openSelection(_ app: inout App) -> [Effect] {
    list.selected.map { app.open(TeamDutiesScreen(of: $0.line.team)) } ?? []
  }

  /// A duty begins and ends by itself: then the board is read anew.
  var staleAt: Instant? {
    let ends = board?.lines.flatMap { [$0.now?.window.end, $0.next?.window.start].compactMap(\.self) }
    return ends?.next(after: askedAt)
  }

  func nextChange(_ app: App) -> Countdown { .eachMinute(app) }

  /// The keys that are about the duty under way.
  private static func changing(
    _ id: String, _ key: String, _ title: String, label: String, rank: Int,
    _ open: @escaping @Sendable (TeamDuty, inout App) -> [Effect]
  ) -> Command {
    .on(
      DutyBoardScreen.self, "duty.\(id)", [key], title, label: label, rank: rank,
      when: { screen, _ in
        guard let line = screen.list.selected?.line else { return .no("there is no team here") }
        return line.now == nil ? .no("nobody is on for team \(line.team) now: Enter shows its duties") : .yes
      }
    ) { screen, app in screen.list.selected?.line.now.map { open($0, &app) } ?? [] }
  }

  /// The keys that lead to something else of the selected team.
  private static func opening(
    _ id: String, _ key: String, _ title: String, label: String, rank: Int,
    _ open: @escaping @Sendable (TeamName, inout App) -> [Effect]
  ) -> Command {
    .on(
      DutyBoardScreen.self, "duty.\(id)", [key], title, label: label, rank: rank,
      when: { screen, _ in screen.list.selected == nil ? .no("there is no team here") : .yes }
    ) { screen, app in screen.list.selected.map { open($0.line.team, &app) } ?? [] }
  }

  static let commands: [Command] = [
    changing("take", "t", "Take a place in the duty under way, from now on", label: "take", rank: 30) {
      $1.open(TeamDutiesScreen(of: $0.team, then: .take))
    },
    changing("replace", "r", "Put somebody on in somebody's place, from now on", label: "replace", rank: 35) {
      $1.open(TeamDutiesScreen(of: $0.team, then: .replace))
    },
    changing("out", "o", "Say that somebody who is on is away, and who is on instead", label: "out", rank: 36) {
      $1.open(TeamDutiesScreen(of: $0.team, then: .out))
    },
    changing("swap", "s", "Swap your place in the duty under way", label: "swap", rank: 34) {
      $1.open(TeamDutiesScreen(of: $0.team, then: .swap))
    },
    changing(
      "hand-over", "H", "Hand the duty under way over: its page, note and signatures", label: "hand over", rank: 37
    ) { $1.open(HandoffScreen(of: DutyNumber($0.number))) },
    opening("open", "Enter", "Open the team's duties", label: "open", rank: 10) {
      $1.open(TeamDutiesScreen(of: $0))
    },
    .on(
      DutyBoardScreen.self, "duty.weeks", ["W"], "All teams by week, as a grid", label: "weeks", rank: 20
    ) { screen, app in app.open(DutyWeeksScreen(at: screen.list.selected?.line.team)) },
    opening("plan", "P", "Plan the team's duties ahead", label: "plan", rank: 40) {
      $1.open(DutyPlanScreen(of: $0))
    },
    opening(
      "roster", "R", "Who is in the team's rotation, which rules hold, and who is away", label: "roster", rank: 50
    ) { $1.open(RosterScreen(of: $0)) },
    opening(
      "figures", "m", "The team's pair matrix, loads, coverage, and whom to call", label: "figures", rank: 60
    ) { $1.open(DutyFiguresScreen(of: $0)) },
    opening("stand-up", "d", "The team's morning, for its stand-up", label: "stand-up", rank: 61) {
      $1.open(StandUpScreen(of: $0))
    },
  ]
}
