import Domain

extension Reading {
  /// A window of what a filter lets through, in the hand-set order: at most `limit` items after a place.
  public func items(
    matching filter: ItemFilter, of team: TeamName, after place: ItemPlace? = nil, limit: Int
  ) throws -> [ItemLine] {
    try ItemSearch(filter: filter, team: team, reader: self).page(after: place, limit: limit)
  }
}

extension Reading {
  /// Everything that a filter lets through, with all of its texts, in the hand-set order.
  public func wholeItems(matching filter: ItemFilter, of team: TeamName) throws -> [Item] {
    let conditions = filter.terms.map { ItemCondition($0) }
    let sql = """
      SELECT \(Item.columns) FROM item
      WHERE team = ? AND deleted = 0\(conditions.map { " AND " + $0.sql }.joined())
      ORDER BY place, number
      """
    return try rows(sql, [.text(team.text)] + conditions.flatMap(\.arguments)).map(Item.init)
  }
}

/// One term of a filter as a condition of SQL on a row of `item`, and the arguments for it.
struct ItemCondition {
  let sql: String
  let arguments: [Value]

  init(sql: String, arguments: [Value]) {
    self.sql = sql
    self.arguments = arguments
  }

  init(_ term: ItemFilter.Term) {
    let (sql, arguments) = Self.condition(term.condition)
    // What is unknown of an item (a due date that it has not) is not so, and its contrary is.
    self.sql = term.isNegated ? "NOT coalesce((\(sql)), FALSE)" : "(\(sql))"
    self.arguments = arguments
  }

  private static func condition(_ condition: ItemFilter.Condition) -> (String, [Value]) {
    switch condition {
    case .type(let types): one("type", of: types.map(\.rawValue))
    case .state(let states): one("state", of: states.map(\.rawValue))
    case .panel(let panels): one("panel", of: panels.map(\.rawValue))
    case .label(let labels): indexed("label", ItemCondition.inBothCases(labels))
    case .epic(let epics): one("epic", of: Array(epics))
    case .owner(let owners): indexed("owner", Set(owners.map(\.text)), isExact: true)
    case .requester(let people): one("requester", of: people.map(\.text))
    case .points(let comparison, let points): ("points \(comparison.rawValue) ?", [Value(points)])
    case .unestimated(let types):
      ("points IS NULL AND type IN (\(marks(types.count)))", types.map(\.rawValue).sorted().map { .text($0) })
    case .number(let numbers):
      ("number IN (\(marks(numbers.count)))", numbers.sorted().map { Value($0) })
    case .time(let field, let comparison, let moment): ("\(field.column) \(comparison.rawValue) ?", [Value(moment)])
    case .during(let field, let start, let end):
      ("\(field.column) >= ? AND \(field.column) < ?", [Value(start), Value(end)])
    case .overdue(let day): ("due < ? AND accepted_at IS NULL", [.text(day)])
    case .due(let comparison, let day): ("due \(comparison.rawValue) ?", [.text(day)])
    case .has(let field): (field.condition, [])
    case .run(let runs):
      (
        "EXISTS (SELECT 1 FROM run_item WHERE item = number AND run_item.deleted = 0 AND run IN (\(marks(runs.count))))",
        runs.sorted().map { Value($0) }
      )
    case .link(let kind, let targets): indexed(kind.rawValue, targets, isExact: true)
    case .text(let text) where SearchPhrase.isEmpty(text): ("FALSE", [])
    case .text(let text):
      ("number IN (\(SearchPhrase.numbers))", Array(repeating: .text(SearchPhrase.pattern(text)), count: 2))
    }
  }

  private static func one(_ column: String, of values: [String]) -> (String, [Value]) {
    ("\(column) IN (\(marks(values.count)))", values.sorted().map { .text($0) })
  }

  private static func indexed(_ kind: String, _ values: Set<String>, isExact: Bool = false) -> (String, [Value]) {
    let list = values.sorted().map { Value.text($0) }
    // The index takes letters of either case for the same.
    let exactly = isExact ? "AND value COLLATE BINARY IN (\(marks(values.count)))" : ""
    return (
      """
      EXISTS (SELECT 1 FROM item_index WHERE kind = '\(kind)' AND value IN (\(marks(values.count))) \(exactly)
        AND item = number)
      """, isExact ? list + list : list
    )
  }

  /// The index takes letters of either case for the same in ASCII alone.
  static func inBothCases(_ labels: Set<String>) -> Set<String> {
    labels.reduce(into: labels) { all, label in all.formUnion([label.lowercased(), label.uppercased()]) }
  }

  static func marks(_ count: Int) -> String { Array(repeating: "?", count: count).joined(separator: ", ") }
}

/// Words to look for, as the full-text index takes them.
enum SearchPhrase {
  /// The numbers of the items that have the words; takes the pattern twice.
  static let numbers = """
    SELECT rowid AS number FROM item_text WHERE item_text MATCH ?
    UNION ALL SELECT rowid / 1000000 FROM item_comment_text WHERE item_comment_text MATCH ?
    """

  /// Whether there is no word in it, as in `!!`: nothing is found by it.
  static func isEmpty(_ text: String) -> Bool { ItemWords.words(of: text).isEmpty }

  /// The words one after the other, of which the last may go on. What the index would read as an operator is a word.
  static func pattern(_ text: String) -> String { "\"" + text.replacing("\"", with: "\"\"") + "\"*" }
}

extension ItemFilter.TimeField {
  fileprivate var column: String {
    switch self {
    case .created: "created_at"
    case .updated: "updated_at"
    case .started: "started_at"
    case .delivered: "delivered_at"
    case .accepted: "accepted_at"
    }
  }
}

extension ItemFilter.Field {
  fileprivate var condition: String {
    switch self {
    case .estimate: "points IS NOT NULL"
    case .owner: "owners <> '[]'"
    case .label: "labels <> '[]'"
    case .epic: "epic IS NOT NULL"
    case .due: "due IS NOT NULL"
    case .blocker: "instr(blockers, '\"isResolved\":false') > 0"
    case .task: "tasks <> '[]'"
    case .description: "description <> ''"
    case .comment:
      "EXISTS (SELECT 1 FROM item_comment WHERE item_comment.item = item.number AND item_comment.deleted = 0)"
    case .run: "EXISTS (SELECT 1 FROM run_item WHERE run_item.item = item.number AND run_item.deleted = 0)"
    case .lesson: "instr(links, '\"kind\":\"lesson\"') > 0"
    case .incident: "instr(links, '\"kind\":\"incident\"') > 0"
    case .source: "source IS NOT NULL"
    }
  }
}
