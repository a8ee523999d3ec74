import ChecklistFile
import Domain
import Host
import Store

/// Brings a checklist's file and the store to the same version, where only one of the two has moved on.
public struct SyncChecklists: Sendable {
  /// Nil syncs every file that was imported on this machine.
  public var checklist: ChecklistName?
  /// Says what would be done, and does nothing.
  public var isDryRun: Bool

  public init(checklist: ChecklistName? = nil, isDryRun: Bool = false) {
    self.checklist = checklist
    self.isDryRun = isDryRun
  }

  /// One file, and what was found and done.
  public struct Line: Sendable {
    public enum Found: Sendable {
      case same
      /// The file had moved on: it became this version.
      case fileNewer(VersionReference)
      /// The store had moved on: the file was written.
      case storeNewer(VersionReference)
      /// Both had moved on; nothing was touched.
      case bothChanged(base: VersionReference, latest: VersionReference)
      case failed(any Error)
    }

    public var checklist: ChecklistName
    public var path: String
    public var found: Found

    /// Whether the file and the store are at one now.
    public var isSettled: Bool {
      switch found {
      case .same, .fileNewer, .storeNewer: true
      case .bothChanged, .failed: false
      }
    }
  }

  /// One line a file; a file that fails does not keep the others from being synced.
  public func run(in store: Store, by actor: Actor, at now: Instant) throws -> [Line] {
    if let checklist { _ = try store.read { try $0.latestVersion(of: checklist) } }
    let origins = try store.read { try $0.checklistFiles(host: Machine.name) }
    return origins.filter { checklist == nil || $0.base.checklist == checklist }.map { origin in
      let found: Line.Found
      do {
        found = try sync(origin, in: store, by: actor, at: now)
      } catch {
        found = .failed(error)
      }
      return Line(checklist: origin.base.checklist, path: origin.path, found: found)
    }
  }

  private func sync(_ origin: ChecklistOrigin, in store: Store, by actor: Actor, at now: Instant) throws -> Line.Found {
    let bytes = try FileAccess.read(origin.path, limit: ChecklistDocument.sizeLimit)
    let fileHash = ChecklistDocument.sha256(of: bytes)
    let name = origin.base.checklist
    let (base, latest) = try store.read { reader in
      // The base is the stored version with the file's hash, else the last one recorded for this path.
      let known = try reader.version(of: name, sha256: fileHash)
      let base = VersionReference(checklist: name, number: known ?? origin.base.number)
      return (try reader.version(base), try reader.version(of: name))
    }
    let state = SyncState(file: fileHash, base: base.sha256, latest: latest.sha256)
    if isDryRun {
      if state == .fileNewer { _ = try ChecklistDocument(bytes: bytes, fileName: origin.path) }
      return found(state, base: base.reference, latest: latest.reference)
    }
    switch state {
    case .same:
      try remember(latest, at: origin.path, bytes, in: store, by: actor, at: now)
      return .same
    case .fileNewer:
      let document = try ChecklistDocument(bytes: bytes, fileName: origin.path)
      let command = ImportChecklist(
        document, as: name, reason: "synced from \(origin.path)", origin: (origin.host, origin.path),
        expectedLatest: latest.reference.number)
      return .fileNewer(try store.perform(command, by: actor, at: now).version)
    case .storeNewer:
      let source = Array(latest.source.utf8)
      // Somebody may be saving it just now.
      guard try FileAccess.read(origin.path, limit: ChecklistDocument.sizeLimit) == bytes else {
        throw FileError.changedMeanwhile(path: origin.path)
      }
      try FileAccess.replace(origin.path, with: source)
      try remember(latest, at: origin.path, source, in: store, by: actor, at: now)
      return .storeNewer(latest.reference)
    case .bothChanged:
      return .bothChanged(base: base.reference, latest: latest.reference)
    }
  }

  private func found(_ state: SyncState, base: VersionReference, latest: VersionReference) -> Line.Found {
    switch state {
    case .same: .same
    case .fileNewer: .fileNewer(VersionReference(checklist: latest.checklist, number: latest.number + 1))
    case .storeNewer: .storeNewer(latest)
    case .bothChanged: .bothChanged(base: base, latest: latest)
    }
  }

  /// Records that the file holds this version now; writes nothing where that is known.
  private func remember(
    _ version: ChecklistVersion, at path: String, _ bytes: [UInt8], in store: Store, by actor: Actor, at now: Instant
  ) throws {
    let document = try ChecklistDocument(bytes: bytes, fileName: path)
    let command = ImportChecklist(
      document, as: version.reference.checklist, reason: "synced with \(path)", origin: (Machine.name, path),
      expectedLatest: version.reference.number)
    _ = try store.perform(command, by: actor, at: now)
  }
}
