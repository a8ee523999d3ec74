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
    let ends = board?.lines.flatMap { [$0.now?.window.end, $0.next?.window.start].compactMap(\.self) } ?? []
    return askedAt.flatMap { asked in ends.filter { $0 > asked }.min() }
  }

  func nextChange(_ app: App) -> Countdown { .inMilliseconds(60_000 - app.now.milliseconds % 60_000) }

  /// The keys that change the duty under way lead to it, and ask there.
  private static func changing(
    _ id: String, _ key: String, _ title: String, label: String, rank: Int, _ change: TeamDutiesScreen.Change
  ) -> Command {
    .on(
      DutyBoardScreen.self, "duty.\(id)", [key], title, label: label, rank: rank,
      when: { screen, _ in
        guard let line = screen.list.selected?.line else { return .no("there is no team here") }
        return line.now == nil ? .no("nobody is on for team \(line.team) now: Enter shows its duties") : .yes
      }
    ) { screen, app in
      screen.list.selected.map { app.open(TeamDutiesScreen(of: $0.line.team, then: change)) } ?? []
    }
  }

  static let commands: [Command] = [
    changing("take", "t", "Take a place in the duty under way, from now on", label: "take", rank: 30, .take),
    changing(
      "replace", "r", "Put somebody on in somebody's place, from now on", label: "replace", rank: 35, .replace),
    changing(
      "out", "o", "Say that somebody who is on is away, and who is on instead", label: "out", rank: 36, .out),
    changing("swap", "s", "Swap your place in the duty under way", label: "swap", rank: 34, .swap),
    .on(
      DutyBoardScreen.self, "duty.hand-over", ["H"], "Hand the duty under way over: its page, note and signatures",
      label: "hand over", rank: 37,
      when: { screen, _ in
        guard let line = screen.list.selected?.line else { return .no("there is no team here") }
        return line.now == nil ? .no("nobody is on for team \(line.team) now: Enter shows its duties") : .yes
      }
    ) { screen, app in
      screen.list.selected?.line.now.map { app.open(HandoffScreen(of: DutyNumber($0.number))) } ?? []
    },
    .on(
      DutyBoardScreen.self, "duty.open", ["Enter"], "Open the team's duties", label: "open", rank: 10,
      when: { screen, _ in screen.list.selected == nil ? .no("there is no team here") : .yes }
    ) { $0.openSelection(&$1) },
    .on(
      DutyBoardScreen.self, "duty.weeks", ["W"], "All teams by week, as a grid", label: "weeks", rank: 20
    ) { screen, app in app.open(DutyWeeksScreen(at: screen.list.selected?.line.team)) },
    .on(
      DutyBoardScreen.self, "duty.plan", ["P"], "Plan the team's duties ahead", label: "plan", rank: 40,
      when: { screen, _ in screen.list.selected == nil ? .no("there is no team here") : .yes }
    ) { screen, app in screen.list.selected.map { app.open(DutyPlanScreen(of: $0.line.team)) } ?? [] },
    .on(
      DutyBoardScreen.self, "duty.roster", ["R"], "Who is in the team's rotation, which rules hold, and who is away",
      label: "roster", rank: 50,
      when: { screen, _ in screen.list.selected == nil ? .no("there is no team here") : .yes }
    ) { screen, app in screen.list.selected.map { app.open(RosterScreen(of: $0.line.team)) } ?? [] },
    .on(
      DutyBoardScreen.self, "duty.figures", ["m"], "The team's pair matrix, loads, coverage, and whom to call",
      label: "figures", rank: 60,
      when: { screen, _ in screen.list.selected == nil ? .no("there is no team here") : .yes }
    ) { screen, app in screen.list.selected.map { app.open(DutyFiguresScreen(of: $0.line.team)) } ?? [] },
    .on(
      DutyBoardScreen.self, "duty.stand-up", ["d"], "The team's morning, for its stand-up", label: "stand-up", rank: 61,
      when: { screen, _ in screen.list.selected == nil ? .no("there is no team here") : .yes }
    ) { screen, app in screen.list.selected.map { app.open(StandUpScreen(of: $0.line.team)) } ?? [] },
  ]
}

struct DutyBoardQuestion: Question {
  func answer(from backend: any Backend) throws -> DutyBoard {
    try backend.onStore { store, _, now in try store.read { try $0.dutyBoard(at: now) } }
  }
}

/// A team's line on the board.
struct DutyBoardRow: Identifiable, Sendable {
  var line: DutyBoard.Line
  var id: TeamName { line.team }

  init(_ line: DutyBoard.Line) { self.line = line }

  var searchText: String { "\(line.team) \(Self.pair(line.now)) \(Self.pair(line.next)) \(problems)" }

  private static func pair(_ duty: TeamDuty?) -> String {
    guard let people = duty?.people, !people.isEmpty else { return "nobody" }
    return people.count == 1 ? "\(people[0]) alone" : people.map(\.text).joined(separator: " + ")
  }

  /// Who is on now; a team without a rotation has no pair to miss.
  private var now: String {
    if line.now == nil, line.problems.isEmpty { return "-" }
    return Self.pair(line.now) + (line.isOutOfHours ? ", off hours" : "")
  }

  private var nowStyle: Style {
    if line.isOutOfHours || line.now == nil && line.problems.isEmpty { return .dim }
    return line.now.map { $0.people.count < 2 } ?? true ? Style(foreground: .red) : Style(bold: true)
  }

  /// The whole line, what is wrong first.
  func told(_ app: App) -> String {
    let until = line.now.map { " until \(ClockText.day($0.window.end, app))" } ?? ""
    let follows = line.next?.window.start == line.now?.window.end
    let next = line.next.map { duty in
      "\(follows ? "then" : "from \(ClockText.day(duty.window.start, app))") \(Self.pair(duty))"
    }
    let told = [problems, now == "-" ? "nobody is planned" : now + until, next ?? ""].filter { !$0.isEmpty }
    return "\(line.team): " + told.joined(separator: "; ")
  }

  var problems: String { line.problems.map(\.description).joined(separator: "; ") }

  private var isWrong: Bool { !line.problems.isEmpty }

  static let columns: [Column<DutyBoardRow>] = [
    .by("  team", { $0.line.team }) { row, _, glyphs in
      Span("\(row.isWrong ? glyphs.warning : " ") \(row.line.team)", row.isWrong ? Style(foreground: .yellow) : .plain)
    },
    .by("now", { $0.now }) { row, _, _ in Span(row.now, row.nowStyle) },
    .by("until", { $0.line.now?.window.end ?? Instant(milliseconds: 0) }) { row, app, _ in
      Span(row.line.now.map { ClockText.day($0.window.end, app) } ?? "", .dim)
    },
    .by("next", { pair($0.line.next) }) { row, _, _ in Span(row.line.next == nil ? "" : pair(row.line.next)) },
    .by("from", expendable: 0, { $0.line.next?.window.start ?? Instant(milliseconds: 0) }) { row, app, _ in
      guard let next = row.line.next else { return Span("") }
      // What follows without a break begins where the other ends.
      return Span(next.window.start == row.line.now?.window.end ? "then" : ClockText.day(next.window.start, app), .dim)
    },
    .by("what is wrong", isFlexible: true, { $0.problems.isEmpty ? 1 : 0 }) { row, _, _ in
      Span(row.problems, Style(foreground: .yellow))
    },
  ]
}
