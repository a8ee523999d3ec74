import Domain

/// Brings the items of a file into a team's backlog, in the file's order, below what is there: one action, which one
/// undo takes back.
///
/// An item whose source is known already is changed in the fields that its source has changed since the last import,
/// and stays where it is; everything else of it stays as it was made here. One that was removed here is left out, and so
/// is one of this store's own that was changed since the file was written. The items are read as they are written, so
/// that memory does not grow with the file, but for what items of the file wait for each other; another thread reads on
/// meanwhile.
public struct ImportItems: Command {
  public static let name = "item-import"
  public static let undo = UndoPolicy.undoable

  public typealias Items = @Sendable (_ take: (ImportedItem) throws -> Void) throws -> Void

  public var team: TeamName
  /// What is imported, for the journal: `stories.csv (tracker)`.
  public var origin: String
  public var epics: [ImportedEpic]
  /// Hands the file's items over, one after the other. What it throws ends the import with nothing taken.
  public var items: Items
  /// Does all of it, and takes it back: `ImportWouldDo` is thrown then.
  public var isDryRun: Bool

  public init(
    team: TeamName, origin: String, epics: [ImportedEpic], isDryRun: Bool = false, items: @escaping Items
  ) {
    self.team = team
    self.isDryRun = isDryRun
    self.origin = origin
    self.epics = epics
    self.items = items
  }

  public func perform(in transaction: Transaction) throws -> ImportOutcome {
    var writer = try ItemImportWriter(team: team, epics: epics, in: transaction)
    var epicIndex = EpicIndex()
    for epic in epics { epicIndex.add(epic) }
    try ReadAhead.run { [items, epicIndex] put in
      try items { try put(FiledItem($0, epicIndex)) }
    } take: {
      try writer.take($0)
    }
    try writer.finish()
    let outcome = writer.outcome
    if isDryRun { throw ImportWouldDo(outcome: outcome) }
    transaction.summary =
      "imported \(origin): \(outcome.created) new, \(outcome.updated) changed, \(outcome.unchanged) as they were"
    return outcome
  }
}
