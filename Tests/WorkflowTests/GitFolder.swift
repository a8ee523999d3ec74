import Foundation
import TestSupport

/// A git repository in a folder of a desk, with nothing of whoever runs the tests.
struct GitFolder {
  let root: String

  /// - Parameter origin: the repository that it is a clone of.
  init(_ root: String, cloneOf origin: String? = nil) throws {
    self.root = root
    try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
    try run(origin.map { ["clone", "-q", $0, "."] } ?? ["init", "-q", "-b", "main"])
    for (key, value) in [
      ("user.name", "Ana"), ("user.email", "ana@example.org"), ("commit.gpgsign", "false"),
      ("core.hooksPath", ".git/hooks"), ("core.autocrlf", "false"), ("core.excludesFile", "/dev/null"),
    ] { try run(["config", key, value]) }
  }

  struct Failed: Error { var words: String }

  @discardableResult
  func run(_ words: [String], input: String = "") throws -> String {
    let environment = [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "HOME": "/nonexistent",
      "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1",
    ]
    let git = try Spawned.run(["git"] + words, in: root, environment: environment, input: input)
    let text = git.output + git.errors
    guard git.exitCode == 0 else { throw Failed(words: "git \(words): \(text)") }
    return text.hasSuffix("\n") ? String(text.dropLast()) : text
  }

  func commitAll() throws {
    try run(["add", "--all"])
    try run(["commit", "-q", "-m", "As it was"])
  }

  func hook(_ name: String, _ script: String) throws {
    let path = "\(root)/.git/hooks/\(name)"
    try FileManager.default.createDirectory(atPath: "\(root)/.git/hooks", withIntermediateDirectories: true)
    try Script.write("#!/bin/sh\n\(script)\n", to: path)
  }

  /// The last commit, the index and what differs from it: what a refused fold leaves as it was.
  func state() throws -> [String] {
    [try run(["rev-parse", "HEAD"]), try run(["ls-files", "--stage"]), try run(["status", "--porcelain"])]
  }
}
