/// The rules that can stand in the way and be overridden, each with its name on the record.
public enum Rule: String, CaseIterable, Sendable {
  case pair
  case stagingFirst = "staging-first"
  case startWindow = "start-window"
  case workingHours = "working-hours"
  case holiday
  case freeze
  case oneRunAnEnvironment = "one-run-an-environment"
  case noReturn = "no-return"
  case wait
  case redline
}

/// A rule that stands in the way of a start, and what it found.
public struct Obstacle: Hashable, Sendable {
  public var rule: Rule
  public var message: String

  public init(_ rule: Rule, _ message: String) {
    self.rule = rule
    self.message = message
  }
}

/// What a run is asked to be.
public struct RunRequest: Hashable, Sendable {
  public var environment: Environment
  public var artifact: Artifact
  public var pair: [Handle]
  public var parameters: [String: String]
  public var isRehearsal: Bool
  public var incident: Int?
  public var plan: Plan?
  /// One reason for every rule that stands in the way.
  public var override: String?

  public init(
    environment: Environment, artifact: Artifact, pair: [Handle], parameters: [String: String] = [:],
    isRehearsal: Bool = false, incident: Int? = nil, plan: Plan? = nil, override: String? = nil
  ) {
    self.environment = environment
    self.artifact = artifact
    self.pair = pair
    self.parameters = parameters
    self.isRehearsal = isRehearsal
    self.incident = incident
    self.plan = plan
    self.override = override
  }

  /// The reason that goes on the record; an incident supplies one (rule 4), also one of another tracker.
  public var overrideReason: String? {
    if let override, !override.allSatisfy(\.isWhitespace) { return override }
    return incident.map { "incident \($0)" }
  }
}

/// What the store knows of the world at the moment of a start.
public struct StartFacts: Hashable, Sendable {
  public var team: Team
  /// Runs that are active in the same environment of the same team.
  public var activeRuns: [RunNumber]
  /// What shows that staging ran the artifact's name and version, newest first, whatever the digests.
  public var proofs: [StagingProof]
  /// The checklist's open redlines, oldest first.
  public var redlines: [Lesson]

  public init(
    team: Team, activeRuns: [RunNumber] = [], proofs: [StagingProof] = [], redlines: [Lesson] = []
  ) {
    self.team = team
    self.activeRuns = activeRuns
    self.proofs = proofs
    self.redlines = redlines
  }
}

/// Rules 4 and 7, and the pair of rule 3, as a table: each rule looks at one thing.
public enum StartRules {
  /// Everything that stands in the way, in a fixed order; empty when the run may start.
  public static func obstacles(
    to request: RunRequest, of version: ChecklistVersion, given facts: StartFacts, at now: Instant
  ) -> [Obstacle] {
    var obstacles: [Obstacle] = []
    if request.pair.count < 2 {
      obstacles.append(
        Obstacle(.pair, "a run takes a pair, and \(request.pair.first?.text ?? "nobody") would be alone"))
    }
    if let other = facts.activeRuns.first {
      obstacles.append(Obstacle(.oneRunAnEnvironment, "run \(other) is active in \(request.environment.name)"))
    }
    obstacles += redlines(version, facts.redlines)
    guard request.environment.kind == .production else { return obstacles }
    if let obstacle = staging(request, version, facts) { obstacles.append(obstacle) }
    return obstacles + calendar(version, facts.team, now)
  }

  /// Rule 7: an open redline is shown; one on a killer step is settled first.
  private static func redlines(_ version: ChecklistVersion, _ redlines: [Lesson]) -> [Obstacle] {
    redlines.filter { lesson in
      // A line that is to come next to a killer says nothing against that one.
      if case .add = lesson.edit { return false }
      return version.steps.contains { $0.isKiller && $0.id == lesson.step }
    }.map { lesson in
      Obstacle(
        .redline,
        "lesson \(lesson.number), a redline on killer step \(lesson.step?.text ?? ""), is open: \(lesson.text); "
          + "fold it, make an item of it, or decline it")
    }
  }

  /// The proof that the run would rest on, where there is one.
  public static func proof(for artifact: Artifact, in proofs: [StagingProof]) -> StagingProof? {
    proofs.first { artifact.digest == nil || $0.digest?.lowercased() == artifact.digest?.lowercased() }
  }

  private static func staging(_ request: RunRequest, _ version: ChecklistVersion, _ facts: StartFacts) -> Obstacle? {
    guard version.settings.withoutStaging == nil, proof(for: request.artifact, in: facts.proofs) == nil else {
      return nil
    }
    let artifact = request.artifact
    guard let digest = artifact.digest, let near = facts.proofs.first else {
      return Obstacle(.stagingFirst, "no successful run and no attestation shows \(artifact) in staging")
    }
    let theirs = near.digest.map { "with digest \($0)" } ?? "without a digest, so it could not be checked"
    return Obstacle(
      .stagingFirst, "\(near) shows \(artifact) in staging \(theirs), and this run is for digest \(digest)")
  }

  private static func calendar(_ version: ChecklistVersion, _ team: Team, _ now: Instant) -> [Obstacle] {
    guard let zone = team.zone else {
      return [
        Obstacle(
          .workingHours,
          "the calendar (start window, hours, holidays, freezes) could not be checked: time zone \(team.timeZone) is unknown"
        )
      ]
    }
    let time = CivilTime(now, in: zone)
    let reading = "\(time.isoDate) \(time.clock) \(team.timeZone)"
    var obstacles: [Obstacle] = []
    if let window = version.settings.start, !window.contains(time) {
      obstacles.append(
        Obstacle(.startWindow, "\(version.reference.checklist) starts \(window.text), and it is \(reading)"))
    }
    if !team.hours.contains(time) {
      obstacles.append(Obstacle(.workingHours, "team \(team.name) works \(team.hours.text), and it is \(reading)"))
    }
    if let holiday = team.holidays.first(where: { $0.date == time.isoDate }) {
      obstacles.append(Obstacle(.holiday, "\(holiday.date) is a holiday of team \(team.name)\(named(holiday.name))"))
    }
    if let freeze = team.freezes.first(where: { $0.contains(time.isoDate) }) {
      obstacles.append(
        Obstacle(.freeze, "production is frozen from \(freeze.from) through \(freeze.through)\(named(freeze.reason))"))
    }
    return obstacles
  }

  private static func named(_ name: String) -> String { name.isEmpty ? "" : ": \(name)" }
}
