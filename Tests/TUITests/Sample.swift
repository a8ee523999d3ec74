import Domain
import Store
import Terminal

@testable import TUI

/// The sample world: a Monday morning in staging, ana and bo on the pair, cy and oz not.
extension Instant {
  /// 2026-12-07T09:30:00Z, a Monday; sample runs start then.
  static let t0 = Instant(milliseconds: 1_796_635_800_000)
}

extension Actor {
  static func own(_ who: Handle) -> Actor { Actor(login: who.text, uid: 1000, person: who) }
}

extension Step {
  static func line(
    _ id: String, _ section: Section = .during, _ text: String? = nil, under parent: String? = nil, body: String = "",
    fences: [Fence] = [], _ change: (inout StepAttributes) -> Void = { _ in }
  ) -> Step {
    var attributes = StepAttributes()
    change(&attributes)
    return Step(
      id: StepID(id), number: 0, section: section, parent: parent.map { StepID($0) }, depth: parent == nil ? 0 : 1,
      text: text ?? "Do \(id)", body: body, fences: fences, attributes: attributes)
  }
}

extension ChecklistVersion {
  static func sample(
    _ steps: [Step], name: String = "release", settings: ChecklistSettings = ChecklistSettings(), prompt: String = ""
  ) -> ChecklistVersion {
    let ordered = Section.allCases.flatMap { section in steps.filter { $0.section == section } }
    let numbered = ordered.enumerated().map { index, step in step.with(number: index + 1) }
    return ChecklistVersion(
      reference: VersionReference(checklist: ChecklistName(name), number: 3), title: "Release", settings: settings,
      steps: numbered, rollbackPrompt: prompt, author: "ana", madeAt: .t0)
  }

  /// Ten steps that show everything there is.
  static let deploy = sample(
    [
      .line("announce", .pre, "Tell the operations channel") { $0.role = "driver" },
      .line("manifests", .pre, "Pull the manifests"),
      .line("jump", .during, "Log in to the jump box"),
      .line(
        "deploy", .during, "Deploy {{version}}, and watch the canaries",
        body:
          "Watch the first canary to its end.\n\n```sh\nbosh -n deploy cf.yml -v {{version}}\n```\n\nExpect 95 runners updated, none failed.",
        fences: [Fence(language: "sh", code: "bosh -n deploy cf.yml -v {{version}}")]
      ) {
        $0.isKiller = true
        $0.deploys = true
        $0.expect = .minutes(60)
        $0.value = "updated; failed"
      },
      .line("settle", .during, "Wait, and watch the dashboard") { $0.wait = .minutes(15) },
      .line("runners", .during, "Every runner on the new release"),
      .line("zone1", .during, "Zone 1", under: "runners"),
      .line("zone2", .during, "Zone 2", under: "runners"),
      .line("eu", .during, "Tell the EU desk") {
        $0.condition = StepCondition(parameter: "zone", isEqual: true, value: "eu")
      },
      .line("publish", .post, "Publish the final release"),
      .line("rollback-deploy", .rollback, "Deploy the previous manifest") { $0.deploys = true },
    ],
    settings: ChecklistSettings(
      environments: ["staging", "prod"], expected: .minutes(180),
      parameters: [Parameter(name: "version", ask: "Release version, for example v205", pattern: "^v[0-9]+$")]),
    prompt: "Roll back when more than one runner fails.")
}

extension Run {
  static func begun(
    _ version: ChecklistVersion = .deploy, number: Int = 42, pair: [Handle] = ["ana", "bo"],
    returning: [ReturningStep] = []
  ) throws -> Run {
    let request = RunRequest(
      environment: .staging, artifact: .release, pair: pair, parameters: ["version": "v205"],
      override: pair.count < 2 ? "bo is ill" : nil)
    let entries = try request.start(
      of: version, given: StartFacts(team: .sample), returning: returning, by: .own("ana"), at: .t0)
    return Run(
      number: RunNumber(number), version: version, team: TeamName("platform"), environment: .staging,
      artifact: .release, parameters: ["version": "v205"], entries: entries.numbered())
  }

  static func planned() throws -> Run {
    let plan = Plan(at: .t0 + .minutes(60), told: "support")
    let request = RunRequest(
      environment: .staging, artifact: .release, pair: ["ana", "bo"], parameters: ["version": "v205"], plan: plan)
    return Run(
      number: RunNumber(42), version: .deploy, team: TeamName("platform"), environment: .staging, artifact: .release,
      parameters: ["version": "v205"], plan: plan,
      entries: try request.planned(of: .deploy, by: .own("ana"), at: .t0).numbered())
  }

  mutating func act(_ action: RunAction, by who: Handle = "ana", at minutes: Int64 = 0) throws {
    append(try decide(action, by: .own(who), at: Moment(.t0 + .minutes(minutes))))
  }

  mutating func tick(_ steps: StepID..., by who: Handle = "ana", value: String? = nil, at minutes: Int64 = 0) throws {
    for step in steps { try act(.settle(step, Settlement(.done, value: value)), by: who, at: minutes) }
  }
}

extension [Entry] {
  func numbered(after last: Int = 0) -> [Entry] {
    enumerated().map { index, entry in
      var entry = entry
      entry.seq = last + index + 1
      return entry
    }
  }
}

extension Environment {
  static let staging = Environment(name: "staging", kind: .staging)
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
