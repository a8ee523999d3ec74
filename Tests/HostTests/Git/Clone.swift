import Foundation
import TestSupport

@testable import Host

/// A git repository of its own in a temporary folder; gone when the test is over.
final class Clone {
  let root: String
  let git: Git
  private let isOwner: Bool

  init(_ words: [String] = ["init", "-q", "-b", "main"], path: String? = nil) throws {
    root = path ?? FileAccess.realPath(NSTemporaryDirectory()) + "/prodpair-git-" + UUID().uuidString
    isOwner = path == nil
    git = Git(environment: Self.environment)
    try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
    try run(words)
    try run(["config", "user.name", "Ana"])
    try run(["config", "user.email", "ana@example.org"])
  }

  deinit { if isOwner { try? FileManager.default.removeItem(atPath: root) } }

  /// Nothing of whoever runs the tests, and no repository that their temporary folder may lie in.
  static let environment = [
    "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "HOME": "/nonexistent",
    "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1", "TMPDIR": NSTemporaryDirectory(),
    "GIT_CEILING_DIRECTORIES": FileAccess.realPath(NSTemporaryDirectory()),
  ]

  struct Failed: Error { var words: String }

  @discardableResult
  func run(_ words: [String]) throws -> String {
    let answer = try git.tell(words, in: root)
    guard answer.exitCode == 0 else { throw Failed(words: "git \(words): \(answer.words)") }
    return answer.line
  }

  @discardableResult
  func write(_ text: String, to name: String = "release.md") throws -> String {
    let path = root + "/" + name
    try FileManager.default.createDirectory(
      atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return path
  }

  func text(_ name: String = "release.md") throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: root + "/" + name)), as: UTF8.self)
  }

  /// Writes a file and commits it.
  @discardableResult
  func commit(_ text: String, to name: String = "release.md") throws -> String {
    let path = try write(text, to: name)
    try run(["add", "--", name])
    try run(["commit", "-q", "-m", "Write \(name)"])
    return path
  }

  /// A hook that says something and ends with an exit code.
  func hook(_ name: String, _ script: String) throws {
    try Script.write("#!/bin/sh\n\(script)\n", to: try write("", to: ".git/hooks/\(name)"))
  }

  func repository(of path: String? = nil) throws -> GitRepository {
    guard let found = try GitRepository.containing(path ?? root + "/release.md", git: git) else {
      throw Failed(words: "no repository")
    }
    return found
  }
}
