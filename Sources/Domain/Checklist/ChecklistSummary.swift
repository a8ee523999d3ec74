/// A checklist as a list shows it.
public struct ChecklistSummary: Hashable, Sendable {
  public var name: ChecklistName
  public var title: String
  /// The latest version's number.
  public var version: Int
  public var deploy: String?
  public var team: TeamName?
  public var stepCount: Int
  public var madeAt: Instant
  /// The newest run of any version; nil when it was never run.
  public var lastRun: RunSummary?

  public init(
    name: ChecklistName, title: String, version: Int, deploy: String? = nil, team: TeamName? = nil, stepCount: Int,
    madeAt: Instant, lastRun: RunSummary? = nil
  ) {
    self.name = name
    self.title = title
    self.version = version
    self.deploy = deploy
    self.team = team
    self.stepCount = stepCount
    self.madeAt = madeAt
    self.lastRun = lastRun
  }
}

/// A version without its text.
public struct VersionSummary: Hashable, Sendable {
  public var reference: VersionReference
  public var sha256: String
  public var parent: Int?
  public var author: Handle
  public var reason: String
  public var madeAt: Instant

  public init(
    reference: VersionReference, sha256: String, parent: Int?, author: Handle, reason: String, madeAt: Instant
  ) {
    self.reference = reference
    self.sha256 = sha256
    self.parent = parent
    self.author = author
    self.reason = reason
    self.madeAt = madeAt
  }
}
