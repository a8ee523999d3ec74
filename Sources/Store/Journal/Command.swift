/// One change of the store, asked for by somebody: the only way in (design.md, 2.1).
///
/// ```swift
/// struct RenamePerson: Command {
///   static let name = "rename-person"
///   static let undo = UndoPolicy.undoable
///   var handle: Handle
///   var to: String
///   var summary: String { "Rename \(handle) to \(to)" }
///
///   func perform(in transaction: Transaction) throws {
///     try transaction.update(.person, ["\(handle)"], set: ["name": .text(to)])
///   }
/// }
/// ```
public protocol Command: Sendable {
  associatedtype Output: Sendable

  /// Lower-case words joined by `-`, for ever the same: the journal keeps it.
  static var name: String { get }
  static var undo: UndoPolicy { get }
  /// One line for the journal. What is known only afterwards is put in `transaction.summary`.
  var summary: String { get }

  /// Reads what the rule needs, lets `Domain` decide, writes the rows. Whatever it throws undoes all of it.
  func perform(in transaction: Transaction) throws -> Output
}

extension Command {
  public var summary: String { Self.name }
}

/// Whether what a command did can be taken back by `undo`.
public enum UndoPolicy: Hashable, Sendable {
  case undoable
  /// A fact: a later entry withdraws it, with a reason. The hint says how, as in `use run correct`.
  case correctOnly(String)
  /// Never, and why.
  case never(String)

  /// As the journal writes it.
  var name: String {
    switch self {
    case .undoable: "undoable"
    case .correctOnly: "correct-only"
    case .never: "never"
    }
  }

  var hint: String? {
    switch self {
    case .undoable: nil
    case .correctOnly(let hint), .never(let hint): hint
    }
  }

  init?(name: String, hint: String?) {
    switch name {
    case "undoable": self = .undoable
    case "correct-only": self = .correctOnly(hint ?? "")
    case "never": self = .never(hint ?? "")
    default: return nil
    }
  }
}
