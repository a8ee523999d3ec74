import Domain
import Exchange
import Foundation
import Terminal
import Text

/// A team's morning on one screen: who is on, what was since the last working day, what is planned, what waits for whom.
struct StandUpScreen: ScreenModel {
  static let name = ScreenName("stand-up")

  let team: TeamName
  private(set) var answer: StandUpQuestion.Answer?
  private(set) var failure: String?
  private var askedAt: Instant?
  private(set) var list = SectionList<StandUpTarget>(.page)

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

  func nextChange(_ app: App) -> Countdown { .eachMinute(app) }

  var filter: String? {
    get { list.filter }
    set { list.filter = newValue ?? "" }
  }

  /// The rule with the title.
  private static let headRows = 1
  private static func height(_ size: Size) -> Int { max(1, size.height - headRows - 1) }

  mutating func move(_ movement: Movement, _ app: inout App) -> [Effect]? {
    list.move(movement, page: Self.height(app.size))
    return []
  }

  mutating func settle(_ app: App) {
    guard let answer else { return }
    list.settle(StandUpRows(standUp: answer.standUp, app: app).sections, height: Self.height(app.size))
  }

  mutating func click(_ mouse: Mouse, _ app: inout App) -> [Effect] {
    switch mouse.action {
    case .wheelUp: move(.lines(-1), &app) ?? []
    case .wheelDown: move(.lines(1), &app) ?? []
    case .press(.left): list.press(row: mouse.point.y - Self.headRows) ? openSelection(&app) : []
    default: []
    }
  }

  mutating func openSelection(_ app: inout App) -> [Effect] {
    switch list.selectedRow?.target {
    case .run(let number, let step): app.open(RunScreen(number, at: step))
    case .incident(let number): app.open(IncidentScreen(number))
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
    let (top, body) = area.split(top: 1)
    Rule.draw(
      on: &screen, in: top, left: "Stand-up of team \(team)" + (list.filter.isEmpty ? "" : "  /\(list.filter)"),
      right: ClockText.dateAndTime(app.now, app), isStrong: true)
    guard answer == nil else { return SectionDrawing(list: list).draw(on: &screen, in: body) }
    let words =
      failure.map { "\($0). \(app.key(of: "app.redraw")) reads again." } ?? "reading\(screen.glyphs.ellipsis)"
    for (offset, line) in words.wrapped(toWidth: max(1, body.width - 4)).prefix(body.height).enumerated() {
      screen.put(line, at: Point(x: body.x + 2, y: body.y + offset), style: .dim)
    }
  }

  static let commands: [Command] = [
    .on(
      StandUpScreen.self, "stand-up.open", ["Enter"], "Go to what the line is about", label: "open", rank: 10,
      when: { screen, _ in screen.list.selectedRow == nil ? .no("there is no line here") : .yes }
    ) { $0.openSelection(&$1) },
    .on(
      StandUpScreen.self, "stand-up.figures", ["m"], "See the figures of the team's duties", label: "figures", rank: 20
    ) { screen, app in app.open(DutyFiguresScreen(of: screen.team)) },
  ]
}
