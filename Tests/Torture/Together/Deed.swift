import Foundation

/// One command that a worker gives, and what is in the store once it is acknowledged.
struct Deed: Sendable {
  enum Kind: String, Sendable, CaseIterable {
    case tick, contest, fail, note, move, edit, add, learn, foldIntoFile, foldInStore, list, backup, verify, rows

    /// Whether it is a person's short command, which nobody wants to wait for, and not a job that takes its time.
    var isShort: Bool { ![.backup, .verify, .rows].contains(self) }

    /// What the journal calls it; nil for what writes nothing.
    var command: String? {
      switch self {
      case .tick, .contest, .fail, .note: "run-act"
      case .move: "item-move"
      case .edit: "item-edit"
      case .add: "item-add"
      case .learn: "lesson-add"
      case .foldIntoFile, .foldInStore: "lesson-fold"
      case .rows: "item-import"
      case .list, .backup, .verify: nil
      }
    }

    /// The words of a fold whose file is written, and whose store could not be.
    static let unfinished = "finishes the fold"

    /// How a rule may refuse it while others work: the exit code, and words that name the rule.
    var refusals: [(exitCode: Int32, words: String)] {
      let busy: (Int32, String) = (75, "is being written by")
      switch self {
      case .contest: return [busy, (1, "is already done")]
      case .foldIntoFile, .foldInStore:
        return [(75, Self.unfinished), busy, (75, "meanwhile"), (75, "is under way")]
      default: return [busy]
      }
    }
  }

  var kind: Kind
  var words: [String]
  var facts: [Fact] = []
}
