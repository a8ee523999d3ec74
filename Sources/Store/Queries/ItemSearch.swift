import Domain

/// How a page of a filter is found quickly, in a backlog of a million items as in one of a hundred.
///
/// What many items have is found by walking the order from where the page begins, and looking at each item: the page
/// is soon full. What few have is found in an index, and sorted. Which of the two it is shows only on the way: a short
/// walk comes first. The lengths here were measured (docs/PERFORMANCE.md, "The backlog").
struct ItemSearch {
  let filter: ItemFilter
  let team: TeamName
  let reader: any Reading
  /// Another length for the short walk; for tests.
  var shortWalk: Int?

  /// How many items a walk looks at before it thinks again. To look at an item's texts takes longer than to look at its
  /// columns.
  private var walkLength: Int { shortWalk ?? (texts.isEmpty ? 4_000 : 400) }
  /// Up to so many found in an index are sorted; of more the walk meets enough.
  private static let mostSorted = 20_000
  /// So many items are read for their texts, where the page fills, before the full-text index is asked for all that it has.
  private static let mostRead = 8_000

  func page(after place: ItemPlace?, limit: Int) throws -> [ItemLine] {
    guard limit > 0 else { return [] }
    guard !filter.isEmpty else { return try walk(after: place, limit: limit) }
    var found: [ItemLine] = []
    var place = place
    var looked = 0
    var hasAsked = false
    repeat {
      let fence = try self.fence(after: place)
      let rest = limit - found.count
      found +=
        try texts.isEmpty
        ? walk(after: place, through: fence, limit: rest) : read(after: place, through: fence, limit: rest)
      guard let fence, found.count < limit else { return found }
      place = fence
      looked += walkLength
      // Where the page fills soon enough by going on, the index need not be asked.
      let expected = looked * min(limit - found.count, Self.mostSorted) / max(found.count, 1)
      if !hasAsked, texts.isEmpty || found.isEmpty || expected > Self.mostRead {
        hasAsked = true
        if let index = try rarest() { return try found + sorted(index, after: fence, limit: limit - found.count) }
      }
    } while !texts.isEmpty && looked < Self.mostRead
    return try found + walk(after: place, limit: limit - found.count)
  }

  private var texts: [(words: [String], isNegated: Bool)] {
    filter.terms.compactMap { term in
      guard case .text(let text) = term.condition else { return nil }
      return (ItemWords.words(of: text), term.isNegated)
    }
  }

  /// The panels that whatever is let through stands in; nil where it may be any. Those before them in the order, which a
  /// backlog of years is full of accepted items in, need not be walked through then: each panel has an index.
  private var panels: [Panel]? {
    var left = Set(Panel.allCases)
    for term in filter.terms {
      switch term.condition {
      case .panel(let panels) where term.isNegated: left.subtract(panels)
      case .panel(let panels): left.formIntersection(panels)
      case .state(let states) where !term.isNegated: left.formIntersection(states.map(\.panel))
      default: continue
      }
    }
    return left.count == Panel.allCases.count ? nil : Panel.allCases.filter(left.contains)
  }

  /// Reads in the hand-set order from a place on; from several panels at once where there are several, which SQLite merges
  /// as it goes.
  private func select(
    _ columns: String, after place: ItemPlace?, _ condition: ItemCondition, end: String,
    _ last: [Value]
  ) throws -> [Row] {
    let place: [Value] = [.text(place?.order.text ?? ""), Value(place?.number.value ?? 0)]
    let indexes = panels.map { $0.map { [Value.text($0.rawValue)] } } ?? [[]]
    guard !indexes.isEmpty else { return [] }
    let sql = indexes.map { panel in
      """
      SELECT \(columns) FROM item
      WHERE team = ? AND deleted = 0 \(panel.isEmpty ? "" : "AND panel = ? ")AND (place, number) > (?, ?)\(condition.sql)
      """
    }
    let arguments = indexes.flatMap { [.text(team.text)] + $0 + place + condition.arguments }
    return try reader.rows(
      sql.joined(separator: "\nUNION ALL\n") + "\nORDER BY place, number \(end)", arguments + last)
  }

  /// The place that the short walk ends at; nil where the order ends before.
  private func fence(after place: ItemPlace?) throws -> ItemPlace? {
    try select(
      "place, number", after: place, ItemCondition(sql: "", arguments: []), end: "LIMIT 1 OFFSET ?",
      [Value(walkLength - 1)]
    ).first.map(ItemPlace.init)
  }

  private func conditions(ofTexts: Bool) -> [ItemCondition] {
    filter.terms.compactMap { term in
      if case .text = term.condition, !ofTexts { return nil }
      return ItemCondition(term)
    }
  }

