import ChecklistFile
import Domain
import Host
import Store

/// The file's part of a fold whose intent is written down: what goes wrong here takes the whole of it back.
struct FoldLanding {
  let store: Store
  let actor: Actor
  let now: Instant
  let checklist: ChecklistName
  let file: FoldOrder.File

  func write(_ new: [UInt8], over old: [UInt8]) throws {
    do {
      // Somebody may be saving it just now.
      guard try FileAccess.read(file.path, limit: ChecklistDocument.sizeLimit) == old else {
        throw FileError.changedMeanwhile(path: file.path)
      }
      try FileAccess.replace(file.path, with: new)
    } catch {
      try drop(because: "\(error)")
      throw error
    }
  }

  /// - Returns: the commit's id; nil where none was asked for.
  func commit() throws -> String? {
    guard let message = file.commitMessage else { return nil }
    do {
      guard let repository = try GitRepository.containing(file.path) else { throw FoldError.notInGit(path: file.path) }
      return try repository.commit(path: file.path, message: message)
    } catch {
      try putBack()
      try drop(because: "git did not commit it")
      throw error
    }
  }

  /// The file as it was, out of the version that it held.
  func putBack() throws {
    let before = try store.read { reader in
      try reader.version(of: checklist, sha256: file.before).map { number in
        try reader.version(VersionReference(checklist: checklist, number: number))
      }
    }
    guard let before else { return }
    try FileAccess.replace(file.path, with: Array(before.source.utf8))
  }

  func drop(because why: String) throws {
    let line = why.split(whereSeparator: \.isNewline).first.map(String.init) ?? why
    try store.perform(DropFold(checklist, why: line), by: actor, at: now)
  }
}
