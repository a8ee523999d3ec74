import Foundation
import TestSupport

/// A desk whose checklist lies in a git repository, with nothing of whoever runs the tests.
extension Desk {
  static let sealed = ["GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1"]

  /// A desk with a team and the release checklist of the contract, committed and imported, and one lesson on it.
  static func withGit() throws -> Desk {
    let desk = try Desk()
    for line in [
      "init -q -b main", "config user.name Ana", "config user.email ana@example.org",
    ] { try desk.git(line) }
    try desk.write("release.md", Samples.release)
    try desk.git("add release.md")
    try desk.git("commit -q -m Release")
    for line in [
      "init --team platform --timezone UTC --no-starters", "checklist import release.md",
      "lesson add --checklist new-release --reword canary --step 'Watch both canaries'",
    ] {
      let outcome = try desk.run(line)
      guard outcome.exitCode == 0 else { throw Broken(line: line, outcome: outcome) }
    }
    return desk
  }

  @discardableResult
  func git(_ line: String) throws -> String {
    let outcome = try shell("export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1; git \(line)")
    guard outcome.exitCode == 0 else { throw Broken(line: line, outcome: outcome) }
    return outcome.output.hasSuffix("\n") ? String(outcome.output.dropLast()) : outcome.output
  }

  func hook(_ name: String, _ script: String) throws {
    try Script.write("#!/bin/sh\n\(script)\n", to: folder.path + "/.git/hooks/\(name)")
  }
}
