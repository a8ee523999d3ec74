import Domain

extension Demo {
  /// The application team's own deploys, in its own environments.
  enum Payments {
    static let name = "payments-deploy"

    private static let versions: [(version: String, week: Int, pair: String)] = [
      ("4.8.0", -8, "hana+ivo"), ("4.8.1", -7, "ivo+jun"), ("4.8.2", -6, "jun+hana"), ("4.9.0", -5, "ivo+hana"),
      ("4.9.1", -4, "ivo+jun"), ("4.9.2", -3, "jun+hana"), ("4.10.0", -2, "hana+ivo"), ("4.10.1", -1, "ivo+jun"),
      ("4.10.2", 0, "jun+hana"),
    ]

    private static let beats: [String: [Beat]] = [
      "4.8.1-pay-staging": [.at("cent", .fails("the test card has expired", next: 25))],
      "4.9.0-pay-prod": [
        .at("watch", .fails("4 % refused that were not before", next: 1)),
        .at("watch", .rollsBack("4 % of the payments refused since all traffic went over")),
      ],
      "4.9.2-pay-prod": [.at("card-desk", .joins("sam", .observer))],
      "4.10.0-pay-staging": [.at("push", .aborts("the build is last week's"))],
    ]

    static func chapter(_ version: String, in environment: String, _ pair: String, _ begins: Moment) -> Chapter {
      let name = "\(version)-\(environment)"
      return Chapter(
        name, Self.name, in: environment, Artifact(name: "payments", version: version),
        parameters: ["version": version], pair: pair, begins: begins, beats: beats[name] ?? [])
    }

    static let chapters: [Chapter] =
      versions.flatMap { one in
        [
          chapter(one.version, in: "pay-staging", one.pair, .week(one.week, .tuesday, "15:10")),
          chapter(one.version, in: "pay-prod", one.pair, .week(one.week, .wednesday, "13:15")),
        ]
      } + [
        chapter("4.10.0", in: "pay-staging", "hana+ivo", .week(-2, .tuesday, "16:20"))
          .with { chapter in
            chapter.name = "4.10.0-again"
            chapter.beats = []
          }
      ]
  }
}
