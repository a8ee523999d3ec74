import Foundation
import TestSupport
import Testing

@testable import Exchange

/// A git repository with the hook and a `prodpair` that names one person; it has a commit, `one`.
struct HookedRepository: ~Copyable {
  let folder: URL
  private let bin: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("hooked-\(UUID().uuidString)")
    bin = folder.appendingPathComponent("bin")
    try FileManager.default.createDirectory(at: bin, withIntermediateDirectories: true)
    try must("init", "-q", "-b", "main")
    try commit("one", isHooked: false)
    let hooks = folder.appendingPathComponent(".git/hooks")
    try FileManager.default.createDirectory(at: hooks, withIntermediateDirectories: true)
    try Script.write(TrailerHook.script(), to: hooks.appendingPathComponent("prepare-commit-msg").path)
    try Script.write(
      "#!/bin/sh\necho 'Co-authored-by: Ana <ana@example.org>'\n", to: bin.appendingPathComponent("prodpair").path)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func commit(_ name: String, isHooked: Bool) throws {
    try Data(name.utf8).write(to: folder.appendingPathComponent("file-\(name)"))
    try must("add", "file-\(name)")
    try must(isHooked ? ["commit", "-q", "-m", name] : ["-c", "core.hooksPath=/dev/null", "commit", "-q", "-m", name])
  }

  func git(_ arguments: [String]) throws -> Int32 { try run("/usr/bin/git", arguments).status }

  func must(_ arguments: String...) throws { try must(arguments) }

  private func must(_ arguments: [String]) throws {
    let (status, output) = try run("/usr/bin/git", arguments)
    #expect(status == 0, "\(arguments): \(output)")
  }

  /// Of all commits, the last one first.
  func messages() throws -> [String] {
    try run("/usr/bin/git", ["log", "--format=%B%x00"]).output.split(separator: "\0")
      .map { $0.trimmingCharacters(in: .newlines) }.filter { !$0.isEmpty }
  }

  /// Whatever editor is opened is closed at once.
  private func run(_ program: String, _ arguments: [String]) throws -> (status: Int32, output: String) {
    let environment = [
      "PATH": "\(bin.path):/usr/local/bin:/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": folder.path,
      "GIT_CONFIG_NOSYSTEM": "1", "GIT_AUTHOR_NAME": "x", "GIT_AUTHOR_EMAIL": "x@example.org",
      "GIT_COMMITTER_NAME": "x", "GIT_COMMITTER_EMAIL": "x@example.org", "GIT_EDITOR": "true",
    ]
    let child = try Spawned.run([program] + arguments, in: folder.path, environment: environment)
    return (child.exitCode, child.output + child.errors)
  }
}
