import Domain

extension Demo {
  /// The platform's releases, one a week: staging at noon, prod the next morning.
  enum Releases {
    static let name = "new-release"

    /// Its digest is the same in staging and prod, and both runs name it.
    static func artifact(_ version: String) -> Artifact {
      let artifact = Artifact(name: "cf-release", version: version)
      return Artifact(
        name: artifact.name, version: version, digest: "sha256:" + StepValues.digest(of: artifact))
    }

    /// The final release is published after prod only.
    static let notPublished = Beat.at("publish", .settles(.notApplicable, .given("after prod only")))

    static func staging(
      _ version: String, _ pair: String, _ begins: Moment, named name: String? = nil, _ beats: [Beat] = []
    ) -> Chapter {
      Chapter(
        name ?? "\(version)-staging", Self.name, in: "staging", artifact(version), parameters: ["version": version],
        pair: pair, begins: begins, beats: [notPublished] + beats)
    }

    static func prod(
      _ version: String, _ pair: String, _ begins: Moment, _ beats: [Beat] = [], _ afterwards: [Afterwards] = []
    ) -> Chapter {
      Chapter(
        "\(version)-prod", name, in: "prod", artifact(version), parameters: ["version": version], pair: pair,
        begins: begins, beats: beats, afterwards: afterwards)
    }

    static let chapters: [Chapter] = [
      staging(
        "v198", "dee+bo", .week(-8, .tuesday, "13:05"), [.at("canary", .fails("the old image was cached", next: 6))]),
      prod(
        "v198", "bo+dee", .week(-8, .wednesday, "09:12"),
        [.after("close", .note("dee", "First one by the list. It held."))]),

      // Nobody had told support.
      staging("v199", "cy+eli", .week(-7, .monday, "13:10")),
      prod(
        "v199", "ana+cy", .week(-7, .tuesday, "09:08"),
        [
          .after("deploy", .joins("sam", .observer)),
          .after("deploy", .note("sam", "Customers ask us about restarts. We did not know that you deploy today.")),
          .at(
            "dashboards", .settles(.deferred, .given("the router's new dashboard is not promoted from staging yet"))),
        ]),

      // A rehearsal, for eli's first time and because the way back had never been walked.
      staging(
        "v200", "eli+dee", .week(-6, .monday, "10:02"), named: "v200-rehearsal",
        [
          .at("canary", .note("eli", "If this were real, which manifest would we go back to? Nobody has kept one."))
        ]
      ).with { $0.isRehearsal = true },
      staging("v200", "fumi+bo", .week(-6, .tuesday, "13:15")),
      prod(
        "v200", "eli+bo", .week(-6, .wednesday, "09:14"), [.at("manifests", .ticksTooEarly("that was the line below"))]
      ).with { $0.plan = (.week(-6, .monday, "16:20"), "eli", "support, the card desk") },

      // Port 34567.
      staging("v201", "gus+ana", .week(-5, .monday, "13:04")),
      prod(
        "v201", "ana+dee", .week(-5, .tuesday, "09:06"),
        [
          .at(
            "runners",
            .fails(
              "runner_z1/96 failed after 95 had worked: cannot bind 0.0.0.0:34567, address already in use", next: 2)),
          .at("runners", .attaches("dee", name: "ss-runner-96.txt", ssOfRunner96)),
          .at("runners", .note("dee", "The agent there got 34567 from the ephemeral range before we asked for it.")),
          .after("runners", .note("ana", "Moved the port to 24567 in the manifest, deployed again: 96 is healthy.")),
        ]),

      // The canary on the same port, found by the canary this time; and then the logs.
      staging(
        "v202", "bo+cy", .week(-4, .monday, "13:08"),
        [
          .at("canary", .fails("canary runner_z1/0: port 34567 in use", next: 14)),
          .at(
            "canary",
            .note("cy", "staging.yml had a copy of the old port; run {v201-prod} changed prod only. Fixed in both.")),
        ]),
      prod(
        "v202", "fumi+gus", .week(-4, .tuesday, "09:11"),
        [
          .at(
            "dashboards",
            .fails(
              "no logs from 31 apps for 4 minutes: dropped while the log aggregators restarted one by one", next: 11)),
          .at("dashboards", .attaches("gus", name: "dropped-logs.csv", droppedLogs)),
          .after(
            "dashboards", .note("fumi", "Buffers hold 90 seconds with 3 aggregators. With 5 they would have held.")),
        ]),

      // Fine in the evening, wrong in the morning.
      staging(
        "v203", "dee+eli", .week(-3, .monday, "13:02"),
        [
          .at("stemcell", .settles(.skipped, .owed)),
          .after("smoke", .givesReason(step: "stemcell", "the same since Monday, seen in run {v202-prod}", by: "dee")),
        ]),
      prod(
        "v203", "cy+bo", .week(-3, .tuesday, "09:20"), [],
        [
          .init(
            .week(-3, .wednesday, "11:35"), by: "bo",
            .marksRolledBack("incident 11: errors at the load balancers rose all night, 0.2 % to 3 %", by: "v202-again")
          )
        ]),
      Chapter(
        "v202-again", name, in: "prod", artifact("v202"), parameters: ["version": "v202"], pair: "bo+ana",
        begins: .week(-3, .wednesday, "09:04"),
        beats: [
          .at("announce", .note("bo", "Back to v202 for incident 11; run {v203-prod} is the one that goes.")),
          .at("publish", .settles(.notApplicable, .given("published a week ago"))),
        ]
      ).with { chapter in
        chapter.incident = 11
        chapter.pace = 55
      },

      // Not the artifact that CI had tested.
      staging(
        "v204", "gus+fumi", .week(-2, .monday, "13:00"), named: "v204-refused",
        [
          .at("identity", .fails("the digest is not the one that CI tested", next: 5)),
          .at("identity", .aborts("the tag of v204 was moved after CI had tested it; built again as it was")),
        ]),
      staging("v204", "gus+fumi", .week(-2, .tuesday, "13:20")),
      prod(
        "v204", "dee+gus", .week(-2, .wednesday, "09:15"),
        [.at("deploy", .goesOnAlone("Gus's line is down; his phone says he sees the same difference as I do"))],
        [.init(.week(-2, .wednesday, "14:05"), by: "gus", .countersigns(step: "deploy"))]),

      // Slow, into the next shift.
      staging("v205", "ana+eli", .week(-1, .monday, "13:12"), [.at("director", .confirmsAtOneTerminal)]),
      prod(
        "v205", "cy+fumi", .week(-1, .tuesday, "09:25"),
        [
          .at("aggregators", .pauses("the cloud's API answers with 503", minutes: 22)),
          .after("deploy", .handsOver(from: "cy", to: "ana")),
          .at("runners", .note("fumi", "runner_z1/71 takes 9 minutes: its disk is 96 % full.")),
        ]),

      // What prod is getting today.
      staging("v206", "bo+dee", .lastDeployDay("13:18")),
    ]

    private static let ssOfRunner96 = """
      State   Recv-Q  Send-Q  Local Address:Port  Process
      LISTEN  0       128     0.0.0.0:22          users:(("sshd",pid=611,fd=3))
      ESTAB   0       0       10.0.16.96:34567    users:(("bosh-agent",pid=702,fd=9))

      """

    private static let droppedLogs = """
      aggregator,restarted,dropped
      log_aggregator_z1/0,10:41:07,1204
      log_aggregator_z1/1,10:42:31,3377
      log_aggregator_z2/0,10:43:58,2950

      """
  }
}