  private func rows(
    _ columns: String, after place: ItemPlace?, through fence: ItemPlace?, limit: Int, ofTexts: Bool
  ) throws -> [Row] {
    let conditions = conditions(ofTexts: ofTexts)
    let end: [Value] = fence.map { [.text($0.order.text), Value($0.number.value)] } ?? []
    return try select(
      columns, after: place,
      ItemCondition(
        sql: (fence == nil ? "" : " AND (place, number) <= (?, ?)")
          + conditions.map { " AND " + $0.sql }.joined(),
        arguments: end + conditions.flatMap(\.arguments)),
      end: "LIMIT ?", [Value(limit)])
  }

  /// Looks at one item after the other.
  private func walk(after place: ItemPlace?, through fence: ItemPlace? = nil, limit: Int) throws -> [ItemLine] {
    try rows(ItemLine.columns, after: place, through: fence, limit: limit, ofTexts: true).map(ItemLine.init)
  }

  /// The same, with the texts read here: the full-text index can't be asked about one item without reading all that it
  /// has of the words.
  private func read(after place: ItemPlace?, through fence: ItemPlace?, limit: Int) throws -> [ItemLine] {
    let texts = texts
    var found: [ItemLine] = []
    let candidates = try rows(
      ItemLine.columns + ", description", after: place, through: fence, limit: walkLength, ofTexts: false)
    for candidate in candidates {
      var isWanted = true
      for text in texts where isWanted { isWanted = try holds(text.words, of: candidate) != text.isNegated }
      if isWanted { found.append(try ItemLine(candidate)) }
      if found.count == limit { break }
    }
    return found
  }

  private func holds(_ words: [String], of row: Row) throws -> Bool {
    if words.isEmpty { return false }
    if ItemWords.contains(try row.text("title"), phrase: words) { return true }
    if ItemWords.contains(try row.text("description"), phrase: words) { return true }
    return try reader.rows(
      "SELECT text FROM item_comment WHERE item = ? AND deleted = 0", [Value(try row.integer("number"))]
    ).contains { ItemWords.contains(try $0.text("text"), phrase: words) }
  }

  /// The term that the fewest items have, as the numbers of those items; nil where all have many.
  private func rarest() throws -> ItemCondition? {
    var best: (condition: ItemCondition, count: Int)?
    for term in filter.terms where !term.isNegated {
      guard let numbers = ItemCondition(numbersOf: term.condition, team: team) else { continue }
      let most = best?.count ?? Self.mostSorted + 1
      let count = try reader.first(
        "SELECT count(*) AS n FROM (SELECT 1 FROM (\(numbers.sql)) LIMIT ?)", numbers.arguments + [Value(most)]
      )?.integer("n")
      if let count, count < most { best = (numbers, count) }
    }
    return best?.condition
  }

  private func sorted(_ index: ItemCondition, after place: ItemPlace, limit: Int) throws -> [ItemLine] {
    let conditions = conditions(ofTexts: true)
    // The plus keeps SQLite from the indexes of the order, which would walk all of it.
    return try reader.rows(
      """
      SELECT \(ItemLine.columns) FROM item
      WHERE number IN (\(index.sql)) AND +team = ? AND +deleted = 0 AND (+place, +number) > (?, ?)
        \(conditions.map { "AND " + $0.sql }.joined(separator: " "))
      ORDER BY +place, +number LIMIT ?
      """,
      index.arguments + [.text(team.text), .text(place.order.text), Value(place.number.value)]
        + conditions.flatMap(\.arguments) + [Value(limit)]
    ).map(ItemLine.init)
  }
}

extension ItemCondition {
  /// The numbers of the items that meet a condition, where an index has them; nil where none has.
  init?(numbersOf condition: ItemFilter.Condition, team: TeamName) {
    switch condition {
    case .label(let labels): self.init(kind: "label", Self.inBothCases(labels))
    case .owner(let owners): self.init(kind: "owner", Set(owners.map(\.text)))
    case .link(let kind, let targets): self.init(kind: kind.rawValue, targets)
    case .epic(let epics):
      self.init(
        sql: "SELECT number FROM item WHERE team = ? AND epic IN (\(Self.marks(epics.count))) AND deleted = 0",
        arguments: [.text(team.text)] + epics.sorted().map { .text($0) })
    case .number(let numbers):
      self.init(
        sql: "SELECT number FROM item WHERE number IN (\(Self.marks(numbers.count)))",
        arguments: numbers.sorted().map { Value($0) })
    case .run(let runs):
      self.init(
        sql: "SELECT item AS number FROM run_item WHERE run IN (\(Self.marks(runs.count))) AND deleted = 0",
        arguments: runs.sorted().map { Value($0) })
    case .text(let text):
      let pattern = Value.text(SearchPhrase.pattern(text))
      self.init(
        sql: SearchPhrase.isEmpty(text) ? "SELECT 0 AS number WHERE FALSE" : SearchPhrase.numbers,
        arguments: SearchPhrase.isEmpty(text) ? [] : [pattern, pattern])
    default: return nil
    }
  }

  private init(kind: String, _ values: Set<String>) {
    self.init(
      sql: "SELECT item AS number FROM item_index WHERE kind = '\(kind)' AND value IN (\(Self.marks(values.count)))",
      arguments: values.sorted().map { .text($0) })
  }
}
