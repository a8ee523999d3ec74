import Domain
import Store

/// What the form for an item begins with.
struct ItemFormQuestion: Question {
  struct Answer: Sendable {
    /// The one that is changed; nil for a new one.
    var item: Item?
    var settings: BacklogSettings
    var names: ItemNames
  }

  var team: TeamName
  var item: ItemNumber?

  func answer(from backend: any Backend) throws -> Answer {
    try backend.onStore { store, _, _ in
      try store.read { reader in
        Answer(
          item: try item.map { try reader.item($0) }, settings: try reader.backlogSettings(of: team),
          names: try ItemNames(of: team, reader))
      }
    }
  }
}
