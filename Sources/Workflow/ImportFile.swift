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

  public init(path: String, name: ChecklistName? = nil, reason: String? = nil) {
    self.path = path
    self.name = name
    self.reason = reason
  }

  public struct Outcome: Hashable, Sendable {
    public var version: VersionReference
    /// Whether a version was made; otherwise the store had this file already.
    public var isNew: Bool
    public var stepCount: Int
    public var findings: [LintFinding]
  }

  public func run(in store: Store, by actor: Actor, at now: Instant) throws -> Outcome {
    let bytes = try FileAccess.read(path, limit: ChecklistDocument.sizeLimit)
    let document = try ChecklistDocument(bytes: bytes, fileName: path == "-" ? "standard-input.md" : path)
    let origin = path == "-" ? nil : (host: Machine.name, path: FileAccess.realPath(path))
    let from = path == "-" ? "standard input" : path
    let command = ImportChecklist(
      document, as: name ?? document.name, reason: reason ?? "imported from \(from)", origin: origin)
    let output = try store.perform(command, by: actor, at: now)
    return Outcome(
      version: output.version, isNew: output.isNew, stepCount: document.parsedSteps.count,
      findings: Lint.findings(in: document))
  }
}
