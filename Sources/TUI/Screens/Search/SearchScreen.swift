import Domain
import Store
import Terminal
import Workflow

/// Words, wherever they stand in the store; found anew with every letter.
struct SearchScreen: ScreenModel {
  static let name = ScreenName("search")

  private var text = ""
  private(set) var result: SearchStore.Result?
  /// What the result was found by.
  private var foundBy = ""
  private(set) var failure: String?
  private(set) var list = SectionList<Found>(.page)

  mutating func refresh(_ app: inout App) -> [Effect] { [app.read(SearchQuestion(text: text))] }

  mutating func receive(_ reply: Reply, _ app: inout App) -> [Effect] {
    guard let (question, result) = reply.to(SearchQuestion.self) else { return [] }
    failure = nil
    self.result = result
    foundBy = question.text
    return []
  }

  mutating func couldNotRead(_ question: any Question, _ failure: Failure) {
    if question is SearchQuestion { self.failure = failure.words }
  }

  var isRead: Bool { result != nil || failure != nil }

  var filter: String? {
    get { text }
    set { text = newValue ?? "" }
  }
  /// Without words there is nothing here to come back to.
  var isNarrowed: Bool { false }
  var filterHint: String { "words, wherever they stand" }
  mutating func hasNarrowed(_ app: inout App) -> [Effect] { refresh(&app) }

  /// The rule with what is looked for.
  private static let headRows = 1
  private static func height(_ size: Size) -> Int { max(1, size.height - headRows - 1) }

  mutating func move(_ movement: Movement, _ app: inout App) -> [Effect]? {
    list.move(movement, page: Self.height(app.size))
    return []
  }

  mutating func settle(_ app: App) {
    list.settle(SearchRows.sections(result?.found ?? [], app), height: Self.height(app.size))
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
    case .item(let item): app.open(ItemScreen(item.number))
    case .incident(let incident), .event(_, let incident): app.open(IncidentScreen(incident.number))
    case .retro(let retro): app.open(RetroScreen(of: retro.number))
    case .lesson(let lesson): app.open(LessonScreen(lesson.number))
    case .step(_, let version): app.open(ChecklistScreen(version.checklist))
    case .run(let run): app.open(RunScreen(run.number))
    case .entry(let entry, let run, _): app.open(RunScreen(run.number, at: entry.step))
    case nil: []
    }
  }

  func copyable(_ app: App) -> String? { list.selectedRow.map { "\($0.who)\t\($0.text)\t\($0.detail)" } }

  func draw(on screen: inout Screen, in area: Rect, _ app: App) {
    let (head, body) = area.split(top: Self.headRows)
    let more = result?.hasMore == true ? ", the first \(SearchQuestion.limit) of a kind" : ""
    let count = result.map { foundBy.isEmpty ? "" : "\($0.found.count) found\(more)" } ?? ""
    Rule.draw(on: &screen, in: head, left: text.isEmpty ? "Search" : "Search  \(text)", right: count)
    let words: String? =
      if let failure { failure } else if text.isEmpty {
        "Type / and words: items, incidents, retros, lessons, checklists, runs, and what was written on them."
      } else if result?.found.isEmpty == true { "Nothing has these words." } else { nil }
    if let words {
      screen.put(words, at: Point(x: body.x + 2, y: body.y), style: .dim, width: max(0, body.width - 3))
    } else {
      SectionDrawing(list: list).draw(on: &screen, in: body)
    }
  }

  /// Goes there with the line to type into open.
  static func begin(_ app: inout App) -> [Effect] {
    let effects = app.open(SearchScreen())
    app.show(Filter(""))
    return effects
  }

  static let commands: [Command] = [
    .on(
      SearchScreen.self, "search.open", ["Enter"], "Open what was found", label: "open", rank: 10,
      when: { screen, _ in screen.list.selectedRow == nil ? .no("nothing is found here") : .yes }
    ) { $0.openSelection(&$1) }
  ]
}
