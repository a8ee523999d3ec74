import Domain

extension Reading {
  /// The items of a team to which something has happened since, and how many the others are.
  ///
  /// What was done before is only counted, by an index; of what is not done each item is looked at once.
  public func flowFacts(of team: TeamName, since moment: Instant) throws -> FlowFacts {
    var touched: [ItemNumber: ItemFacts] = [:]
    var known: [ItemNumber: [ItemTransition]] = [:]
    for row in try touchedRows(of: team, since: moment) {
      let item = try ItemFacts(row)
      touched[item.number] = item
      known[item.number] = item.knownTransitions(startedAt: try row.optionalInstant("started_at"))
    }
    let moves = try transitions(of: team, since: moment)
    for item in Set(moves.map(\.item)) { known[item] = nil }
    var standing = try itemCounts(of: team)
    for item in touched.values { standing[item.state, default: 0] -= 1 }
    return FlowFacts(
      touched: touched.values.sorted { $0.number < $1.number }, transitions: moves + known.values.flatMap(\.self),
      standing: standing.filter { $0.value > 0 })
  }

  private func touchedRows(of team: TeamName, since moment: Instant) throws -> [Row] {
    let columns = ItemFacts.columns + ", started_at"
    // The plus keeps SQLite from the indexes of the team's order, which would walk all of it.
    let moved = try rows(
      """
      SELECT \(columns) FROM item
      WHERE number IN (SELECT item FROM item_transition WHERE at >= ? AND deleted = 0) AND +team = ? AND +deleted = 0
      """, [Value(moment), .text(team.text)])
    let accepted = try rows(
      """
      SELECT \(columns) FROM item
      WHERE team = ? AND accepted_at IS NOT NULL AND accepted_at >= ? AND deleted = 0
      """, [.text(team.text), Value(moment)])
    let open = try openPanels.flatMap { panel in
      try rows(
        """
        SELECT \(columns) FROM item
        WHERE team = ? AND panel = ? AND deleted = 0 AND (created_at >= ? OR started_at >= ?)
        """, [.text(team.text), .text(panel.rawValue), Value(moment), Value(moment)])
    }
    return moved + accepted + open
  }

  private func transitions(of team: TeamName, since moment: Instant) throws -> [ItemTransition] {
    try rows(
      """
      SELECT \(ItemTransition.columns) FROM item_transition
      WHERE at >= ? AND deleted = 0
        AND EXISTS (SELECT 1 FROM item WHERE number = item_transition.item AND team = ? AND deleted = 0)
      ORDER BY item, seq
      """, [Value(moment), .text(team.text)]
    ).map(ItemTransition.init)
  }

  private var openPanels: [Panel] { [.icebox, .backlog, .current] }

  /// How many items there are in each state. A panel of one state is counted in its index alone.
  private func itemCounts(of team: TeamName) throws -> [ItemState: Int] {
    var counts: [ItemState: Int] = [:]
    for panel in Panel.allCases {
      if let state = panel.states.first, panel.states.count == 1 {
        counts[state] = try itemCount(in: panel, of: team, limit: .max)
      } else {
        for row in try rows(
          "SELECT state, count(*) AS n FROM item WHERE team = ? AND panel = ? AND deleted = 0 GROUP BY state",
          [.text(team.text), .text(panel.rawValue)])
        { counts[try row.itemState("state")] = try row.integer("n") }
      }
    }
    return counts
  }
}
