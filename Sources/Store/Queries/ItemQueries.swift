import Domain

extension Reading {
  /// - Throws: ``Missing/item(_:)`` for a number that is no item's, ``Missing/removedItem(_:by:)`` for one that was.
  public func item(_ number: ItemNumber) throws -> Item {
    if let item = try itemIfThere(number) { return item }
    throw try removal(of: number).map { Missing.removedItem(number, by: $0) } ?? Missing.item(number)
  }

  /// Nil where there is none, or none any longer.
  public func itemIfThere(_ number: ItemNumber) throws -> Item? {
    try first("SELECT \(Item.columns) FROM item WHERE number = ? AND deleted = 0", [Value(number.value)]).map {
      try Item($0)
    }
  }

  /// The item that was imported from there into the team's backlog; nil when there is none.
  public func item(from source: ItemSource, team: TeamName) throws -> Item? {
    try first(
      "SELECT \(Item.columns) FROM item WHERE team = ? AND source = ? AND deleted = 0",
      [.text(team.text), .text(source.text)]
    ).map { try Item($0) }
  }

  /// Items named by number, each with everything, in the order asked for.
  public func items(_ numbers: [ItemNumber]) throws -> [Item] { try numbers.map { try item($0) } }

  /// A window of one panel, from the top: at most `limit` items after a place in the hand-set order.
  public func items(
    in panel: Panel, of team: TeamName, after place: ItemPlace? = nil, limit: Int
  ) throws -> [ItemLine] {
    try rows(
      """
      SELECT \(ItemLine.columns) FROM item
      WHERE team = ? AND panel = ? AND deleted = 0 AND (place, number) > (?, ?)
      ORDER BY place, number LIMIT ?
      """,
      [
        .text(team.text), .text(panel.rawValue), .text(place?.order.text ?? ""), Value(place?.number.value ?? 0),
        Value(limit),
      ]
    ).map(ItemLine.init)
  }

  /// A window of one panel read upwards, lowest first: at most `limit` items before a place.
  public func items(
    in panel: Panel, of team: TeamName, before place: ItemPlace?, limit: Int
  ) throws -> [ItemLine] {
    try rows(
      """
      SELECT \(ItemLine.columns) FROM item
      WHERE team = ? AND panel = ? AND deleted = 0 AND (place, number) < (?, ?)
      ORDER BY place DESC, number DESC LIMIT ?
      """,
      [
        .text(team.text), .text(panel.rawValue), .text(place?.order.text ?? "~"), Value(place?.number.value ?? .max),
        Value(limit),
      ]
    ).map(ItemLine.init)
  }

  /// What was accepted last comes first: at most `limit` items accepted before a moment.
  public func acceptedItems(
    of team: TeamName, before: (at: Instant, number: ItemNumber)? = nil, limit: Int
  ) throws -> [ItemLine] {
    try rows(
      """
      SELECT \(ItemLine.columns) FROM item
      WHERE team = ? AND accepted_at IS NOT NULL AND deleted = 0 AND (accepted_at, number) < (?, ?)
      ORDER BY accepted_at DESC, number DESC LIMIT ?
      """,
      [
        .text(team.text), .integer(before?.at.milliseconds ?? .max), Value(before?.number.value ?? .max),
        Value(limit),
      ]
    ).map(ItemLine.init)
  }

  /// How many items a panel has, counted no further than `limit`: a count of a million takes longer than a screen has.
  public func itemCount(in panel: Panel, of team: TeamName, limit: Int = 10_000) throws -> Int {
    try first(
      """
      SELECT count(*) AS n FROM (
        SELECT 1 FROM item WHERE team = ? AND panel = ? AND deleted = 0 LIMIT ?) AS counted
      """, [.text(team.text), .text(panel.rawValue), Value(limit)]
    )?.integer("n") ?? 0
  }

  public func comments(of item: ItemNumber) throws -> [ItemComment] {
    try rows(
      "SELECT \(ItemComment.columns) FROM item_comment WHERE item = ? AND deleted = 0 ORDER BY seq",
      [Value(item.value)]
    ).map(ItemComment.init)
  }

  public func transitions(of item: ItemNumber) throws -> [ItemTransition] {
    try rows(
      "SELECT \(ItemTransition.columns) FROM item_transition WHERE item = ? AND deleted = 0 ORDER BY seq",
      [Value(item.value)]
    ).map(ItemTransition.init)
  }

  /// The runs that carry the item, oldest first.
  public func runs(carrying item: ItemNumber) throws -> [RunNumber] {
    try rows("SELECT run FROM run_item WHERE item = ? AND deleted = 0 ORDER BY run", [Value(item.value)]).map {
      RunNumber(try $0.integer("run"))
    }
  }

  /// What a run carries, in the hand-set order.
  public func items(carriedBy run: RunNumber) throws -> [ItemLine] {
    try rows(
      """
      SELECT \(ItemLine.columns) FROM item
      WHERE deleted = 0 AND number IN (SELECT item FROM run_item WHERE run = ? AND deleted = 0)
      ORDER BY team, place, number
      """, [Value(run.value)]
    ).map(ItemLine.init)
  }

  /// The items that wait for this one.
  public func items(waitingFor item: ItemNumber) throws -> [ItemNumber] {
    try rows("SELECT item FROM item_index WHERE kind = 'blocker' AND value = ? ORDER BY item", [.text("\(item)")])
      .map { ItemNumber(try $0.integer("item")) }
  }

  public func backlogSettings(of team: TeamName) throws -> BacklogSettings {
    guard let row = try first("SELECT settings FROM backlog WHERE team = ? AND deleted = 0", [.text(team.text)]) else {
      return BacklogSettings()
    }
    return try JSONColumn.value(BacklogSettings.self, row, "settings")
  }

  public func epics(of team: TeamName) throws -> [Epic] {
    try rows("SELECT \(Epic.columns) FROM epic WHERE team = ? AND deleted = 0 ORDER BY name", [.text(team.text)]).map(
      Epic.init)
  }

  /// The labels in use, of all teams, by name. From each the index is asked for the next: its rows are as many as items.
  public func labels() throws -> [String] {
    try rows(
      """
      WITH RECURSIVE label (value) AS (
        SELECT min(value) FROM item_index WHERE kind = 'label'
        UNION ALL
        SELECT (SELECT min(value) FROM item_index WHERE kind = 'label' AND value > label.value)
        FROM label WHERE label.value IS NOT NULL
      )
      SELECT value FROM label WHERE value IS NOT NULL
      """
    ).map { try $0.text("value") }
  }

  public func savedViews(of team: TeamName) throws -> [SavedView] {
    try rows("SELECT name, filter FROM saved_view WHERE team = ? AND deleted = 0 ORDER BY name", [.text(team.text)])
      .map { SavedView(team: team, name: try $0.text("name"), filter: try $0.text("filter")) }
  }
}
