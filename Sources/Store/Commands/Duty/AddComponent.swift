import Domain

/// Adds a component that a team runs, and whom to call for it.
public struct AddComponent: Command {
  public static let name = "component-add"
  public static let undo = UndoPolicy.undoable
  public var component: Component

  public init(_ component: Component) { self.component = component }

  /// - Throws: ``ComponentProblem``; `Missing` for a team or a developer that nobody knows.
  public func perform(in transaction: Transaction) throws {
    if try transaction.row(.component, [.text(component.name.text)]) != nil {
      throw ComponentProblem.exists(component.name)
    }
    transaction.summary = "added component \(component.name) of team \(component.team)"
    try transaction.write(component)
  }
}

/// Changes who runs a component, whom to call for it, or what is said of it; its name stays.
public struct EditComponent: Command {
  public static let name = "component-edit"
  public static let undo = UndoPolicy.undoable
  public var component: ComponentName
  /// Applied to the component as it is in the transaction, so that what others changed meanwhile stays.
  public var change: @Sendable (inout Component) throws -> Void

  public init(_ component: ComponentName, change: @escaping @Sendable (inout Component) throws -> Void) {
    self.component = component
    self.change = change
  }

  /// - Returns: the component as it is now.
  public func perform(in transaction: Transaction) throws -> Component {
    var component = try transaction.component(component)
    let name = component.name
    try change(&component)
    component.name = name
    transaction.summary = "changed component \(name)"
    try transaction.write(component)
    return component
  }
}

/// Takes a component away: nobody is called for it any more.
public struct RemoveComponent: Command {
  public static let name = "component-remove"
  public static let undo = UndoPolicy.undoable
  public var component: ComponentName

  public init(_ component: ComponentName) { self.component = component }

  public func perform(in transaction: Transaction) throws {
    let component = try transaction.component(component)
    transaction.summary = "removed component \(component.name)"
    try transaction.remove(.component, [.text(component.name.text)])
  }
}

extension Transaction {
  fileprivate func write(_ component: Component) throws {
    try component.check()
    _ = try team(component.team)
    for who in component.developers { _ = try person(who) }
    try put(.component, try component.row())
  }
}
