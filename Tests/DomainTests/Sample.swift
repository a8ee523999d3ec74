import Domain

/// The sample world: a Monday morning, ana and bo on the pair, cy who helps and oz who watches.
extension Instant {
  /// 2026-12-07T09:30:00Z, a Monday; sample runs start then.
  static let t0 = Instant(milliseconds: 1_796_635_800_000)
  /// When sample actions happen unless a test says otherwise: ten minutes into the run.
  static let t10 = t0 + .minutes(10)
}

extension Actor {
  /// Somebody at their own login.
  static func own(_ who: Handle) -> Actor { Actor(login: who.text, uid: 1000, person: who) }
  /// Somebody whose name was typed at another's terminal with `--as`.
  static func typed(_ who: Handle, at owner: Handle) -> Actor {
    Actor(login: owner.text, uid: 1000, person: owner, actingAs: who)
  }
  /// Somebody at a login that several people use.
  static func shared(_ who: Handle) -> Actor { Actor(login: "ops", uid: 900, person: who) }

  static let ana = own("ana")
  static let bo = own("bo")
  static let cy = own("cy")
  static let oz = own("oz")
}

extension Step {
  static func line(
    _ id: StepID, _ section: Section = .during, under parent: StepID? = nil,
    _ change: (inout StepAttributes) -> Void = { _ in }
  ) -> Step {
    var attributes = StepAttributes()
    change(&attributes)
    return Step(id: id, number: 0, section: section, parent: parent, text: "Do \(id)", attributes: attributes)
  }

  static func killer(_ id: StepID, _ section: Section = .during, under parent: StepID? = nil) -> Step {
    line(id, section, under: parent) { $0.isKiller = true }
  }

  static func deploys(_ id: StepID, noReturn: Bool = false) -> Step {
    line(id) {
      $0.deploys = true
      $0.isNoReturn = noReturn
    }
  }

  static func asks(_ id: StepID, _ what: String, under parent: StepID? = nil) -> Step {
    line(id, under: parent) { $0.value = what }
  }

  static func waits(_ id: StepID, _ wait: Duration, under parent: StepID? = nil) -> Step {
    line(id, under: parent) { $0.wait = wait }
  }

  static func when(
    _ id: StepID, _ parameter: String, is value: String, not: Bool = false, in section: Section = .during,
    under parent: StepID? = nil
  ) -> Step {
    line(id, section, under: parent) { $0.condition = StepCondition(parameter: parameter, isEqual: !not, value: value) }
  }
}

extension ChecklistVersion {
  /// Version 3 of `release`, its steps put in the order of a run and numbered.
  static func sample(_ steps: [Step], settings: ChecklistSettings = ChecklistSettings()) -> ChecklistVersion {
    let ordered = Section.allCases.flatMap { section in steps.filter { $0.section == section } }
    let numbered = ordered.enumerated().map { index, step in step.with(number: index + 1) }
    return ChecklistVersion(
      reference: VersionReference(checklist: ChecklistName("release"), number: 3), title: "Release",
      settings: settings, steps: numbered, author: "ana", madeAt: .t0 - .minutes(60))
  }
}

extension Run {
  /// A run that has begun in staging at `t0`.
  static func sample(
    _ steps: Step..., pair: [Handle] = ["ana", "bo"], parameters: [String: String] = [:]
  ) throws -> Run {
    try begun(steps, pair: pair, parameters: parameters)
  }

  static func begun(_ steps: [Step], pair: [Handle] = ["ana", "bo"], parameters: [String: String] = [:]) throws -> Run {
    let version = ChecklistVersion.sample(steps)
    let request = RunRequest(
      environment: .staging, artifact: .release, pair: pair, parameters: parameters,
      override: pair.count < 2 ? "bo is ill" : nil)
    let entries = try request.start(
      of: version, given: StartFacts(team: .sample), returning: [], by: .ana, at: .t0)
    return Run(
      number: RunNumber(42), version: version, team: TeamName("platform"), environment: .staging, artifact: .release,
      parameters: parameters, entries: entries.numbered())
  }

  /// A run that is only planned, for a day after `t0`.
  static func planned(_ steps: Step...) throws -> Run {
    let version = ChecklistVersion.sample(steps)
    let plan = Plan(at: .t0 + .minutes(1440), told: "support")
    let request = RunRequest(environment: .staging, artifact: .release, pair: ["ana", "bo"], plan: plan)
    return Run(
      number: RunNumber(42), version: version, team: TeamName("platform"), environment: .staging, artifact: .release,
      plan: plan, entries: try request.planned(of: version, by: .ana, at: .t0).numbered())
  }
}

extension [Entry] {
  /// With `seq` from 1, as the store keeps them.
  func numbered() -> [Entry] {
    enumerated().map { index, entry in
      var entry = entry
      entry.seq = index + 1
      return entry
    }
  }
}

extension Environment {
  static let staging = Environment(name: "staging", kind: .staging)
  static let prod = Environment(name: "prod", kind: .production)
}

extension Artifact {
  static let release = Artifact(name: "cf-release", version: "v205")
}

extension Team {
  static let sample = Team(name: TeamName("platform"))
}

extension Handle: ExpressibleByStringLiteral {
  public init(stringLiteral text: String) { self.init(text) }
}

extension StepID: ExpressibleByStringLiteral {
  public init(stringLiteral text: String) { self.init(text) }
}
