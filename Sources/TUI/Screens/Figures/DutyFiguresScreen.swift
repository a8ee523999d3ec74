import Domain
import Exchange
import Foundation
import Terminal
import Text

/// The figures of a team's duties, one at a time: who has been on with whom, who had how much, who knows what, and whom
/// to call.
struct DutyFiguresScreen: ScreenModel {
  static let name = ScreenName("duty-figures")

  enum Kind: String, CaseIterable, Sendable { case matrix, load, coverage, call }

  /// What the loads are of.
  enum Period: String, CaseIterable, Sendable {
    case before = "the last 13 weeks"
    case ahead = "the next 13 weeks"
    case year = "the last 52 weeks"

    /// The quarter whose limits are told beside it.
    var quarter: DutyWarning.Quarter { self == .ahead ? .next : .last }

    func window(at now: Instant) -> DutyWindow {
      switch self {
      case .before: DutyWindow(start: now - DutyLimits.quarter, end: now)
      case .ahead: DutyWindow(start: now, end: now + DutyLimits.quarter)
      case .year: DutyWindow(start: now - .seconds(364 * 86_400), end: now)
      }
    }
  }

  let team: TeamName
  private(set) var kind: Kind
  private(set) var period = Period.before
  private(set) var answer: FigureQuestion.Answer?
  private(set) var failure: String?
  private var askedAt: Instant?
  private(set) var matrix = MatrixPane()
  private(set) var loads = LoadList.list()
  private(set) var coverages = CoverageList.list()
  private(set) var calls = CallList.list()

  init(of team: TeamName, kind: Kind = .matrix) {
    self.team = team
    self.kind = kind
  }

  // MARK: What is read

  private var question: FigureQuestion { FigureQuestion(team: team, kind: kind, period: period) }

  mutating func refresh(_ app: inout App) -> [Effect] {
    askedAt = app.now
    return [app.read(question)]
  }

  mutating func receive(_ reply: Reply, _ app: inout App) -> [Effect] {
    // An answer about another figure is too late.
    guard let (question, answer) = reply.to(FigureQuestion.self), question == self.question else { return [] }
    self.answer = answer
    failure = nil
    switch answer.figures {
    case .matrix(let matrix, let rules): self.matrix.show(matrix, rules: rules)
    case .load(let load): loads.replace(LoadList.rows(load, question.period.quarter))
    case .coverage(let coverage): coverages.replace(CoverageList.rows(coverage))
    case .call(let orders): calls.replace(CallList.rows(orders, answer.clock))
    }
    return []
  }

  mutating func couldNotRead(_ question: any Question, _ failure: Failure) {
    if question as? FigureQuestion == self.question { self.failure = failure.words }
  }

  var isRead: Bool { answer != nil || failure != nil }
  var zone: TimeZone? { answer?.clock.zone }

  /// Whom to call changes with the clocks, and who is on when a duty ends; weeks pass more slowly.
  var staleAt: Instant? {
    switch kind {
    case .call: askedAt.map { $0 + .minutes(1) }
    case .matrix: askedAt.map { $0 + .minutes(5) }
    case .load, .coverage: askedAt.map { $0 + .minutes(60) }
    }
  }

  func nextChange(_ app: App) -> Countdown {
    staleAt.map { .inMilliseconds(max(1000, ($0 - app.now).wholeMilliseconds)) } ?? .never
  }

  // MARK: Turning

  mutating func turn(by steps: Int, _ app: inout App) -> [Effect] {
    let all = Kind.allCases
    kind = all[((all.firstIndex(of: kind) ?? 0) + steps + all.count) % all.count]
    answer = nil
    failure = nil
    return refresh(&app)
  }

  mutating func turnPeriod(_ app: inout App) -> [Effect] {
    let all = Period.allCases
    period = all[((all.firstIndex(of: period) ?? 0) + 1) % all.count]
    return refresh(&app)
  }

  mutating func moveAcross(_ steps: Int) { matrix.moveAcross(steps) }

