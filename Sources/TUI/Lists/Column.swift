import Terminal

/// A column of a list: its head, what stands in it, and how it gives way where the window is narrow.
struct Column<Row: Sendable>: Sendable {
  let title: String
  /// Whether it takes what the others leave.
  let isFlexible: Bool
  /// Where it stands in the order of those that are left away, the lowest first; nil stays in any case.
  let expendable: Int?
  /// The order by this column, lowest first; nil where an order by it would say nothing.
  let precedes: (@Sendable (Row, Row) -> Bool)?
  let cell: @Sendable (Row, App, Glyphs) -> Span

  init(
    _ title: String, isFlexible: Bool = false, expendable: Int? = nil,
    precedes: (@Sendable (Row, Row) -> Bool)? = nil, _ cell: @escaping @Sendable (Row, App, Glyphs) -> Span
  ) {
    self.title = title
    self.isFlexible = isFlexible
    self.expendable = expendable
    self.precedes = precedes
    self.cell = cell
  }
}

extension Column {
  /// A column that is ordered by a value of its rows.
  static func by<Value: Comparable & SendableMetatype>(
    _ title: String, isFlexible: Bool = false, expendable: Int? = nil, _ value: @escaping @Sendable (Row) -> Value,
    _ cell: @escaping @Sendable (Row, App, Glyphs) -> Span
  ) -> Column {
    Column(
      title, isFlexible: isFlexible, expendable: expendable, precedes: { value($0) < value($1) }, cell)
  }
}

/// The columns' widths so that all of them fit, two apart; 0 for one that is left away.
enum ColumnWidths {
  static let gap = 2
  /// A flexible column gives way down to this before others are left away.
  private static let leastFlexible = 44

  static func fit<Row>(_ columns: [Column<Row>], widest: [Int], in room: Int) -> [Int] {
    var widths = widest
    guard let flexible = columns.firstIndex(where: \.isFlexible), widths.count == columns.count else { return widths }
    let least = min(widths[flexible], leastFlexible)
    func others() -> Int {
      widths.indices.filter { $0 != flexible && widths[$0] > 0 }.reduce(0) { $0 + widths[$1] + gap }
    }
    let order = columns.indices.compactMap { index in columns[index].expendable.map { (rank: $0, index: index) } }
    for (_, index) in order.sorted(by: { $0.rank < $1.rank }) where others() + least > room { widths[index] = 0 }
    widths[flexible] = max(4, min(widths[flexible], room - others()))
    return widths
  }
}
