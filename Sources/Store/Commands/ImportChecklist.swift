import ChecklistFile
import Domain

/// Makes a checklist's next version out of a parsed file, or finds that the store has it already.
public struct ImportChecklist: Command {
  public static let name = "checklist-import"
  public static let undo = UndoPolicy.undoable

  public var document: ChecklistDocument
  public var checklist: ChecklistName
  public var reason: String
  /// Where the file was read; nil for one that is not a file.
  public var origin: (host: String, path: String)?
  /// The latest version that the caller has seen; nil takes whatever is the latest.
  public var expectedLatest: Int?

  public init(
    _ document: ChecklistDocument, as checklist: ChecklistName, reason: String,
    origin: (host: String, path: String)? = nil, expectedLatest: Int? = nil
  ) {
    self.document = document
    self.checklist = checklist
    self.reason = reason
    self.origin = origin
    self.expectedLatest = expectedLatest
  }

  /// The version that the store now has of it.
  public struct Output: Hashable, Sendable {
    public var version: VersionReference
    /// Whether the version is new; otherwise the file was the latest one already.
    public var isNew: Bool
  }

  public func perform(in transaction: Transaction) throws -> Output {
    guard Slug.isName(checklist.text, limit: 64) else { throw Clash.nameUnusable(checklist.text, what: "checklist") }
    try transaction.checkNoFold(of: checklist)
    let isKnown = try transaction.row(.checklist, [.text(checklist.text)]) != nil
    let parent = isKnown ? try transaction.version(of: checklist) : nil
    if let expectedLatest, let parent, parent.reference.number != expectedLatest {
      throw Clash.parentMoved(
        VersionReference(checklist: checklist, number: expectedLatest), latest: parent.reference.number)
    }
    let output: Output
    if let parent, parent.sha256 == document.sha256 {
      output = Output(version: parent.reference, isNew: false)
    } else {
      let version = try transaction.write(
        document, steps: document.steps(parent: parent), of: checklist, parent: parent,
        author: transaction.actor.handle, reason: reason)
      output = Output(version: version, isNew: true)
      transaction.summary = "imported \(output.version): \(reason)"
    }
    if let origin {
      try transaction.put(
        .checklistFile,
        [
          "host": .text(origin.host), "path": .text(origin.path), "checklist": .text(checklist.text),
          "version": Value(output.version.number), "deleted": 0,
        ])
      if !output.isNew { transaction.summary = "remembered \(origin.path) as \(output.version)" }
    }
    return output
  }
}

extension Transaction {
  /// Makes the next version of the checklist, and the checklist where this is its first.
  func write(
    _ document: ChecklistDocument, steps: [Step], of checklist: ChecklistName, parent: ChecklistVersion?,
    author: Handle, reason: String
  ) throws -> VersionReference {
    // Numbers of versions that were taken back are not given again.
    let last = try first(
      "SELECT max(number) AS number FROM version WHERE checklist = ?", [.text(checklist.text)])
    let number = (try last?.optionalInteger("number") ?? 0) + 1
    let version = ChecklistVersion(
      reference: VersionReference(checklist: checklist, number: number),
      title: document.title, settings: document.settings, steps: steps,
      rollbackPrompt: document.rollbackPrompt, source: document.text, sha256: document.sha256,
      parent: parent?.reference.number, author: author, reason: reason, madeAt: now)
    try put(.checklist, ["name": .text(checklist.text), "latest": Value(number), "deleted": 0])
    try insert(.version, version.row())
    for step in version.steps { try insert(.versionStep, step.row(of: version.reference)) }
    return version.reference
  }
}
