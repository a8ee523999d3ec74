import Domain

/// Remembers which version a checklist's file holds, and where the file lies.
public struct RecordChecklistFile: Command {
  public static let name = "checklist-file-record"
  public static let undo = UndoPolicy.undoable

  public var origin: ChecklistOrigin
  /// Where it lay before; that is forgotten.
  public var formerPath: String?

  public init(_ origin: ChecklistOrigin, formerPath: String? = nil) {
    self.origin = origin
    self.formerPath = formerPath
  }

  public func perform(in transaction: Transaction) throws {
    transaction.summary =
      formerPath.map { "\(origin.base.checklist) has moved from \($0) to \(origin.path)" }
      ?? "remembered \(origin.path) as \(origin.base)"
    if let formerPath { try transaction.remove(.checklistFile, [.text(origin.host), .text(formerPath)]) }
    try transaction.put(.checklistFile, origin.row)
  }
}

/// Forgets where a checklist's file lay; its versions stay.
public struct ForgetChecklistFile: Command {
  public static let name = "checklist-file-forget"
  public static let undo = UndoPolicy.undoable

  public var host: String
  public var path: String

  public init(host: String, path: String) {
    self.host = host
    self.path = path
  }

  public var summary: String { "forgot \(path)" }

  public func perform(in transaction: Transaction) throws {
    try transaction.remove(.checklistFile, [.text(host), .text(path)])
  }
}

extension ChecklistOrigin {
  var row: Row {
    [
      "host": .text(host), "path": .text(path), "checklist": .text(base.checklist.text),
      "version": Value(base.number), "deleted": 0,
    ]
  }
}
