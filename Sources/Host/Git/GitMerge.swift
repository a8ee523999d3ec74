import Foundation

extension GitRepository {
  /// What came of merging three texts.
  public enum MergeResult: Hashable, Sendable {
    case clean([UInt8])
    /// Both sides changed the same lines.
    case conflicted([MergeConflict])
  }

  /// Merges two texts that came from one, line by line (git-merge-file(1)); no repository is needed.
  ///
  /// - Throws: `gitAbsent`, and `failed` where the texts can't be merged or there is no room for them.
  public static func mergeFile(
    base: [UInt8], ours: [UInt8], theirs: [UInt8], git: Git = Git()
  ) throws(GitError) -> MergeResult {
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for (name, bytes) in [("base", base), ("ours", ours), ("theirs", theirs)] {
      do throws(FileError) {
        try FileAccess.create("\(folder)/\(name)", with: bytes)
      } catch {
        throw .failed(command: "git merge-file", place: folder, detail: "\(error)")
      }
    }
    let words = ["-c", "merge.conflictStyle=merge", "merge-file", "-p", "-L", "ours", "-L", "base", "-L", "theirs"]
    let answer = try git.ask(words + ["ours", "base", "theirs"], in: folder)
    switch answer.exitCode {
    case 0 where !answer.isCut: return .clean(answer.output)
    case 1...127: return .conflicted(MergeConflict.all(in: answer.output, ours: ours))
    default: throw .failed(command: "git merge-file", place: folder, detail: answer.words)
    }
  }

  private static func temporaryFolder() throws(GitError) -> String {
    var template = Array("\(NSTemporaryDirectory())/prodpair-merge-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else {
      let detail = String(cString: strerror(errno))
      throw .failed(command: "git merge-file", place: NSTemporaryDirectory(), detail: detail)
    }
    return String(cString: made)
  }
}
