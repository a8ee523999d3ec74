import Domain
import Store

extension Demo {
  /// What is under way at `now`, and what is on the calendar: the screens' first picture.
  enum Today {
    static func chapters(on calendar: Calendar) -> [Chapter] {
      [release.with { $0.override = reasonNow(on: calendar) }, stemcell]
    }

    /// v206 in prod, begun a little more than an hour ago; the canary failed once on the port of old, and the deploy runs.
    private static let release = Releases.prod(
      "v206", "ana+bo", .ago(66),
      [
        .at("canary", .clock(.ago(29))),
        .at("canary", .fails("canary runner_z1/0: port 34567 in use", next: 0)),
        .at(
          "canary",
          .note(
            "bo", "This happened before: run {v201-prod}. The new metrics agent asks for it, and no manifest says so.")),
        .at(
          "canary",
          .attaches("bo", name: "ss-runner-0.txt", "ESTAB 10.0.16.10:34567 users:((\"metrics-agent\",pid=811,fd=7))\n")),
        .at("canary", .clock(.ago(19))),
        .after("canary", .note("ana", "The metrics agent is bound to 9100 now. Second try: healthy.")),
        .at("deploy", .clock(.ago(12))),
        .at("deploy", .isUnderWay(by: "ana")),
      ]
    ).with { chapter in
      chapter.plan = (.lastDeployDay("16:45"), "ana", "support; Dee for the router")
      chapter.pace = 70
    }

    /// The next stemcell in staging: bo has read the director's name, and waits for ana, who owes a reason.
    private static let stemcell = Stemcells.chapter(
      "1.471", in: "staging", "ana+bo", .ago(41),
      [
        .at("quota", .settles(.skipped, .owed, by: "ana")),
        .at("director", .clock(.ago(8))),
        .at("director", .awaitsConfirmation(by: "bo")),
      ]
    ).with { $0.pace = 60 }

    /// Why prod cannot wait; nil where the rules let it start by themselves.
    private static func reasonNow(on calendar: Calendar) -> String? {
      let begins = CivilTime(calendar.instant(release.begins), in: calendar.zone)
      guard let window = WeeklyWindow("Mon-Thu 09:00-11:30"), !window.contains(begins) else { return nil }
      return
        "v205's router leaks a connection a request: it does not last until the next window; Dee and support are at hand"
    }

    /// CI's word for what staging has not run.
    static let attestations: [(at: Moment, command: Attest)] = [
      (.week(-6, .friday, "12:30"), attest(Manifests.artifact("uaa-zones"), build: 5120)),
      (.ago(95), attest(Manifests.artifact("routers-z3"), build: 5733)),
    ]

    private static func attest(_ artifact: Artifact, build: Int) -> Attest {
      Attest(
        team: TeamName("platform"), environment: "staging", artifact: artifact,
        url: "https://ci.example.com/teams/platform/builds/\(build)")
    }

    /// Two runs on the calendar.
    static func plans(on calendar: Calendar) -> [Act] {
      func plan(_ name: String, _ order: RunOrder, for begins: Moment, at made: Moment, by who: Who) -> Act {
        let plan = Plan(at: calendar.instant(begins), told: "support")
        return Act(calendar.instant(made), by: who, .run(name) { _ in PlanRun(order, plan: plan) })
      }
      let routers = RunOrder(
        checklist: ChecklistName(Manifests.name), environment: "prod", artifact: Manifests.artifact("routers-z3"),
        pair: [Handle("cy"), Handle("dee")], parameters: Manifests.parameters("routers-z3"))
      let stemcell = RunOrder(
        checklist: ChecklistName(Stemcells.name), environment: "prod", artifact: Stemcells.artifact("1.471"),
        pair: [Handle("bo"), Handle("ana")], parameters: ["stemcell": "1.471"])
      return [
        plan("routers-z3-prod", routers, for: .nextWorkday("10:00"), at: .ago(80), by: "cy"),
        plan("1.471-prod", stemcell, for: .week(1, .tuesday, "09:15"), at: .ago(75), by: "bo"),
      ]
    }
  }
}