  mutating func openSelection(_ app: inout App) -> [Effect] {
    guard kind == .coverage, let row = coverages.selected else { return [] }
    return app.open(ChecklistScreen(row.line.checklist))
  }

  // MARK: Lists

  var filter: String? {
    get {
      switch kind {
      case .matrix: matrix.filter
      case .load: loads.filter
      case .coverage: coverages.filter
      case .call: calls.filter
      }
    }
    set {
      let text = newValue ?? ""
      switch kind {
      case .matrix: matrix.filter = text
      case .load: loads.narrow(to: text)
      case .coverage: coverages.narrow(to: text)
      case .call: calls.narrow(to: text)
      }
    }
  }

  var isSortable: Bool { kind == .load || kind == .coverage }

  mutating func sortByNextColumn() {
    if kind == .load { loads.sortByNextColumn() } else { coverages.sortByNextColumn() }
  }

  mutating func reverseSort() {
    if kind == .load { loads.reverseSort() } else { coverages.reverseSort() }
  }

  mutating func move(_ movement: Movement, _ app: inout App) -> [Effect]? {
    let page = FigureLayout.rows(app.size)
    switch kind {
    case .matrix: matrix.move(movement, page: page)
    case .load: loads.move(movement, page: page)
    case .coverage: coverages.move(movement, page: page)
    case .call: calls.move(movement, page: page)
    }
    return []
  }

  mutating func click(_ mouse: Mouse, _ app: inout App) -> [Effect] {
    let rows = FigureLayout.rows(app.size)
    if kind == .matrix {
      let point = Point(x: mouse.point.x - FigureLayout.margin, y: mouse.point.y - 1)
      matrix.click(mouse, at: point, width: FigureLayout.matrixWidth(app.size), page: rows)
      return []
    }
    switch mouse.action {
    case .wheelUp: return move(.lines(-3), &app) ?? []
    case .wheelDown: return move(.lines(3), &app) ?? []
    case .press(.left):
      let row = mouse.point.y - FigureLayout.headRows
      guard row >= 0, row < rows else { return [] }
      switch kind {
      case .load: loads.select(row: row)
      case .coverage: coverages.select(row: row)
      case .call: calls.select(row: row)
      case .matrix: break
      }
    default: break
    }
    return []
  }

  mutating func settle(_ app: App) {
    let rows = FigureLayout.rows(app.size)
    matrix.settle(width: FigureLayout.matrixWidth(app.size), height: rows)
    loads.settle(height: rows, app)
    coverages.settle(height: rows, app)
    calls.settle(height: rows, app)
  }

  /// The whole figure as plain text.
  func copyable(_ app: App) -> String? {
    guard let answer else { return nil }
    switch answer.figures {
    case .matrix(let matrix, _): return matrix.people.isEmpty ? nil : MatrixText.text(matrix)
    case .load(let load):
      let glyphs: Exchange.Glyphs = app.glyphs == .ascii ? .ascii : .unicode
      return load.fairness.loads.isEmpty ? nil : LoadText.text(load, in: answer.clock, at: answer.now, glyphs: glyphs)
    case .coverage(let coverage): return coverage.lines.isEmpty ? nil : CoverageText.text(coverage)
    case .call(let orders):
      return orders.isEmpty
        ? nil : orders.map { CallOrderText.text($0, in: answer.clock) }.joined(separator: "\n")
    }
  }

  func draw(on screen: inout Screen, in area: Rect, _ app: App) {
    FigureDrawing(screenModel: self, app: app).draw(on: &screen, in: area)
  }
}

extension RowList {
  fileprivate mutating func move(_ movement: Movement, page: Int) {
    switch movement {
    case .lines(let lines): select(selectedIndex + lines)
    case .pages(let pages): select(selectedIndex + pages * max(1, page - 1))
    case .first: select(0)
    case .last: select(visible.count - 1)
    }
  }

  /// Selects a row by where it shows.
  fileprivate mutating func select(row: Int) {
    if top + row < visible.count { select(top + row) }
  }
}
