import ChecklistFile
import Domain
import Foundation
import Store

@testable import Host
@testable import Workflow

extension Desk {
  /// Git without anything of whoever runs the tests, and without a repository that their temporary folder may lie in.
  static let git = Git(environment: [
    "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "HOME": "/nonexistent",
    "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1", "GIT_AUTHOR_NAME": "Ana",
    "GIT_AUTHOR_EMAIL": "ana@example.org", "GIT_COMMITTER_NAME": "Ana", "GIT_COMMITTER_EMAIL": "ana@example.org",
    "GIT_CEILING_DIRECTORIES": FileAccess.realPath(NSTemporaryDirectory()),
  ])
  static let noGit = Git(environment: ["PATH": "/nonexistent"])

  struct GitFailed: Error { var words: String }

  @discardableResult
  func git(_ folder: String, _ words: String...) throws -> String {
    let path = directory + "/" + folder
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    let answer = try Self.git.tell(words, in: path)
    guard answer.exitCode == 0 else { throw GitFailed(words: "\(words): \(answer.words)") }
    return answer.line
  }

  /// A repository in a folder, in which one file is committed.
  @discardableResult
  func repository(_ folder: String, _ text: String = Desk.release, file: String = "release.md") throws -> String {
    try git(folder, "init", "-q", "-b", "main")
    let path = try write(text, to: "\(folder)/\(file)")
    try commit(folder)
    return path
  }

  func commit(_ folder: String) throws {
    try git(folder, "add", "-A")
    try git(folder, "commit", "-q", "-m", "Next")
  }

  func text(_ name: String) throws -> String { String(decoding: try bytes(name), as: UTF8.self) }

  func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: directory + "/" + name) }

  func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: directory + "/" + name) }

  func origins() throws -> [ChecklistOrigin] { try store.read { try $0.checklistFiles(host: Machine.name) } }

  /// What was found, a line a file, in as few words as tell it apart.
  func sync(_ setting: (inout SyncChecklists) -> Void = { _ in }) throws -> [String] {
    var order = SyncChecklists(git: Self.git)
    setting(&order)
    return try order.run(in: store, by: .bo, at: .morning).map { line in
      let moved = line.movedFrom.map { "moved from \(($0 as NSString).lastPathComponent), " } ?? ""
      let remarks = line.remarks.isEmpty ? "" : " (\(line.remarks.joined(separator: "; ")))"
      return moved + line.found.words + remarks
    }
  }
}

extension SyncChecklists.Line.Found {
  var words: String {
    switch self {
    case .same: "same"
    case .fileNewer(let version): "file newer, v\(version.number)"
    case .storeNewer(let version): "store newer, v\(version.number)"
    case .merged(let version, let isNew): "merged, \(isNew ? "new " : "")v\(version.number)"
    case .gone(let candidates):
      candidates.isEmpty ? "gone" : "gone, \(candidates.map { ($0 as NSString).lastPathComponent })"
    case .restored(let version): "restored, v\(version.number)"
    case .forgotten: "forgotten"
    case .claimed(let paths): "claimed by \(paths.count)"
    case .unknown(let latest): "unknown, not v\(latest.number)"
    case .failed(let error): "failed, \(error)"
    }
  }
}
