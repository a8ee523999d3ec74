import Domain
import Exchange
import Foundation
import Terminal

extension Figure: Identifiable {
  public var id: FigureName { name }
}

/// A team's numbers, each with how many it is made of, and a small chart where there is room.
struct NumbersScreen: ListScreen {
  static let name = ScreenName("numbers")

  /// How many weeks a window may have, in the order in which one turns through them.
  static let windows = [4, 13, 26, 52]

  var list = RowList<Figure>(columns) { "\($0.name.title) \($0.name.rawValue) \($0.name.meaning)" }
  private(set) var chosenTeam: TeamName?
  private(set) var service: String?
  private(set) var weeks = NumbersWindow.usualWeeks
  private(set) var answer: NumbersQuestion.Answer?
  private var askedAt: Instant?

  /// Below this there is room for a value's first number only.
  private static let wide = 90

  private static let columns: [Column<Figure>] = [
    Column("figure") { figure, _, _ in Span(figure.name.title, .bold) },
    Column("value", isFlexible: true) { figure, app, _ in
      Span(
        app.size.width < wide ? NumberWords.brief(figure) : NumberWords.value(figure),
        figure.n == 0 ? .dim : .plain)
    },
    .by("n", { $0.n }) { figure, _, _ in Span("n = \(figure.n)", .dim) },
    Column("pending", expendable: 1) { figure, _, _ in
      Span(figure.pending > 0 ? "\(figure.pending) pending" : "", .dim)
    },
    Column("trend", expendable: 0) { figure, _, glyphs in
      Span(figure.n > 0 ? Spark.text(figure.trend.suffix(27), ascii: glyphs == .ascii) : "", Style(foreground: .cyan))
    },
  ]

  static func asks(_ question: any Question) -> Bool { question is NumbersQuestion }

  private var question: NumbersQuestion { NumbersQuestion(team: chosenTeam, service: service, weeks: weeks) }

  mutating func refresh(_ app: inout App) -> [Effect] {
    askedAt = app.now
    return [app.read(question)]
  }

  mutating func receive(_ reply: Reply, _ app: inout App) -> [Effect] {
    // An answer about another window is too late.
    guard let (question, answer) = reply.to(NumbersQuestion.self), question == self.question else { return [] }
    self.answer = answer
    list.replace(answer.numbers?.figures ?? [])
    return []
  }

  var zone: TimeZone? { answer?.clock.zone }

  /// What is pending becomes old enough without anybody doing anything.
  var staleAt: Instant? { askedAt.map { $0 + .minutes(10) } }

  func nextChange(_ app: App) -> Countdown {
    staleAt.map { .inMilliseconds(max(1000, ($0 - app.now).wholeMilliseconds)) } ?? .never
  }

  var heading: String {
    guard let numbers = answer?.numbers else { return "" }
    return "\(numbers.team), \(weeks) weeks from \(numbers.window.firstDay)" + (service.map { ", service \($0)" } ?? "")
  }

  func emptyWords(_ app: App) -> String { "There is no team yet, and so nothing to count: n = 0." }

  func copyable(_ app: App) -> String? { answer?.numbers.map { NumbersText.text($0) } }

  mutating func openSelection(_ app: inout App) -> [Effect] {
    guard let figure = list.selected else { return [] }
    var question = question
    question.listsSteps = figure.name == .stepYield
    return app.open(CountedScreen(figure.name, question))
  }

  // MARK: Drawing

  /// Rows below the list: what the selected figure counts, and a chart of it where there is room for one.
  private static func belowRows(_ size: Size) -> Int {
    let spare = size.height - ListLayout.headRows - 1 - FigureName.allCases.count
    return spare >= leastChart + textRows + 1 ? spare : textRows
  }

  private static let textRows = 2
  private static let leastChart = 10

  func rows(_ size: Size) -> Int { max(1, ListLayout.rows(size) - Self.belowRows(size)) }

