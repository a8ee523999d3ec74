import Domain

extension Demo {
  /// The operating system underneath: two by plan, one in the night.
  enum Stemcells {
    static let name = "stemcell-upgrade"

    static func artifact(_ version: String) -> Artifact { Artifact(name: "ubuntu-jammy", version: version) }

    static func chapter(
      _ version: String, in environment: String, _ pair: String, _ begins: Moment, cve: String = "none",
      _ beats: [Beat] = [], _ afterwards: [Afterwards] = []
    ) -> Chapter {
      Chapter(
        "\(version)-\(environment)", name, in: environment, artifact(version),
        parameters: ["stemcell": version, "cve": cve], pair: pair, begins: begins, beats: beats,
        afterwards: afterwards)
    }

    /// - Parameter year: that of `now`, for the vulnerability's name.
    static func chapters(in year: Int) -> [Chapter] {
      let cve = "CVE-\(year)-31337"
      return [
        chapter(
          "1.423", in: "staging", "gus+dee", .week(-7, .wednesday, "13:10"),
          [
            .at("deploy", .fails("no address left for 2 compiling workers", next: 12)),
            .after(
              "deploy", .note("gus", "Ten more addresses for the compiling network; they are in the manifest now.")),
          ]),
        chapter("1.423", in: "prod", "dee+gus", .week(-7, .thursday, "09:10")),
        chapter("1.439", in: "staging", "eli+bo", .week(-5, .wednesday, "13:05")),
        chapter(
          "1.439", in: "prod", "bo+cy", .week(-5, .thursday, "09:16"),
          [.after("watch", .attaches("cy", name: "memory.txt", "runner_z1/12  71 %\nrunner_z1/80  70 %\n"))]),

        // Incident 12: an exploit was out, and nobody waited for the morning.
        chapter("1.446", in: "staging", "ana+gus", .week(-3, .wednesday, "18:40"), cve: cve).with { chapter in
          chapter.incident = 12
          chapter.pace = 50
        },
        chapter(
          "1.446", in: "prod", "ana+gus", .week(-3, .wednesday, "21:50"), cve: cve,
          [
            .at("release-notes", .settles(.skipped, .owed)),
            .at("announce", .joins("cy", .helper)),
            .after("deploy", .note("cy", "Scanner sees the new openssl from outside. From inside nobody has looked.")),
            .after(
              "smoke", .givesReason(step: "release-notes", "read for staging, three hours before", by: "gus")),
          ],
          [
            .init(
              .week(-3, .thursday, "09:40"), by: "bo",
              .note("Reviewed the morning after: right to go at night; the proof from inside is what we lacked."))
          ]
        ).with { chapter in
          chapter.incident = 12
          chapter.override = "incident 12: \(cve) is being exploited; its lead decided not to wait for the morning"
          chapter.pace = 60
        },

        chapter("1.460", in: "staging", "fumi+eli", .week(-1, .wednesday, "13:30")),
        chapter(
          "1.460", in: "prod", "eli+fumi", .week(-1, .thursday, "09:05"),
          [
            .after("deploy", .handsOver(from: "fumi", to: "dee"))
          ]),
      ]
    }
  }
}
