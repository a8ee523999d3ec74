import Domain

@testable import Exchange

/// A backlog that has everything once.
enum ItemSample {
  static let names: [Handle: String] = [Handle("ana"): "Ana Ruiz (ops)", Handle("bo"): "Bo"]
  static let epics = [Epic(team: TeamName("platform"), name: "Routing", label: "routing", description: "All of it")]

  static func at(_ text: String) -> Instant { Imported.day(text) ?? Instant(milliseconds: 0) }

  static let items: [Item] = [
    Item(
      number: ItemNumber(1), team: TeamName("platform"), type: .toil, state: .started, title: "=cmd|' /C calc'!A0",
      description: "Line one\n\n- \"two\", three", labels: ["router", "routing"], epic: "Routing",
      requester: Handle("ana"), owners: [Handle("ana"), Handle("bo")],
      blockers: [
        Blocker(text: "the vendor"), Blocker(item: ItemNumber(2), text: "first", isResolved: true),
        Blocker(item: ItemNumber(3)),
      ], tasks: [ItemTask("One", isDone: true), ItemTask("-two")], due: "2026-12-24",
      links: [ItemLink(.url, "http://x/1"), ItemLink(.pullRequest, "http://pr/1"), ItemLink(.incident, "3")],
      extra: [SourceField("Priority", "p1"), SourceField("Story", "odd"), SourceField("Own", "@x")],
      createdAt: at("2026-11-01"), updatedAt: at("2026-11-05"), startedAt: at("2026-11-02")),
    Item(
      number: ItemNumber(2), team: TeamName("platform"), type: .feature, state: .accepted, title: "Accepted",
      points: 5, source: ItemSource(.tracker, id: "1817033", marks: "ab"), createdAt: at("2026-10-01"),
      acceptedAt: at("2026-10-20")),
    Item(
      number: ItemNumber(3), team: TeamName("platform"), type: .release, state: .unstarted, title: "Release 2",
      due: "2027-01-05", source: ItemSource(.github, id: "a/b#12"), createdAt: at("2026-10-02")),
    Item(
      number: ItemNumber(4), team: TeamName("platform"), type: .bug, title: "Iced", points: 0,
      createdAt: at("2026-10-03")),
  ]

  static let comments: [ItemNumber: [ItemComment]] = [
    ItemNumber(1): [
      ItemComment(item: ItemNumber(1), seq: 1, text: "Seen (twice)\nagain", by: Handle("ana"), at: at("2026-11-03")),
      ItemComment(item: ItemNumber(1), seq: 2, text: "=no formula", by: Handle("cy"), at: at("2026-11-04")),
    ]
  ]

  static let transitions = [
    ItemTransition(
      item: ItemNumber(1), seq: 1, from: .rejected, to: .started, reason: "it was slow", run: RunNumber(7),
      by: Handle("bo"), at: at("2026-11-02"))
  ]

  static func json() throws -> [UInt8] {
    var bytes: [UInt8] = []
    try ItemsJSON.write(
      items, epics: epics, names: names, comments: { comments[$0] ?? [] },
      transitions: { $0 == ItemNumber(1) ? transitions : [] }, write: { bytes += $0 })
    return bytes
  }
}
