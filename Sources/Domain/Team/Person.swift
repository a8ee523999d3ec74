/// Somebody who acts in the store.
public struct Person: Hashable, Sendable {
  public var handle: Handle
  public var name: String
  /// The operating system login that is this person's own; nil when none is known, and then nothing can be verified.
  public var login: String?
  public var teams: [TeamName]
  public var contact: Contact

  public init(
    handle: Handle, name: String, login: String? = nil, teams: [TeamName] = [], contact: Contact = Contact()
  ) {
    self.handle = handle
    self.name = name
    self.login = login
    self.teams = teams
    self.contact = contact
  }
}
