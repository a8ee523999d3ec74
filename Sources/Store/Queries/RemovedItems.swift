import Domain

extension Reading {
  /// The entry of the journal that removed an item; undoing it brings the item back.
  ///
  /// - Returns: nil where the item is there, where there never was one of that number, and where it went because the
  ///   action that made it was taken back.
  public func removal(of number: ItemNumber) throws -> Int? {
    guard try first("SELECT 1 AS gone FROM item WHERE number = ? AND deleted = 1", [Value(number.value)]) != nil,
      let last = try first(
        """
        SELECT journal.seq AS seq, journal.undoes AS undoes FROM journal_change JOIN journal USING (seq)
        WHERE table_name = ? AND row_key = ? ORDER BY seq DESC LIMIT 1
        """, [.text(Table.item.name), .text(Table.item.keyText([Value(number.value)]))])
    else { return nil }
    // An undo of an undo is what was first done, done again.
    var isTakenBack = false
    var undone = try last.optionalInteger("undoes")
    while let seq = undone {
      isTakenBack.toggle()
      undone = try first("SELECT undoes FROM journal WHERE seq = ?", [Value(seq)])?.optionalInteger("undoes")
    }
    return isTakenBack ? nil : try last.integer("seq")
  }
}

/// The items of a team that came from elsewhere and were removed here, by merging and grooming too. They are looked up
/// once, when the first is asked for: no index has them. Memory grows with what was removed.
struct RemovedSources {
  private let team: TeamName
  private var numbers: [String: [ItemNumber]]?

  init(_ team: TeamName) { self.team = team }

  /// The removed item that an imported one was; nil where there was none.
  mutating func item(for imported: ImportedItem, in reading: some Reading) throws -> ItemNumber? {
    var candidates = try items(from: imported.source, in: reading)
    if let own = try reading.ownItem(imported, of: team, isRemoved: true) { candidates.append(own.number) }
    return try candidates.first { try reading.removal(of: $0) != nil }
  }

  /// All that came from there and are gone, those of an import that was undone among them.
  mutating func items(from source: ItemSource, in reading: some Reading) throws -> [ItemNumber] {
    let known = try numbers ?? load(reading)
    numbers = known
    return known[source.text] ?? []
  }

  private func load(_ reading: some Reading) throws -> [String: [ItemNumber]] {
    var numbers: [String: [ItemNumber]] = [:]
    try reading.forEachRow(
      "SELECT number, source FROM item WHERE team = ? AND source IS NOT NULL AND deleted = 1", [.text(team.text)]
    ) { row in
      numbers[try row.text("source"), default: []].append(ItemNumber(try row.integer("number")))
    }
    return numbers
  }
}
