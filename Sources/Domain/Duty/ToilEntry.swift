/// Minutes of toil that somebody wrote down while on duty.
public struct ToilEntry: Hashable, Sendable {
  public var number: Int
  public var team: TeamName
  public var person: Handle
  public var minutes: Int
  public var what: String
  public var item: ItemNumber?
  public var at: Instant

  /// A minute to a day.
  public static let lengths = 1...1440

  public init(
    _ number: Int, team: TeamName, person: Handle, minutes: Int, what: String, item: ItemNumber? = nil, at: Instant
  ) {
    self.number = number
    self.team = team
    self.person = person
    self.minutes = minutes
    self.what = what
    self.item = item
    self.at = at
  }
}
