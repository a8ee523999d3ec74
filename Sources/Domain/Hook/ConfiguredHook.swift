/// A program that a configuration wants to be run when something happens.
public struct ConfiguredHook: Hashable, Sendable {
  /// In the order of the configuration, none twice.
  public var events: [HookEventKind]
  /// The program, an absolute path, and its arguments, as they are given to it: no shell is in between.
  public var command: [String]
  /// How long it may take.
  public var limit: Duration
  /// Only what happens to this team; nil is every team's, and what is no team's.
  public var team: TeamName?

  public static let limits: ClosedRange<Duration> = .seconds(1) ... .seconds(300)
  public static let standardLimit: Duration = .seconds(10)

  public init(
    _ command: [String], on events: [HookEventKind], limit: Duration = standardLimit, team: TeamName? = nil
  ) {
    self.command = command
    self.events = events
    self.limit = limit
    self.team = team
  }

  /// What messages call it: the last part of the program's path.
  public var name: String { Self.name(of: command) }

  public func wants(_ event: HookEvent) -> Bool {
    events.contains(event.kind) && (team == nil || team == event.team)
  }

  static func name(of command: [String]) -> String {
    command.first.map { $0.split(separator: "/").last.map(String.init) ?? $0 } ?? ""
  }
}
