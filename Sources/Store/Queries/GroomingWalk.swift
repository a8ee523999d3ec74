import Domain
import Foundation

extension Reading {
  /// What the team's open session has still to decide, or a new one would: the first `limit` of it.
  ///
  /// - Parameters:
  ///   - filter: what it is narrowed by, beside the open session's own filter; as it is typed.
  ///   - me: whom `me` stands for in it.
  /// - Throws: ``FilterProblem`` where the filter can't be read.
  public func groomingQueue(
    of team: TeamName, at now: Instant, filter: String = "", me: Handle? = nil, limit: Int
  ) throws -> GroomingQueue {
    let session = try openGrooming(of: team)
    let rules = try groomingRules(of: team, at: now)
    let marks = try session.map { try lastMarks(of: $0.number) } ?? [:]
    let own = try session.map { try groomingFilter($0.filter, of: team, rules, by: $0.by).terms } ?? []
    let found = try GroomingWalk(
      team: team, rules: rules, filter: ItemFilter(own + groomingFilter(filter, of: team, rules, by: me).terms),
      marks: marks, reader: self
    ).found(most: GroomingQueue.most)
    let shown = found.prefix(max(0, limit))
    let lines = try itemLines(shown.map(\.number))
    let entries = shown.compactMap { candidate in
      lines[candidate.number].map {
        GroomingEntry(
          item: $0, facts: candidate.facts, reasons: candidate.reasons,
          isPutOff: marks[candidate.number]?.kind == .skip)
      }
    }
    return GroomingQueue(
      session: session, rules: rules, entries: entries, waiting: found.count,
      decided: marks.count - found.count { marks[$0.number] != nil } - putOffAndGone(marks, found))
  }

  /// Names are taken as they are: a label that no item has any longer asks about nothing, and is no mistake.
  func groomingFilter(
    _ typed: String, of team: TeamName, _ rules: GroomingRules, by who: Handle?
  ) throws -> ItemFilter {
    try ItemFilter(
      typed: typed,
      context: FilterContext(
        me: who, now: rules.now, zone: try self.team(team).zone ?? .gmt,
        pointed: Set(ItemType.allCases.filter(rules.settings.isPointed))))
  }

  /// Items that were put off and need no decision any more: nobody has decided upon them, and nobody is asked.
  private func putOffAndGone(_ marks: [ItemNumber: GroomingDecision], _ found: [GroomingWalk.Candidate]) -> Int {
    let waiting = Set(found.map(\.number))
    return marks.values.count { $0.kind == .skip && !waiting.contains($0.item) }
  }

  private func itemLines(_ numbers: [ItemNumber]) throws -> [ItemNumber: ItemLine] {
    guard !numbers.isEmpty else { return [:] }
    return try rows(
      "SELECT \(ItemLine.columns) FROM item WHERE number IN (\(ItemCondition.marks(numbers.count))) AND deleted = 0",
      numbers.map { Value($0.value) }
    ).reduce(into: [:]) { lines, row in
      let line = try ItemLine(row)
      lines[line.number] = line
    }
  }
}

/// Finds the items that need a decision, a stretch of the order after the other, until enough are found.
///
/// SQL lets through a little too much, in few columns and without reading any JSON; ``GroomingRules`` decides.
struct GroomingWalk {
  struct Candidate: Hashable {
    var number: ItemNumber
    var facts: GroomingFacts
    var reasons: [GroomingReason]
  }

  let team: TeamName
  let rules: GroomingRules
  let filter: ItemFilter
  /// The last mark of each item in the session.
  let marks: [ItemNumber: GroomingDecision]
  let reader: any Reading

  /// Rows are read this many at a time.
  private static let stretch = 500

  /// In the order in which they are asked: by panel, then by hand, and at last what was put off, by when it was.
  func found(most: Int) throws -> [Candidate] {
    var fresh: [Candidate] = []
    var putOff: [Candidate] = []
    for panel in [Panel.current, .backlog, .icebox] {
      var place: (key: String, number: Int) = ("", 0)
      while fresh.count < most {
        let rows = try stretch(of: panel, after: place)
        for row in rows where fresh.count < most {
          guard let candidate = try candidate(row) else { continue }
          if marks[candidate.number]?.kind == .skip { putOff.append(candidate) } else { fresh.append(candidate) }
        }
        guard rows.count == Self.stretch, let last = rows.last else { break }
        place = (try last.text("place"), try last.integer("number"))
      }
    }
    putOff.sort { (marks[$0.number]?.seq ?? 0) < (marks[$1.number]?.seq ?? 0) }
    return Array((fresh + putOff).prefix(most))
  }

  private func candidate(_ row: Row) throws -> Candidate? {
    let number = ItemNumber(try row.integer("number"))
    let facts = try GroomingFacts(row)
    let reasons = rules.reasons(for: facts)
    guard !reasons.isEmpty, marks[number].map({ $0.asksAgain(for: reasons) }) ?? true else { return nil }
    return Candidate(number: number, facts: facts, reasons: reasons)
  }

  private func stretch(of panel: Panel, after place: (key: String, number: Int)) throws -> [Row] {
    let types = ItemType.allCases.filter(rules.settings.isPointed).map(\.rawValue)
    let states = GroomingRules.needsOwner.map(\.rawValue).sorted()
    let terms = filter.terms.map { ItemCondition($0) }
    let arguments: [Value] =
      [.text(team.text), .text(panel.rawValue), .text(place.key), Value(place.number), .text(rules.today)]
      + types.map { .text($0) } + states.map { .text($0) } + [Value(rules.staleBefore)]
      + terms.flatMap(\.arguments) + [Value(Self.stretch)]
    return try reader.rows(
      """
      SELECT \(GroomingFacts.columns) FROM item
      WHERE team = ? AND panel = ? AND deleted = 0 AND (place, number) > (?, ?)
        AND (state = 'rejected' OR due < ? OR instr(blockers, '"isResolved":false') > 0
          OR points IS NULL AND type IN (\(ItemCondition.marks(types.count)))
          OR owners = '[]' AND state IN (\(ItemCondition.marks(states.count))) OR updated_at < ?)
        \(terms.map { "AND " + $0.sql }.joined(separator: " "))
      ORDER BY place, number LIMIT ?
      """, arguments)
  }
}

extension GroomingFacts {
  static let columns = """
    number, place, type, state, points, owners <> '[]' AS is_owned, \
    instr(blockers, '"isResolved":false') > 0 AS is_blocked, due, updated_at, \
    (SELECT max(at) FROM item_comment WHERE item_comment.item = item.number AND item_comment.deleted = 0) \
    AS commented_at, \
    (SELECT max(at) FROM grooming_decision WHERE grooming_decision.item = item.number \
    AND grooming_decision.deleted = 0 AND decision <> 'skip') AS decided_at
    """

  init(_ row: Row) throws {
    self.init(
      type: try row.itemType(), state: try row.itemState("state"),
      isEstimated: try row.optionalInteger("points") != nil, isOwned: try row.flag("is_owned"),
      isBlocked: try row.flag("is_blocked"), due: try row.optionalText("due"),
      updatedAt: try row.instant("updated_at"), commentedAt: try row.optionalInstant("commented_at"),
      decidedAt: try row.optionalInstant("decided_at"))
  }
}
