import Domain

/// Adds a person, their teams, and how they are reached.
public struct AddPerson: Command {
  public static let name = "person-add"
  public static let undo = UndoPolicy.undoable
  public var person: Person

  public init(_ person: Person) { self.person = person }

  public func perform(in transaction: Transaction) throws {
    guard Handle.isValid(person.handle.text) else { throw Clash.nameUnusable(person.handle.text, what: "person") }
    if try transaction.row(.person, [.text(person.handle.text)]) != nil { throw Clash.personExists(person.handle) }
    transaction.summary = "added \(person.handle)"
    try transaction.write(person)
  }
}

/// Changes a person's name, login, teams, or how they are reached; the handle stays.
public struct EditPerson: Command {
  public static let name = "person-edit"
  public static let undo = UndoPolicy.undoable
  public var person: Handle
  /// Applied to the person as they are in the transaction, so that what others changed meanwhile stays.
  public var change: @Sendable (inout Person) throws -> Void

  public init(_ person: Handle, change: @escaping @Sendable (inout Person) throws -> Void) {
    self.person = person
    self.change = change
  }

  /// Replaces all but the handle.
  public init(_ person: Person) { self.init(person.handle) { $0 = person } }

  public func perform(in transaction: Transaction) throws {
    var person = try transaction.person(person)
    try change(&person)
    transaction.summary = "changed \(person.handle)"
    try transaction.write(person)
  }
}

/// The same change to several people, as one action that is undone as one.
public struct EditPeople: Command {
  public static let name = "people-edit"
  public static let undo = UndoPolicy.undoable
  public var people: [Handle]
  public var change: @Sendable (inout Person) throws -> Void

  public init(_ people: [Handle], change: @escaping @Sendable (inout Person) throws -> Void) {
    self.people = people
    self.change = change
  }

  public func perform(in transaction: Transaction) throws {
    transaction.summary = "changed \(people.map(\.text).joined(separator: ", "))"
    for handle in people {
      var person = try transaction.person(handle)
      try change(&person)
      try transaction.write(person)
    }
  }
}

extension Transaction {
  fileprivate func write(_ person: Person) throws {
    if let login = person.login {
      let taken = try people().first { $0.login == login && $0.handle != person.handle }
      if let taken { throw Clash.loginTaken(login, by: taken.handle) }
    }
    let contact = person.contact.tidy
    try contact.check()
    let teams = try person.teams.map { try team($0).name }
    try put(.person, person.row())
    if contact.isEmpty {
      try remove(.contact, [.text(person.handle.text)])
    } else {
      try put(.contact, contact.row(of: person.handle))
    }
    let former = try rows("SELECT team FROM membership WHERE person = ? AND deleted = 0", [.text(person.handle.text)])
    for team in try former.map({ try $0.text("team") }) where !teams.contains(TeamName(team)) {
      try remove(.membership, [.text(team), .text(person.handle.text)])
    }
    for team in teams {
      try put(.membership, ["team": .text(team.text), "person": .text(person.handle.text), "deleted": 0])
    }
  }
}
