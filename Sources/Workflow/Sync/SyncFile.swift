import ChecklistFile
import Domain
import Host
import Store

/// One file and its checklist: how they stand, and bringing them together.
///
/// The store is written before the file, and the file's new content lies beside it before the store is written, so
/// that a full disk is found out early. Which version the file holds is recorded last. Cut anywhere, the next sync
/// finds the file by its hash, or merges what the store has already and comes to the same text.
struct SyncFile {
  var origin: ChecklistOrigin
  var store: Store
  var actor: Actor
  var now: Instant
  var git: Git
  var isDryRun: Bool
  var stop: @Sendable (SyncStep) throws -> Void

  private var path: String { origin.path }
  private var name: ChecklistName { origin.base.checklist }

  /// How a file stands to its checklist.
  struct Standing {
    var file: [UInt8]
    var state: SyncState
    var base: ChecklistVersion
    var latest: ChecklistVersion

    /// Whether they are the same but for how their lines end.
    var differsInLineEnds: Bool { state == .same && file != latest.bytes }
  }

  func standing() throws -> Standing {
    let file = try FileAccess.read(path, limit: ChecklistDocument.sizeLimit)
    return try store.read { reader in
      // The base is the stored version with the file's hash, else the last one recorded for this path.
      let known = try Self.number(of: name, holding: file, reader)
      let base = try reader.version(VersionReference(checklist: name, number: known ?? origin.base.number))
      let latest = try reader.version(of: name)
      let hash = { (bytes: [UInt8]) in ChecklistDocument.sha256(of: LineEnds.lf.applied(to: bytes)) }
      // A git hook that asks in the middle of a fold is not told that its page is somebody's change.
      if isDryRun, let page = try pageBeingFolded(reader), hash(page) == hash(file) {
        return Standing(file: file, state: .same, base: latest, latest: latest)
      }
      let state = SyncState(file: hash(file), base: hash(base.bytes), latest: hash(latest.bytes))
      return Standing(file: file, state: state, base: base, latest: latest)
    }
  }

  /// What a fold that is under way has written to this file, or is about to.
  private func pageBeingFolded(_ reader: some Reading) throws -> [UInt8]? {
    try reader.foldIntents().first { $0.file.host == Machine.name && $0.file.path == path }?.order.document.bytes
  }

  /// The newest version with these bytes, whatever its line ends.
  static func number(of name: ChecklistName, holding bytes: [UInt8], _ reader: some Reading) throws -> Int? {
    try LineEnds.forms(of: bytes).compactMap { try reader.version(of: name, sha256: ChecklistDocument.sha256(of: $0)) }
      .max()
  }

  func sync(_ standing: Standing) throws -> SyncChecklists.Line.Found {
    let latest = standing.latest.reference
    let next = VersionReference(checklist: name, number: latest.number + 1)
    if standing.state != .same { try refuseUnmerged(standing) }
    try stop(.decided)
    switch standing.state {
    case .same:
      if !isDryRun { try record(latest) }
      return .same
    case .fileNewer:
      let document = try ChecklistDocument(bytes: standing.file, fileName: path)
      return .fileNewer(isDryRun ? next : try importFile(document, seen: latest))
    case .storeNewer:
      if !isDryRun {
        let bytes = LineEnds(of: standing.file).applied(to: standing.latest.bytes)
        try write(bytes, over: standing.file) { latest }
      }
      return .storeNewer(latest)
    case .bothChanged:
      let merge = VersionMerge(path: path, file: standing.file, base: standing.base, latest: standing.latest, git: git)
      return try bring(merge.document(), standing)
    }
  }

  private func bring(_ merged: ChecklistDocument, _ standing: Standing) throws -> SyncChecklists.Line.Found {
    let latest = standing.latest.reference
    let isNew = LineEnds.lf.applied(to: merged.bytes) != LineEnds.lf.applied(to: standing.latest.bytes)
    if isDryRun {
      return .merged(VersionReference(checklist: name, number: latest.number + (isNew ? 1 : 0)), isNew: isNew)
    }
    if merged.bytes == standing.file { return .merged(try importFile(merged, seen: latest), isNew: true) }
    let version = try write(merged.bytes, over: standing.file) {
      guard isNew else { return latest }
      // Without its origin: until the file is written it does not hold this version.
      let reason = "merged \(path) with \(latest)"
      let command = ImportChecklist(merged, as: name, reason: reason, expectedLatest: latest.number)
      return try store.perform(command, by: actor, at: now).version
    }
    return .merged(version, isNew: isNew)
  }

  private func importFile(_ document: ChecklistDocument, seen latest: VersionReference) throws -> VersionReference {
    let command = ImportChecklist(
      document, as: name, reason: "synced from \(path)", origin: (origin.host, path), expectedLatest: latest.number)
    let version = try store.perform(command, by: actor, at: now).version
    try stop(.stored)
    return version
  }

  /// Writes the store, then the file, then which version that holds.
  @discardableResult
  private func write(_ bytes: [UInt8], over old: [UInt8], remember: () throws -> VersionReference) throws
    -> VersionReference
  {
    let staged = try FileAccess.stage(path, bytes)
    try stop(.staged)
    let version: VersionReference
    do {
      try expect(old)
      version = try remember()
    } catch {
      staged.discard()
      throw error
    }
    try stop(.stored)
    do throws(FileError) {
      // Somebody may be saving it just now.
      do throws(FileError) { try expect(old) } catch {
        staged.discard()
        throw error
      }
      try staged.replace()
    } catch {
      throw SyncProblem.notWritten(path: path, version: version, error)
    }
    try stop(.replaced)
    try record(version)
    try stop(.recorded)
    return version
  }

  private func expect(_ bytes: [UInt8]) throws(FileError) {
    guard try FileAccess.read(path, limit: ChecklistDocument.sizeLimit) == bytes else {
      throw .changedMeanwhile(path: path)
    }
  }

  /// Writes nothing where that is known.
  private func record(_ version: VersionReference) throws {
    let origin = ChecklistOrigin(host: origin.host, path: path, base: version)
    try store.perform(RecordChecklistFile(origin), by: actor, at: now)
  }

  private func refuseUnmerged(_ standing: Standing) throws {
    if standing.state != .storeNewer, let line = ConflictMarkers.line(in: standing.file) {
      throw SyncProblem.conflictMarkers(path: path, line: line)
    }
    // What git can't be asked it is not asked here; the line has a remark on it.
    guard let repository = try? GitRepository.containing(path, git: git) else { return }
    if try repository.isUnmerged(path) { throw SyncProblem.unmerged(path: path) }
    if let operation = repository.operationUnderWay { throw SyncProblem.underWay(path: path, operation) }
  }
}
