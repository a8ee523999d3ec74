import Domain
import Exchange
import Foundation
import Terminal

/// A team's morning on one screen: who is on, what was since the last working day, what is planned, what waits for whom.
struct StandUpScreen: ScreenModel {
  static let name = ScreenName("stand-up")

  let team: TeamName
  private(set) var answer: StandUpQuestion.Answer?
  private(set) var failure: String?
  private var askedAt: Instant?
  /// The sections as they show; their rows in one order are what is selected among.
  private(set) var sections: [StandUpSection] = []
  private(set) var selected = 0
  private(set) var top = 0
  private var filterText = ""

  init(of team: TeamName) { self.team = team }

  mutating func refresh(_ app: inout App) -> [Effect] {
    askedAt = app.now
    return [app.read(StandUpQuestion(team: team))]
  }

  mutating func receive(_ reply: Reply, _ app: inout App) -> [Effect] {
    guard let (question, answer) = reply.to(StandUpQuestion.self), question.team == team else { return [] }
    failure = nil
    self.answer = answer
    return []
  }

  mutating func couldNotRead(_ question: any Question, _ failure: Failure) {
    if (question as? StandUpQuestion)?.team == team { self.failure = failure.words }
  }

  var isRead: Bool { answer != nil || failure != nil }
  var zone: TimeZone? { answer?.clock.zone }
  /// What should have begun by now is told.
  var settlesWithTime: Bool { true }
  /// A duty begins and ends by itself, and so does the day.
  var staleAt: Instant? {
    guard let standUp = answer?.standUp, let askedAt else { return nil }
    let turns = [standUp.duty?.window.end, standUp.handsOverTo?.window.start, standUp.day.rest.end]
    return turns.compactMap(\.self).filter { $0 > askedAt }.min()
  }

  func nextChange(_ app: App) -> Countdown { .inMilliseconds(60_000 - app.now.milliseconds % 60_000) }

  var rows: [StandUpRow] { sections.flatMap(\.rows) }
  var selectedRow: StandUpRow? { rows.indices.contains(selected) ? rows[selected] : nil }

  var filter: String? {
    get { filterText }
    set { filterText = newValue ?? "" }
  }

  mutating func move(_ movement: Movement, _ app: inout App) -> [Effect]? {
    switch movement {
    case .lines(let lines): selected += lines
    case .pages(let pages): selected += pages * max(1, StandUpDrawing.height(app.size) - 1)
    case .first: selected = 0
    case .last: selected = rows.count - 1
    }
    selected = max(0, min(selected, rows.count - 1))
    return []
  }

  mutating func settle(_ app: App) {
    guard let answer else { return }
    let wanted = selectedRow?.id
    let match = WordMatch(filterText)
    sections = StandUpRows(standUp: answer.standUp, app: app).sections.compactMap { section in
      var section = section
      section.rows = section.rows.filter { match.matches("\($0.who) \($0.text) \($0.detail)") }
      return section.rows.isEmpty && !filterText.isEmpty ? nil : section
    }
    let rows = rows
    if let index = rows.firstIndex(where: { $0.id == wanted }) { selected = index }
    selected = max(0, min(selected, rows.count - 1))
    let height = StandUpDrawing.height(app.size)
    let lines = StandUpDrawing.lines(of: sections, height: height)
    let line = lines.firstIndex { $0 == .row(selected) } ?? 0
    // With the first line of a section its heading is in sight, and with the last of all what stands below it.
    let start = selected == 0 ? 0 : line > 0 && isHeading(lines[line - 1]) ? line - 1 : line
    let end = selected == rows.count - 1 ? lines.count : line + 1
    top = ScrollWindow.first(top, showing: start..<min(end, start + height), of: lines.count, height: height)
  }

  private func isHeading(_ line: StandUpDrawing.Line) -> Bool { if case .heading = line { true } else { false } }

  mutating func click(_ mouse: Mouse, _ app: inout App) -> [Effect] {
    switch mouse.action {
    case .wheelUp: return move(.lines(-1), &app) ?? []
    case .wheelDown: return move(.lines(1), &app) ?? []
    case .press(.left):
      let lines = StandUpDrawing.lines(of: sections, height: StandUpDrawing.height(app.size))
      let index = top + mouse.point.y - StandUpDrawing.headRows
      guard mouse.point.y >= StandUpDrawing.headRows, lines.indices.contains(index), case .row(let row) = lines[index]
      else { return [] }
      if row == selected { return openSelection(&app) }
      selected = row
      return []
    default: return []
    }
  }

  mutating func openSelection(_ app: inout App) -> [Effect] {
    switch selectedRow?.target {
    case .run(let number, let step): app.open(RunScreen(number, at: step))
    case .record(let number): app.open(RecordScreen(number))
    case .item(let number): app.open(ItemScreen(number))
    case .lesson(let number): app.open(LessonScreen(number))
    case .duty(let number): app.open(TeamDutiesScreen(of: team, at: number))
    case .handoff(let number): app.open(HandoffScreen(of: number))
    case nil: []
    }
  }

  /// The whole morning, to be told to those who are elsewhere.
  func copyable(_ app: App) -> String? {
    answer.map { StandUpText.text($0.standUp, names: $0.names, in: $0.clock, most: .max) }
  }

  func draw(on screen: inout Screen, in area: Rect, _ app: App) {
    StandUpDrawing(screenModel: self, app: app).draw(on: &screen, in: area)
  }

  static let commands: [Command] = [
    .on(
      StandUpScreen.self, "stand-up.open", ["Enter"], "Go to what the line is about", label: "open", rank: 10,
      when: { screen, _ in screen.selectedRow == nil ? .no("there is no line here") : .yes }
    ) { $0.openSelection(&$1) },
    .on(
      StandUpScreen.self, "stand-up.figures", ["m"], "See the figures of the team's duties", label: "figures", rank: 20
    ) { screen, app in app.open(DutyFiguresScreen(of: screen.team)) },
  ]
}
