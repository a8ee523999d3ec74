/// What a hook did when it was told of something.
public struct HookRun: Hashable, Sendable {
  public enum Ending: Hashable, Sendable {
    /// With its exit code; 0 is success.
    case exited(Int)
    case killed(signal: Int)
    /// It, and what it had started, was ended when its time was up.
    case outOfTime
    /// It was ended early by whoever did not want to wait for it.
    case cut
    /// With the error of the operating system, as in `errno`.
    case notStarted(errno: Int)
  }

  public var event: HookEventKind
  /// The journal's entry that it was told of; nil for a try.
  public var entry: Int?
  public var team: TeamName?
  /// The program and its arguments.
  public var command: [String]
  public var limit: Duration
  /// When it was begun.
  public var at: Instant
  /// To the millisecond.
  public var took: Duration
  public var ending: Ending
  /// What it said on standard output and standard error, in the order in which it came.
  public var output: String
  /// Whether it said more than is kept here.
  public var isOutputCut: Bool

  public init(
    _ event: HookEventKind, entry: Int?, team: TeamName?, command: [String], limit: Duration, at: Instant,
    took: Duration, ending: Ending, output: String, isOutputCut: Bool
  ) {
    self.event = event
    self.entry = entry
    self.team = team
    self.command = command
    self.limit = limit
    self.at = at
    self.took = took
    self.ending = ending
    self.output = output
    self.isOutputCut = isOutputCut
  }

  public var name: String { ConfiguredHook.name(of: command) }
  public var succeeded: Bool { ending == .exited(0) }
}
