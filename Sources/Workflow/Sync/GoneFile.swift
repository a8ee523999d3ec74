import Domain
import Host
import Store

extension SyncFile {
  /// Takes the file for the one that was at another path, with the version that it held there.
  mutating func move(to path: String) throws {
    let former = origin.path
    origin.path = path
    guard !isDryRun else { return }
    FileAccess.sweep(beside: path)
    try store.perform(RecordChecklistFile(origin, formerPath: former), by: actor, at: now)
  }

  /// Writes the latest version where the file was.
  func restore() throws -> VersionReference {
    let latest = try store.read { try $0.version(of: origin.base.checklist) }
    guard !isDryRun else { return latest.reference }
    let staged = try FileAccess.stage(origin.path, latest.bytes)
    try stop(.staged)
    try staged.create()
    try stop(.replaced)
    let held = ChecklistOrigin(host: origin.host, path: origin.path, base: latest.reference)
    try store.perform(RecordChecklistFile(held), by: actor, at: now)
    try stop(.recorded)
    return latest.reference
  }

  func forget() throws {
    if !isDryRun { try store.perform(ForgetChecklistFile(host: origin.host, path: origin.path), by: actor, at: now) }
  }
}
