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
  /// SHA-256 of the new page.
  let newHash: String
  /// Whether another process began it, and may have left git at work on it.
  var isResumed = false

  func write(_ new: [UInt8], over old: [UInt8]) throws {
    do {
      // Somebody may be saving it just now.
      guard try FileAccess.read(file.path, limit: ChecklistDocument.sizeLimit) == old else {
        throw FileError.changedMeanwhile(path: file.path)
      }
      try FileAccess.replace(file.path, with: new)
    } catch {
      dropOrLeave(because: "\(error)")
      throw error
    }
  }

  /// - Returns: the commit's id; nil where none was asked for.
  func commit() throws -> String? {
    guard let message = file.commitMessage else { return nil }
    do {
      guard let repository = try GitRepository.containing(file.path) else { throw FoldError.notInGit(path: file.path) }
      return try repository.commit(path: file.path, message: message)
    } catch let error as GitError where isResumed && error.isLockedOut {
      // Git, or what is left of it, may still come to a commit of the new page.
      throw error
    } catch {
      if isResumed, let commit = try committedByOther() { return commit }
      let isBack = try putBack()
      dropOrLeave(
        because: "git did not commit it" + (isBack ? "" : "; the file was changed meanwhile, and stays as it is"))
      throw error
    }
  }

  /// The last commit, where it holds the new page: a git that another process had left at work has come to that meanwhile.
  ///
  /// - Throws: ``Unknown`` where nobody can say; then nothing may be taken back.
  private func committedByOther() throws(Unknown) -> String? {
    do {
      let now = try FileAccess.read(file.path, limit: ChecklistDocument.sizeLimit)
      guard ChecklistDocument.sha256(of: now) == newHash, let repository = try GitRepository.containing(file.path),
        try repository.headHolds(now, at: file.path)
      else { return nil }
      return try repository.headCommit
    } catch FileError.missing {
      return nil
    } catch {
      throw Unknown(cause: error)
    }
  }

  /// Whether git has committed the page can't be told.
  struct Unknown: Error, CustomStringConvertible {
    var cause: any Error
    var description: String { "it can't be told whether git has committed it: \(cause)" }
  }

  /// The file as it was, out of the version that it held.
  ///
  /// - Returns: False where somebody, or git's hook, has gone on with the new page: what they wrote stays.
  func putBack() throws -> Bool {
    let now = try? FileAccess.read(file.path, limit: ChecklistDocument.sizeLimit)
    guard let now, ChecklistDocument.sha256(of: now) == newHash else { return false }
    guard let before = try store.read({ try held(before: LineEnds(of: now), $0) }) else { return false }
    try FileAccess.replace(file.path, with: before)
    return true
  }

  /// What the file held when the fold began, with the line ends that it has.
  private func held(before ends: LineEnds, _ reader: some Reading) throws -> [UInt8]? {
    for version in try reader.versions(of: checklist) {
      let source = ends.applied(to: Array(try reader.source(of: version.reference).text.utf8))
      if ChecklistDocument.sha256(of: source) == file.before { return source }
    }
    return nil
  }

  /// Where the store takes nothing either, the next start takes the fold back: what is told is what went wrong first.
  private func dropOrLeave(because why: String) { try? drop(because: why) }

  func drop(because why: String) throws {
    let line = why.split(whereSeparator: \.isNewline).first.map(String.init) ?? why
    try store.perform(DropFold(checklist, why: line), by: actor, at: now)
  }
}

extension GitError {
  /// Whether another git holds the index, or was killed while it did; its words come in any language, but name the file.
  var isLockedOut: Bool {
    if case .commitRefused(_, let output) = self { output.contains("index.lock") } else { false }
  }
}
