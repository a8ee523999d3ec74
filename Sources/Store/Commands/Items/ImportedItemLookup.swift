import Domain

extension Reading {
  /// The item of the team's backlog that an imported one is: the one that came from there, or one that was written here,
  /// went out in a file, and comes back. Numbers are everywhere, so that one has to be of the same day too.
  func item(for imported: ImportedItem, of team: TeamName) throws -> Item? {
    if let known = try item(from: imported.source, team: team) { return known }
    return try ownItem(imported, of: team)
  }

  /// An item that was written here, and that an imported one is; of those that are removed, where they are asked for.
  func ownItem(_ imported: ImportedItem, of team: TeamName, isRemoved: Bool = false) throws -> Item? {
    guard imported.source.system == .prodpair, let number = Int(imported.source.id), let created = imported.createdAt,
      let row = try first(
        "SELECT \(Item.columns) FROM item WHERE number = ? AND team = ? AND source IS NULL AND deleted = ?",
        [Value(number), .text(team.text), Value(isRemoved ? 1 : 0)])
    else { return nil }
    let item = try Item(row)
    return item.createdAt.isSameDay(as: created) ? item : nil
  }
}

extension Instant {
  /// Whether both are of one day in UTC, which is all that some files say of a time.
  func isSameDay(as other: Instant) -> Bool {
    CivilTime(self, offsetSeconds: 0).isoDate == CivilTime(other, offsetSeconds: 0).isoDate
  }
}
