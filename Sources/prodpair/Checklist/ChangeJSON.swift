import ChecklistFile
import Exchange

/// The changes between two versions as JSON, one object a change.
enum ChangeJSON {
  static func json(_ changes: [StepChange]) -> JSON {
    JSON(changes) { change in
      [
        "kind": .string(change.kind.rawValue), "step": JSON(change.step), "number": .integer(change.number),
        "old": .string(change.old), "new": .string(change.new), "pieces": pieces(of: change),
      ]
    }
  }

  /// Word by word for what has words on both sides; a place has none, and what is new or gone is so as a whole.
  private static func pieces(of change: StepChange) -> JSON {
    switch change.kind {
    case .added, .removed, .moved: []
    case .reworded, .attributesChanged, .bodyChanged:
      JSON(change.words.pieces) { ["kind": .string($0.kind.rawValue), "text": .string($0.text)] }
    }
  }
}