  func draw(on screen: inout Screen, in area: Rect, _ app: App) {
    let (bar, rest) = area.split(top: 1)
    TitleBar.draw(on: &screen, in: bar, app)
    let (top, below) = rest.split(top: max(1, rest.height - Self.belowRows(app.size)))
    ListDrawing(list: list, heading: heading, position: position, empty: emptyWords(app), app: app)
      .draw(on: &screen, in: top)
    if let figure = list.selected, let numbers = answer?.numbers { draw(figure, of: numbers, on: &screen, in: below) }
  }

  private func draw(_ figure: Figure, of numbers: Numbers, on screen: inout Screen, in area: Rect) {
    let note = NumberWords.note(figure)
    let words = (note.isEmpty ? figure.name.meaning : "\(figure.name.meaning). \(note)")
    let lines = words.wrapped(toWidth: max(1, area.width - 4))
    for (offset, line) in lines.prefix(Self.textRows).enumerated() {
      let isCut = offset == Self.textRows - 1 && lines.count > Self.textRows
      screen.put(
        isCut ? line + screen.glyphs.ellipsis : line, at: Point(x: area.x + 2, y: area.y + offset), style: .dim,
        width: area.width - 3)
    }
    guard area.height > Self.leastChart + Self.textRows, figure.n > 0 else { return }
    let chart = ChartText(
      Chart(figure, of: numbers), width: area.width - 4, height: min(22, area.height - Self.textRows - 1),
      ascii: screen.glyphs == .ascii)
    for (offset, line) in chart.lines.enumerated() {
      screen.put(
        line, at: Point(x: area.x + 2, y: area.y + Self.textRows + 1 + offset), style: offset == 0 ? .bold : .plain,
        width: area.width - 3)
    }
  }

  // MARK: Turning

  private mutating func turn(_ app: inout App) -> [Effect] {
    let index = Self.windows.firstIndex(of: weeks).map { $0 + 1 } ?? 0
    weeks = Self.windows[index % Self.windows.count]
    return refresh(&app)
  }

  private mutating func turnTeam(_ app: inout App) -> [Effect] {
    guard let answer, let team = answer.numbers?.team, let index = answer.teams.firstIndex(of: team) else { return [] }
    chosenTeam = answer.teams[(index + 1) % answer.teams.count]
    return refresh(&app)
  }

  private func chooseService(_ app: inout App) -> [Effect] {
    app.show(
      Prompt(
        "numbers of which service?",
        explanation: [
          "Runs of the artifact with that name, and incidents that name it as a service; empty for all."
        ], needs: nil, initial: service ?? "", purpose: "numbers-service", verb: "show", in: app
      ) { reply, _, app in
        guard case .text(let typed) = reply else { return [] }
        return app.change(NumbersScreen.self) { screen, app in
          screen.service = typed.allSatisfy(\.isWhitespace) ? nil : typed
          return screen.refresh(&app)
        } ?? []
      })
    return []
  }

  static let commands: [Command] = [
    .on(
      NumbersScreen.self, "numbers.open", ["Enter"], "List what the figure counts", label: "open", rank: 10,
      when: { screen, _ in screen.list.selected == nil ? .no("there is no figure here") : .yes }
    ) { $0.openSelection(&$1) },
    .on(
      NumbersScreen.self, "numbers.weeks", ["w"], "Turn to 4, 13, 26 or 52 weeks", label: "weeks", rank: 20
    ) { $0.turn(&$1) },
    .on(
      NumbersScreen.self, "numbers.team", ["A"], "Show the numbers of another team", label: "another team", rank: 30,
      when: { screen, _ in
        (screen.answer?.teams.count ?? 0) > 1 ? .yes : .no("there is no other team")
      }
    ) { $0.turnTeam(&$1) },
    .on(
      NumbersScreen.self, "numbers.service", ["S"], "Show the numbers of one service, or of all again",
      label: "service",
      rank: 40
    ) { $0.chooseService(&$1) },
  ]
}
