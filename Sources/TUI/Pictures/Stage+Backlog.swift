import Domain
import Store

extension Stage {
  /// The same team with a backlog: work in every panel, some of it blocked, unestimated or rejected.
  func grooming() throws -> Stage {
    // The backlog that its screen opens on.
    let team = try store.read { reader in
      let own = try reader.people().first { $0.handle == actor.handle }?.teams.first
      return try own.map { try reader.team($0) } ?? reader.teams().first
    }
    guard let team else { throw Missing.noTeamYet }
    let week: Int64 = 7 * 24 * 60
    let numbers = try store.perform(AddItems(Self.drafts(for: team.name)), by: actor, at: now - .minutes(2 * week))
    let started = Array(numbers.prefix(4))
    try store.perform(
      EditItems(started) { item in if item.owners.isEmpty { item.owners = [Handle("bo"), Handle("cy")] } },
      by: actor, at: now - .minutes(week))
    try store.perform(AdvanceItems(started, .ahead), by: actor, at: now - .minutes(week))
    try store.perform(AdvanceItems(Array(started.prefix(2)), .ahead), by: actor, at: now - .minutes(week / 2))
    try store.perform(AdvanceItems(Array(started.prefix(2)), .ahead), by: actor, at: now - .minutes(week / 3))
    try store.perform(AdvanceItems([numbers[0]], .ahead), by: actor, at: now - .minutes(600))
    try store.perform(
      AdvanceItems([numbers[1]], .back, reason: "the buffers still fill within a minute"), by: actor,
      at: now - .minutes(400))
    try store.perform(
      CommentOnItem(numbers[4], text: "The network team gives us the new range **on Thursday**."), by: actor,
      at: now - .minutes(300))
    try store.perform(
      DecideGrooming(numbers[1], .keep, why: "cy goes on with it today"), by: actor, at: now - .minutes(9))
    try store.perform(DecideGrooming(numbers[10], .keep), by: actor, at: now - .minutes(8))
    try finish(Self.finished, for: team.name)
    return self
  }

  /// What was done in the weeks before, so that there is a velocity: how many weeks ago, and the points of each.
  private static let finished: [(weeks: Int64, titles: [(String, ItemType, Int?)])] = [
    (6, [("A dashboard for the routers", .feature, 5), ("Rotate the blobstore's keys", .toil, nil)]),
    (
      5,
      [
        ("Canaries before the rest", .feature, 5), ("Drain the cells in turn", .feature, 3),
        ("Restart the stuck workers", .toil, nil), ("Clear the full disks", .toil, nil),
      ]
    ),
    (4, [("Alerts that name their runbook", .feature, 3), ("Resize the database by hand", .toil, nil)]),
    (
      3,
      [
        ("Manifests in one repository", .feature, 8), ("Flaky smoke test", .bug, nil),
        ("Tidy the pipelines", .chore, nil),
      ]
    ),
    (2, [("Stemcells from the mirror", .feature, 3), ("Backups that are tried", .feature, 2)]),
    (1, [("Certificates that renew themselves", .feature, 5), ("Prune old releases", .toil, nil)]),
  ]

  private func finish(
    _ history: [(weeks: Int64, titles: [(String, ItemType, Int?)])], for team: TeamName
  ) throws {
    let day: Int64 = 24 * 60
    for (weeks, titles) in history {
      let drafts = titles.map { title, type, points in
        ItemDraft(team: team, title: title, type: type, state: .unstarted, points: points, target: .top)
      }
      let end = now - .minutes(weeks * 7 * day)
      let numbers = try store.perform(AddItems(drafts), by: actor, at: end - .minutes(12 * day))
      for (index, number) in numbers.enumerated() {
        let late = Int64(index % 3) * day
        try store.perform(
          AdvanceItems([number], .to(.started), override: "as it was"), by: actor, at: end - .minutes(4 * day - late))
        try store.perform(
          AdvanceItems([number], .to(.accepted), override: "as it was"), by: actor, at: end - .minutes(2 * day - late))
      }
    }
  }

  private static func drafts(for team: TeamName) -> [ItemDraft] {
    func draft(
      _ title: String, _ type: ItemType = .feature, _ points: Int? = nil, _ labels: [String] = [],
      owners: [Handle] = [], blockers: [Blocker] = [], due: String? = nil, state: ItemState = .unstarted
    ) -> ItemDraft {
      ItemDraft(
        team: team, title: title, type: type, state: state, points: points, labels: labels, owners: owners,
        blockers: blockers, due: due, target: .bottom)
    }
    var ports = draft(
      "Move the runners off the ephemeral ports", .feature, 5, ["runner", "ports"],
      owners: [Handle("bo"), Handle("dee")], blockers: [Blocker(text: "the network team's new range")],
      due: "2026-12-04")
    ports.description =
      "The kernel gives ports from **32768** on to whoever asks:\n\n- list what listens there\n- move it"
    ports.tasks = [ItemTask("Ask for a range", isDone: true), ItemTask("Change the manifest")]
    return [
      draft("Drain routers one at a time", .feature, 3, ["router"]),
      draft("Give the aggregators' buffers a dashboard", .feature, 2, ["metrics"]),
      draft("Rotate the director's certificates", .chore, nil, ["certs"]),
      draft("Compare release digests without reading them aloud", .feature, 2),
      ports,
      draft("Canary falls over two minutes after it was healthy", .bug, nil, ["canary"]),
      draft("Delete orphaned disks by hand", .toil, nil, ["disks"]),
      draft("v207 in production", .release, nil, due: "2026-12-11"),
      draft("Publish the release from the pipeline", .feature, 8, ["pipeline"]),
      draft("Smoke tests in less than ten minutes", .feature, nil),
      draft("A second availability zone", .feature, nil, ["network"], state: .unscheduled),
      draft("Logs of evacuated cells are lost", .bug, nil, ["logs"], state: .unscheduled),
    ]
  }
}
