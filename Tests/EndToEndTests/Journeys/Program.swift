import Foundation
import TestSupport

/// The program under test, and whatever else a journey runs, each in a process of its own.
struct Program {
  struct Failed: Error, CustomStringConvertible {
    var words: [String]
    var outcome: Spawned
    var description: String { "\(words.joined(separator: " ")): \(outcome)" }
  }

  /// The built binary, which lies beside the test bundle.
  static let built = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    .appendingPathComponent("prodpair")

  /// What a process finds in its environment: nothing of the test's own but the path to programs.
  static let environment = [
    "PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C.UTF-8", "SWIFT_BACKTRACE": "enable=no",
  ]

  /// Runs a program to its end, in the root directory or another.
  static func run(
    _ words: [String], in directory: String = "/", environment: [String: String] = Program.environment,
    input: String = ""
  ) throws -> Spawned {
    try Spawned.run(words, in: directory, environment: environment, input: input)
  }

  /// The same, and anything but success ends the test.
  @discardableResult
  static func must(
    _ words: [String], environment: [String: String] = Program.environment, input: String = ""
  ) throws -> String {
    let outcome = try run(words, environment: environment, input: input)
    guard outcome.exitCode == 0 else { throw Failed(words: words, outcome: outcome) }
    return outcome.output
  }
}

/// A directory of its own; gone when nobody holds it any more.
final class Folder: Sendable {
  let url: URL
  var path: String { url.path }

  init() throws {
    url = URL(fileURLWithPath: "/tmp/prodpair-journey-\(UUID().uuidString.prefix(8).lowercased())")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: false)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func callAsFunction(_ name: String) -> String { url.appendingPathComponent(name).path }
}
