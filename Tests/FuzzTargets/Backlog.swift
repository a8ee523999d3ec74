import Domain
import Exchange

/// What was read of a file as a team's backlog, numbered from 1 in the file's order.
struct Backlog {
  private var items: [Item] = []
  private var epics: [Epic] = []
  private var comments: [ItemNumber: [ItemComment]] = [:]
  private static let team = TeamName("platform")

  init(_ reading: ImporterTarget.Reading) {
    for (index, imported) in reading.items.enumerated() {
      let number = ItemNumber(index + 1)
      items.append(Self.item(imported, number))
      comments[number] = imported.comments.enumerated().map { index, comment in
        ItemComment(
          item: number, seq: index + 1, text: comment.text, by: Handle(comment.author ?? "nobody"),
          at: comment.at ?? Self.start)
      }
    }
    epics = reading.epics.map {
      Epic(team: Self.team, name: $0.name, label: $0.label, description: $0.description, source: $0.source)
    }
  }

  func json() throws -> [UInt8] {
    var bytes: [UInt8] = []
    try ItemsJSON.write(items, epics: epics, comments: { comments[$0] ?? [] }, write: { bytes += $0 })
    return bytes
  }

  func csv() -> [UInt8] { TrackerExport(items, comments: comments, epics: epics).bytes }

  private static let start = Instant(milliseconds: 0)

  private static func item(_ item: ImportedItem, _ number: ItemNumber) -> Item {
    Item(
      number: number, team: team, type: item.type, state: item.state, title: item.title,
      description: item.description, points: item.points, labels: item.labels, epic: item.epic,
      requester: item.requester.map { Handle($0) }, owners: item.owners.map { Handle($0) },
      blockers: item.blockers.map { Blocker(text: $0.prose, isResolved: $0.isResolved) }, tasks: item.tasks,
      due: item.due, links: item.links, extra: item.extra, source: item.source, createdAt: item.createdAt ?? start,
      updatedAt: item.updatedAt, startedAt: item.startedAt, deliveredAt: item.deliveredAt, acceptedAt: item.acceptedAt)
  }
}
