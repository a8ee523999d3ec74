import Domain
import Foundation
import Store

extension ItemLine: Identifiable {
  public var id: ItemNumber { number }
}

/// Which items a list of the backlog holds.
enum Shelf: Hashable, Sendable {
  case panel(Panel)
  /// What a filter finds in all panels, in the hand-set order.
  case found(String)

  var isFound: Bool { if case .found = self { true } else { false } }
}

/// Where a stretch of a shelf is read.
enum ShelfEdge: Hashable, Sendable {
  /// From the top, which is gone to.
  case first
  /// Up to the bottom, which is gone to.
  case last
  /// The same stretch again: from that place on, itself included; nil is the top.
  case again(ItemPlace?)
  case after(ItemLine)
  case before(ItemLine)
}

/// A stretch of one shelf, and how many items there are in all.
struct ShelfQuestion: Question {
  struct Answer: Sendable {
    /// In the order in which they show; those of `before` and `last` too.
    var rows: [ItemLine] = []
    /// Counted no further than ten thousand; nil for what a filter finds.
    var count: Int?
    /// What is wrong with the filter.
    var problem: FilterProblem?
  }

  var team: TeamName
  var shelf: Shelf
  var edge: ShelfEdge
  var limit: Int

  /// What is found replaces what was found before, whatever was typed then.
  var topic: String {
    switch shelf {
    case .panel(let panel): panel.rawValue
    case .found: "found"
    }
  }

  func answer(from backend: any Backend) throws -> Answer {
    try backend.onStore { store, actor, now in
      try store.read { reader in
        switch shelf {
        case .panel(.done):
          return Answer(rows: try done(reader), count: try reader.itemCount(in: .done, of: team))
        case .panel(let panel):
          return Answer(rows: try rows(of: panel, reader), count: try reader.itemCount(in: panel, of: team))
        case .found(let typed):
          let context = try FilterContext(team: team, me: actor.handle, now: now, reader)
          do {
            let filter = try ItemFilter(typed: typed, context: context)
            return Answer(rows: try reader.items(matching: filter, of: team, after: start, limit: limit))
          } catch let problem as FilterProblem {
            return Answer(problem: problem)
          }
        }
      }
    }
  }

  /// The place that the stretch begins after.
  private var start: ItemPlace? {
    switch edge {
    case .after(let line): line.place
    case .again(let place?): ItemPlace(order: place.order, number: ItemNumber(place.number.value - 1))
    default: nil
    }
  }

  private func rows(of panel: Panel, _ reader: some Reading) throws -> [ItemLine] {
    switch edge {
    case .before(let line): try reader.items(in: panel, of: team, before: line.place, limit: limit).reversed()
    case .last: try reader.items(in: panel, of: team, before: nil, limit: limit).reversed()
    default: try reader.items(in: panel, of: team, after: start, limit: limit)
    }
  }

  /// Newest first; read from its top only.
  private func done(_ reader: some Reading) throws -> [ItemLine] {
    guard case .after(let line) = edge, let at = line.acceptedAt else {
      return try reader.acceptedItems(of: team, limit: limit)
    }
    return try reader.acceptedItems(of: team, before: (at, line.number), limit: limit)
  }
}

extension FilterContext {
  /// The words that a filter on a team's backlog may have.
  init(team: TeamName, me: Handle, now: Instant, _ reader: some Reading) throws {
    let settings = try reader.backlogSettings(of: team)
    self.init(
      me: me, now: now, zone: try reader.team(team).zone ?? .gmt,
      pointed: Set(ItemType.allCases.filter { settings.isPointed($0) }), labels: try reader.labels(),
      epics: try reader.epics(of: team).map(\.name), handles: try reader.people().map(\.handle))
  }
}
