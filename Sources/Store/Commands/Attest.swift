import Domain

/// CI says that an artifact did well in an environment, at an address where that can be looked at.
public struct Attest: Command {
  public static let name = "run-attest"
  public static let undo = UndoPolicy.undoable

  public var team: TeamName?
  public var environment: String
  public var artifact: Artifact
  public var url: String

  public init(team: TeamName? = nil, environment: String, artifact: Artifact, url: String) {
    self.team = team
    self.environment = environment
    self.artifact = artifact
    self.url = url
  }

  /// The attestation's number.
  public func perform(in transaction: Transaction) throws -> Int {
    let team = try transaction.team(orOnly: team)
    guard team.environment(environment) != nil else {
      throw Missing.environment(environment, team: team.name, known: team.environments.map(\.name))
    }
    let last = try transaction.first("SELECT max(number) AS number FROM attestation")
    let number = (try last?.optionalInteger("number") ?? 0) + 1
    transaction.summary = "attested \(artifact) in \(environment): \(url)"
    try transaction.insert(
      .attestation,
      [
        "number": Value(number), "team": .text(team.name.text), "environment": .text(environment),
        "artifact_name": .text(artifact.name), "artifact_version": .text(artifact.version),
        "artifact_digest": Value(artifact.digest), "url": .text(url), "by": .text(transaction.actor.handle.text),
        "at": Value(transaction.now), "deleted": 0,
      ])
    return number
  }
}
