import ChecklistFile
import Domain
import Host
import Store

/// Brings a Markdown file into the store as its checklist's next version; the file is never edited.
public struct ImportFile: Sendable {
  /// A path, or `-` for standard input.
  public var path: String
  /// `--name`; else the file says.
  public var name: ChecklistName?
  public var reason: String?
  public var git: Git

  public init(path: String, name: ChecklistName? = nil, reason: String? = nil, git: Git = Git()) {
    self.path = path
    self.name = name
    self.reason = reason
    self.git = git
  }

  public struct Outcome: Hashable, Sendable {
    public var version: VersionReference
    /// Whether a version was made; otherwise the store had this file already.
    public var isNew: Bool
    public var stepCount: Int
    public var findings: [LintFinding]
    /// Other files on this machine that are read as the same checklist, and have hardly a step in common with this one.
    public var rivals: [String] = []
  }

  public func run(in store: Store, by actor: Actor, at now: Instant) throws -> Outcome {
    let bytes = try FileAccess.read(path, limit: ChecklistDocument.sizeLimit)
    let document = try ChecklistDocument(bytes: bytes, fileName: path == "-" ? "standard-input.md" : path)
    let origin = path == "-" ? nil : (host: Machine.name, path: FileAccess.realPath(path))
    let from = path == "-" ? "standard input" : path
    let name = name ?? document.name
    let rivals = try origin.map { try self.rivals(of: document, at: $0.path, as: name, in: store) } ?? []
    let command = ImportChecklist(document, as: name, reason: reason ?? "imported from \(from)", origin: origin)
    let output = try store.perform(command, by: actor, at: now)
    return Outcome(
      version: output.version, isNew: output.isNew, stepCount: document.parsedSteps.count,
      findings: Lint.findings(in: document), rivals: rivals)
  }

  /// The other files of the checklist that this one would be written over by a sync, or would be written over.
  private func rivals(of document: ChecklistDocument, at path: String, as name: ChecklistName, in store: Store) throws
    -> [String]
  {
    let others = try store.read { try $0.checklistFiles(host: Machine.name) }
      .filter { $0.base.checklist == name && $0.path != path }
    // Of a checklist that was taken back there is nothing to be written over.
    guard !others.isEmpty, let latest = try? store.read({ try $0.version(of: name) }) else { return [] }
    let this = ClaimedName.Claimant(path: path, document: document)
    return others.compactMap { ClaimedName.Claimant(path: $0.path) }
      .filter { ClaimedName(git: git).isDisputed([this, $0], latest: latest) }.map(\.path)
  }
}
