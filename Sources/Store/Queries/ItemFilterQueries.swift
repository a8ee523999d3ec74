import Domain

extension Reading {
  /// A window of what a filter lets through, in the hand-set order: at most `limit` items after a place.
  public func items(
    matching filter: ItemFilter, of team: TeamName, after place: ItemPlace? = nil, limit: Int
  ) throws -> [ItemLine] {
    let conditions = filter.terms.map { ItemCondition($0) }
    let sql = """
      SELECT \(ItemLine.columns) FROM item
      WHERE team = ? AND deleted = 0 AND (place, number) > (?, ?)\(conditions.map { " AND " + $0.sql }.joined())
      ORDER BY place, number LIMIT ?
      """
    let start: [Value] = [.text(team.text), .text(place?.order.text ?? ""), Value(place?.number.value ?? 0)]
    return try rows(sql, start + conditions.flatMap(\.arguments) + [Value(limit)]).map(ItemLine.init)
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
    case .label(let labels): indexed("label", labels)
    case .epic(let epics): one("epic", of: Array(epics))
    case .owner(let owners): indexed("owner", Set(owners.map(\.text)))
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
    case .link(let kind, let targets): indexed(kind.rawValue, targets)
    case .text(let text):
      (
        """
        number IN (SELECT rowid FROM item_text WHERE item_text MATCH ?
          UNION ALL SELECT rowid / 1000000 FROM item_comment_text WHERE item_comment_text MATCH ?)
        """, [.text(SearchPhrase.pattern(text)), .text(SearchPhrase.pattern(text))]
      )
    }
  }

  private static func one(_ column: String, of values: [String]) -> (String, [Value]) {
    ("\(column) IN (\(marks(values.count)))", values.sorted().map { .text($0) })
  }

  private static func indexed(_ kind: String, _ values: Set<String>) -> (String, [Value]) {
    (
      "EXISTS (SELECT 1 FROM item_index WHERE kind = '\(kind)' AND value IN (\(marks(values.count))) AND item = number)",
      values.sorted().map { .text($0) }
    )
  }

  private static func marks(_ count: Int) -> String { Array(repeating: "?", count: count).joined(separator: ", ") }
}

/// Words to look for, as the full-text index takes them.
enum SearchPhrase {
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
