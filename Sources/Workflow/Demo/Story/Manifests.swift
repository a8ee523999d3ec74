import ChecklistFile
import Domain

extension Demo {
  /// Small changes of the topology: a table of what, when and by whom, and what was odd about a few of them.
  enum Manifests {
    static let name = "manifest-only"

    /// What changed, in which week (staging on Wednesday and prod on Thursday, or both on Friday), and the pair.
    private static let changes: [(what: String, week: Int, isFriday: Bool, pair: String)] = [
      ("routers-z2", -8, false, "cy+ana"),
      ("smaller-api", -8, true, "dee+fumi"),
      ("four-routers", -7, false, "eli+cy"),
      ("disk-classes", -6, false, "bo+gus"),
      ("uaa-zones", -6, true, "ana+fumi"),
      ("cell-quota", -5, false, "gus+dee"),
      ("router-share", -4, false, "eli+ana"),
      ("aggregators-5", -4, true, "fumi+gus"),
      ("night-cells", -3, false, "cy+eli"),
      ("doppler-out", -2, false, "bo+dee"),
      ("nats-tls", -2, true, "gus+ana"),
      ("cells-z3", -1, false, "dee+cy"),
      ("api-timeouts", -1, true, "bo+fumi"),
      ("cells-z3-more", 0, false, "cy+eli"),
    ]

    private static let beats: [String: [Beat]] = [
      "four-routers-prod": [.after("count", .note("cy", "They run. Nobody has looked at what they serve."))],
      "uaa-zones-staging": [.at("quota", .aborts("no address left in the second zone; ordered, back next week"))],
      "uaa-zones-prod": [.at("quota", .settles(.overridden, .given("ordered at noon, confirmed by the cloud's desk")))],
      "router-share-prod": [.at("count", .fails("router_z2/3 is failing: wrong certificate", next: 7))],
      "night-cells-prod": [
        .at("quota", .settles(.deferred, .given("the quota page is down; nothing new is ordered by this change")))
      ],
      "doppler-out-staging": [.after("drain", .note("dee", "One doppler held on to 40 streams for 6 minutes."))],
      "cells-z3-staging": [.at("deploy", .joins("sam", .observer)), .after("deploy", .leaves("sam"))],
    ]

    static func artifact(_ what: String) -> Artifact { Artifact(name: "manifests", version: commit(of: what)) }

    static func commit(of what: String) -> String {
      String(ChecklistDocument.sha256(of: Array(what.utf8)).prefix(7))
    }

    static func parameters(_ what: String) -> [String: String] {
      ["commit": commit(of: what), "shrinks": what.hasSuffix("-out") || what.hasPrefix("smaller") ? "yes" : "no"]
    }

    static let chapters: [Chapter] = changes.flatMap { change in
      let days: [(String, Moment)] =
        change.isFriday
        ? [("staging", .week(change.week, .friday, "09:20")), ("prod", .week(change.week, .friday, "13:40"))]
        : [("staging", .week(change.week, .wednesday, "09:35")), ("prod", .week(change.week, .thursday, "13:30"))]
      return days.map { environment, begins in
        let name = "\(change.what)-\(environment)"
        return Chapter(
          name, Self.name, in: environment, artifact(change.what), parameters: parameters(change.what),
          pair: change.pair, begins: begins, beats: beats[name] ?? []
        ).with { chapter in
          // Staging was given up for want of addresses; prod went ahead on CI's word.
          if name == "uaa-zones-prod" { chapter.plan = (.week(-6, .friday, "10:05"), "fumi", "support") }
        }
      }
    }
  }
}
