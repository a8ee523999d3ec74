import Domain

/// What the program is opened on, where that is not its first screen.
public enum FirstScreen: Hashable, Sendable {
  /// A team's grooming session, over its backlog; nil for one's own team.
  case grooming(TeamName?)
}
