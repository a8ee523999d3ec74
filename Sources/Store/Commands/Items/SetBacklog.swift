import Domain

/// Changes how a team works its backlog.
public struct SetBacklog: Command {
  public static let name = "backlog-set"
  public static let undo = UndoPolicy.undoable
  public var team: TeamName
  /// Applied to the settings as they are in the transaction.
  public var change: @Sendable (inout BacklogSettings) throws -> Void

  public init(_ team: TeamName, change: @escaping @Sendable (inout BacklogSettings) throws -> Void) {
    self.team = team
    self.change = change
  }

  public func perform(in transaction: Transaction) throws {
    let row = try transaction.team(team)
    let old = try transaction.backlogSettings(of: team)
    var settings = old
    try change(&settings)
    settings.scale = Set(settings.scale).sorted()
    try settings.check()
    let calendar = try transaction.iterationCalendar(of: row, settings, at: transaction.now)
    // What was said before the iterations were others stays, and is of no effect.
    for (day, strength) in settings.strengths.sorted(by: { $0.key < $1.key }) where old.strengths[day] != strength {
      if let first = calendar?.iteration(containing: day)?.first, first != day {
        throw ItemRefusal.noIterationBegins(day, first: first)
      }
    }
    if let manager = settings.productManager { _ = try transaction.person(Handle(manager)) }
    transaction.summary = "changed how team \(team) works its backlog"
    try transaction.put(
      .backlog, ["team": .text(team.text), "settings": .text(try JSONColumn.text(settings)), "deleted": 0])
  }
}

/// Keeps a filter under a name, in place of what it was before.
public struct SaveView: Command {
  public static let name = "view-save"
  public static let undo = UndoPolicy.undoable
  public var view: SavedView

  public init(_ view: SavedView) { self.view = view }

  public func perform(in transaction: Transaction) throws {
    _ = try transaction.team(view.team)
    guard Slug.isName(view.name, limit: 32) else { throw Clash.nameUnusable(view.name, what: "view") }
    transaction.summary = "saved the view \(view.name): \(view.filter)"
    try transaction.put(
      .savedView,
      ["team": .text(view.team.text), "name": .text(view.name), "filter": .text(view.filter), "deleted": 0])
  }
}

/// Forgets a saved view.
public struct RemoveView: Command {
  public static let name = "view-remove"
  public static let undo = UndoPolicy.undoable
  public var team: TeamName
  public var view: String

  public init(_ view: String, of team: TeamName) {
    self.view = view
    self.team = team
  }

  public func perform(in transaction: Transaction) throws {
    let known = try transaction.savedViews(of: team).map(\.name)
    guard known.contains(view) else { throw Missing.savedView(view, team: team, known: known) }
    transaction.summary = "forgot the view \(view)"
    try transaction.remove(.savedView, [.text(team.text), .text(view)])
  }
}
