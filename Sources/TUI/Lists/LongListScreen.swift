import Terminal

/// A list that is too long to be read whole: the store narrows it, and it is read a stretch at a time.
///
/// Its rows are numbered without gaps, so that the place of one is known without counting.
protocol LongListScreen: ListScreen where Row.ID: Comparable {
  associatedtype Stretch: StretchQuestion where Stretch.Row == Row

  var long: LongList<Row> { get set }
  static func number(of id: Row.ID) -> Int
}

/// A stretch of the rows that a filter leaves.
protocol StretchQuestion: Question where Answer == [Row] {
  associatedtype Row: Identifiable & Sendable where Row.ID: Comparable & Hashable & Sendable

  var filter: String { get }
  var span: WindowSpan<Row.ID> { get }
  init(filter: String, span: WindowSpan<Row.ID>)
}

/// What a long list knows beside its rows.
struct LongList<Row: Identifiable & Sendable>: Sendable where Row.ID: Comparable & Hashable & Sendable {
  var window = Window<Row>()
  /// The newest row there is, by which the length of the whole list is known.
  var newest: Row.ID?
  /// An end that was asked for and is being read.
  var goal: Movement?
  /// The filter that the rows are an answer to; nil before there was any.
  var readFilter: String?
}

extension LongListScreen {
  /// Whether the rows are those that were asked for: what is typed until then is not meant for the ones before.
  var isRead: Bool { list.failure != nil || long.goal == nil && long.readFilter == list.filter }

  mutating func refresh(_ app: inout App) -> [Effect] { [app.read(stretch(goalSpan ?? long.window.refresh))] }

  private func stretch(_ span: WindowSpan<Row.ID>) -> Stretch { Stretch(filter: list.filter, span: span) }

  private var goalSpan: WindowSpan<Row.ID>? {
    switch long.goal {
    case .first: .newest(Window<Row>.page)
    case .last: .oldest(Window<Row>.page)
    default: nil
    }
  }

  /// Takes a stretch in; an answer for another filter is too late.
  mutating func take(_ reply: Reply, _ app: inout App) -> [Effect] {
    guard let (question, rows) = reply.to(Stretch.self) else { return [] }
    guard question.filter == list.filter else { return [] }
    long.readFilter = question.filter
    long.window.take(rows, for: question.span)
    if case .below(nil) = question.span.edge, question.filter.isEmpty { long.newest = rows.first?.id }
    list.replace(long.window.rows)
    switch long.goal {
    case .first: list.select(0)
    case .last: list.select(long.window.rows.count - 1)
    default: break
    }
    long.goal = nil
    if !isSortable { list.clearSort() }
    return hasMoved(&app)
  }

  mutating func receive(_ reply: Reply, _ app: inout App) -> [Effect] { take(reply, &app) }
  static func asks(_ question: any Question) -> Bool { question is Stretch }

  mutating func hasNarrowed(_ app: inout App) -> [Effect] {
    long.window = Window()
    list.select(0)
    return [app.read(stretch(.newest(Window<Row>.page)))]
  }

  mutating func hasMoved(_ app: inout App) -> [Effect] {
    guard !app.isReading(stretch(.newest(0))), list.sort == nil,
      let span = long.window.needed(around: list.selectedIndex, height: app.size.height)
    else { return [] }
    return [app.read(stretch(span))]
  }

  mutating func jump(toFirst: Bool, _ app: inout App) -> [Effect]? {
    guard toFirst ? long.window.hasNewer : long.window.hasOlder else { return nil }
    long.goal = toFirst ? .first : .last
    return goalSpan.map { [app.read(stretch($0))] } ?? []
  }

  /// Only what is read whole can be put in another order.
  var isSortable: Bool {
    !long.window.hasNewer && !long.window.hasOlder && list.columns.contains { $0.precedes != nil }
  }

  var position: String {
    guard let selected = list.selected else { return "" }
    if list.filter.isEmpty, list.sort == nil, let newest = long.newest.map(Self.number) {
      return "\(newest - Self.number(of: selected.id) + 1) of \(newest)"
    }
    let more = long.window.hasOlder || long.window.hasNewer ? "+" : ""
    return "\(list.selectedIndex + 1) of \(list.visible.count)\(more)"
  }
}

extension LongListScreen {
  /// The command that narrows the list to one's own rows.
  static func mineCommand(_ title: String, rank: Int) -> Command {
    .on(Self.self, "\(name.text).mine", ["@"], title, label: "mine", rank: rank) { screen, app in
      let mine = "by:\(app.viewer.handle)"
      return screen.narrow(to: screen.filter == mine ? "" : mine, &app)
    }
  }
}
