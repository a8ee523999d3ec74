import Domain
import Exchange
import Store

/// Writes a team's backlog, or what a filter lets through of it, for others to read, in the hand-set order.
public struct ExportItems: Sendable {
  public enum Format: String, CaseIterable, Sendable {
    /// Tracker's CSV of 2018 and later.
    case tracker
    /// Everything; `item import --from prodpair` reads it.
    case json
    case markdown
  }

  public var team: TeamName
  public var format: Format
  public var filter: ItemFilter

  public init(_ format: Format, team: TeamName, filter: ItemFilter = ItemFilter()) {
    self.team = team
    self.format = format
    self.filter = filter
  }

  /// Hands the bytes over, a piece at a time. All of it is of one moment; the items are held in memory meanwhile.
  public func write(from store: Store, to write: ([UInt8]) throws -> Void) throws {
    let look = try store.read { reader in
      let team = try reader.team(team)
      let items = try reader.wholeItems(matching: filter, of: team.name)
      let used = Set(items.compactMap(\.epic))
      return Look(
        team: team, items: items,
        epics: try reader.epics(of: team.name).filter { filter.isEmpty || used.contains($0.name) },
        names: try reader.names(),
        comments: Dictionary(
          try items.map { ($0.number, try reader.comments(of: $0.number)) }, uniquingKeysWith: { first, _ in first }),
        transitions: Dictionary(
          try items.map { ($0.number, try reader.transitions(of: $0.number)) }, uniquingKeysWith: { first, _ in first })
      )
    }
    switch format {
    case .tracker:
      try TrackerExport(look.items, comments: look.comments, epics: look.epics, names: look.names).write(write)
    case .json:
      try ItemsJSON.write(
        look.items, epics: look.epics, names: look.names, comments: { look.comments[$0] ?? [] },
        transitions: { look.transitions[$0] ?? [] }, write: write)
    case .markdown:
      let zone = look.team.zone
      let clock = zone.map { LocalClock(zone: $0, zoneName: look.team.timeZone) } ?? .utc
      let page = ItemsMarkdown.text(
        look.items, title: "Backlog of \(team)", comments: look.comments, epics: look.epics, names: look.names,
        in: clock)
      try write(Array(page.utf8))
    }
  }

  private struct Look {
    var team: Team
    var items: [Item]
    var epics: [Epic]
    var names: [Handle: String]
    var comments: [ItemNumber: [ItemComment]]
    var transitions: [ItemNumber: [ItemTransition]]
  }
}
