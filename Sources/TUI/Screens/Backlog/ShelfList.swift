import Domain
import Terminal

/// One shelf as far as it was read: a stretch of it around what is selected.
struct ShelfList: Sendable {
  var list = RowList<ItemLine>(BacklogColumns.all)
  private(set) var hasBefore = false
  private(set) var hasAfter = false
  private(set) var count: Int?
  private(set) var problem: FilterProblem?
  /// The iterations that its items fall into; nil for all but the backlog, and until it is known.
  var plan: BacklogPlanQuestion.Answer?

  /// Rows are read this many at a time.
  static let page = 200
  /// Beyond this many the far end of a panel is let go.
  private static let most = 1000

  var isRead: Bool { list.all != nil || list.failure != nil }

  mutating func take(_ answer: ShelfQuestion.Answer, for question: ShelfQuestion) {
    if let count = answer.count { self.count = count }
    problem = answer.problem
    let known = list.all ?? []
    let isFull = answer.rows.count >= question.limit
    var rows = answer.rows
    switch question.edge {
    case .first: (hasBefore, hasAfter) = (false, isFull)
    case .again(let place): (hasBefore, hasAfter) = (place != nil, isFull)
    case .last: (hasBefore, hasAfter) = (isFull, false)
    case .after(let line):
      let end = known.firstIndex { $0.id == line.id } ?? known.count - 1
      rows = known.prefix(end + 1) + rows
      hasAfter = isFull
      // What is done or found is read from its top alone, and keeps it.
      if rows.count > Self.most, question.shelf.isReadUpwards {
        rows.removeFirst(rows.count - Self.most)
        hasBefore = true
      }
    case .before(let line):
      rows += known.drop { $0.id != line.id }
      hasBefore = isFull
      if rows.count > Self.most {
        rows.removeLast(rows.count - Self.most)
        hasAfter = true
      }
    }
    list.replace(rows)
    switch question.edge {
    case .first: list.select(0)
    case .last: list.select(rows.count - 1)
    default: break
    }
  }

  /// The stretch that shows, to be read again when the store has changed.
  var again: (edge: ShelfEdge, limit: Int) {
    (.again(hasBefore ? list.all?.first?.place : nil), max(Self.page, list.all?.count ?? 0))
  }

  /// What to read as the selection comes near an end; nil while there is enough.
  func needed(height: Int) -> ShelfEdge? {
    let spare = max(height, 20)
    if hasAfter, list.visible.count - list.selectedIndex <= spare, let last = list.all?.last { return .after(last) }
    if hasBefore, list.selectedIndex < spare, let first = list.all?.first { return .before(first) }
    return nil
  }

  mutating func settle(height: Int, _ app: App) {
    let plan = plan
    list.settle(height: height, linesAbove: plan.map { plan in { plan.linesAbove($0) } }, app)
  }

  /// What stands in the window, line by line.
  enum Line: Hashable { case head(BacklogPlanQuestion.Head), row(Int) }

  func lines(height: Int) -> [Line] {
    var lines: [Line] = []
    for index in list.visible.indices.dropFirst(list.top) where lines.count < height {
      if let head = plan?.heads[list.visible[index].number] { lines.append(.head(head)) }
      lines.append(.row(index))
    }
    return Array(lines.prefix(height))
  }

  /// How many rows a page is from where one is, so that none is passed over unseen.
  func rows(ofPages pages: Int, height: Int) -> Int {
    guard let plan else { return pages * max(1, height - 1) }
    var (index, used, steps) = (list.selectedIndex, 0, -1)
    while list.visible.indices.contains(index) {
      used += 1 + plan.linesAbove(list.visible[index])
      if used > height { break }
      steps += 1
      index += pages.signum()
    }
    return pages * max(1, steps)
  }

  /// `12`, or `10000+` where nobody has counted further.
  var countText: String { count.map { $0 >= 10_000 ? "10000+" : "\($0)" } ?? "" }
}

extension Shelf {
  /// Whether it can be read from any place upwards.
  var isReadUpwards: Bool {
    switch self {
    case .panel(.done), .found: false
    case .panel: true
    }
  }
}
