import Domain
import Exchange
import Foundation
import Terminal

/// A thing that a figure counts, by its place in the figure's list.
struct CountedRow: Identifiable, Sendable {
  var id: Int
  var one: Counted
  var counts: String
}

/// What a figure counts; each opens what it is.
struct CountedScreen: ListScreen {
  static let name = ScreenName("counted")

  let figure: FigureName
  let question: NumbersQuestion
  var list: RowList<CountedRow>
  private(set) var value = ""
  private var clock: LocalClock?

  init(_ figure: FigureName, _ question: NumbersQuestion) {
    self.figure = figure
    self.question = question
    list = RowList(Self.columns(figure)) {
      "\($0.one.subject.words) \($0.one.title) \($0.one.words) \($0.counts)"
    }
  }

  private static func columns(_ figure: FigureName) -> [Column<CountedRow>] {
    let took: [Column<CountedRow>] =
      figure.hasTimes
      ? [
        .by("took", { $0.one.took ?? .zero }) { row, _, _ in Span(row.one.took.map { ClockText.elapsed($0) } ?? "") }
      ] : []
    let counts: [Column<CountedRow>] =
      figure.isShare ? [.by("counts", { $0.counts }) { row, _, _ in Span(row.counts) }] : []
    return [
      Column("what") { row, _, _ in Span(row.one.subject.words, .bold) },
      .by("when", expendable: 1, { $0.one.at ?? Instant(milliseconds: 0) }) { row, app, _ in
        Span(row.one.at.map { ClockText.dateAndTime($0, app) } ?? "", .dim)
      },
    ] + took + counts + [
      Column("title", expendable: 0) { row, _, _ in Span(row.one.title, .dim) },
      Column("why", isFlexible: true) { row, _, _ in Span(row.one.words) },
    ]
  }

  static func asks(_ question: any Question) -> Bool { question is NumbersQuestion }

  mutating func refresh(_ app: inout App) -> [Effect] { [app.read(question)] }

  mutating func receive(_ reply: Reply, _ app: inout App) -> [Effect] {
    guard let (question, answer) = reply.to(NumbersQuestion.self), question == self.question else { return [] }
    clock = answer.clock
    guard let found = answer.numbers?[figure] else {
      list.replace([])
      return []
    }
    value = "\(NumberWords.brief(found)), \(NumberWords.n(found))"
    // The newest first: it is what somebody asks about.
    list.replace(
      found.counted.reversed().enumerated().map { index, one in
        CountedRow(id: index, one: one, counts: CountedWords.counts(one, in: found))
      })
    return []
  }

  var zone: TimeZone? { clock?.zone }
  var heading: String { "\(figure.title): \(value)" }

  func emptyWords(_ app: App) -> String {
    "\(figure.title) counts nothing in this window: n = 0." + (figure.remedy.map { " It is because \($0)." } ?? "")
  }

  mutating func openSelection(_ app: inout App) -> [Effect] { list.selected.map { open($0.one.subject, &app) } ?? [] }

  private func open(_ subject: Counted.Subject, _ app: inout App) -> [Effect] {
    switch subject {
    case .run(let number): return app.open(RunScreen(number))
    case .lesson(let number): return app.open(LessonScreen(number))
    case .item(let number): return app.open(ItemScreen(number))
    case .step(let checklist, _): return app.open(ChecklistScreen(checklist))
    case .person(let handle): return app.open(PersonScreen(handle))
    case .incident(let number): return app.open(IncidentScreen(number))
    case .retro(let number): return app.open(RetroScreen(of: number))
    }
  }

  static let commands: [Command] = [
    .on(
      CountedScreen.self, "counted.open", ["Enter"], "Open the run, incident, retro, lesson or item", label: "open",
      rank: 10,
      when: { screen, _ in screen.list.selected == nil ? .no("there is nothing here") : .yes }
    ) { $0.openSelection(&$1) }
  ]
}

extension FigureName {
  /// Whether what it counts took some time that is told.
  fileprivate var hasTimes: Bool {
    switch self {
    case .leadTime, .recoveryTime, .runDuration, .lessonLatency, .timeToDetect, .timeToMitigate, .timeToResolve,
      .actionAge, .toilShare, .pairLoad, .stepYield:
      true
    default: false
    }
  }

  /// Whether it is a share of what it counts.
  fileprivate var isShare: Bool {
    [.workdayShare, .failRate, .reworkRate, .recurrence, .retroLateness, .stepYield].contains(self)
  }
}
