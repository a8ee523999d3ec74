import Foundation
import Host

/// The built program, run as a user would, each time in a process of its own.
struct Outcome {
  var exitCode: Int32
  var output: String
  var errors: String

  /// Standard output as JSON; nil where it is none.
  var json: Any? { try? JSONSerialization.jsonObject(with: Data(output.utf8), options: .fragmentsAllowed) }
  var object: [String: Any] { json as? [String: Any] ?? [:] }
  var list: [[String: Any]] { json as? [[String: Any]] ?? [] }
  var lines: [String] { output.split(separator: "\n").map(String.init) }
}

/// A directory of its own, with a store in it once `init` was run; gone when the test is over.
final class Desk {
  let folder: URL
  var store: String { folder.appendingPathComponent("prodpair.sqlite").path }

  /// The program lies beside the tests.
  static let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    .appendingPathComponent("prodpair")

  init() throws {
    // As the programs will name it, whatever links lead there.
    let place = FileAccess.realPath(FileManager.default.temporaryDirectory.path)
    folder = URL(fileURLWithPath: place).appendingPathComponent("prodpair-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  /// A desk with a team, ana and bo, and the release checklist of the contract.
  static func ready() throws -> Desk {
    let desk = try Desk()
    try desk.write("release.md", Samples.release)
    for line in [
      "init --team platform --timezone UTC --no-starters",
      "person add ana --name Ana --login ana-of-tests --team platform",
      "person add bo --name Bo --login bo-of-tests --team platform", "checklist import release.md",
    ] {
      let outcome = try desk.run(line)
      guard outcome.exitCode == 0 else { throw Broken(line: line, outcome: outcome) }
    }
    return desk
  }

  struct Broken: Error {
    var line: String
    var outcome: Outcome
  }

  deinit {
    endSupervisors()
    try? FileManager.default.removeItem(at: folder)
  }

  /// The processes that watch over commands of this store.
  var supervisors: [pid_t] {
    guard FileManager.default.fileExists(atPath: store + "-exec") else { return [] }
    let all = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return all.compactMap { pid_t($0) }.filter { id in
      // A process that another test has just started has whatever this one has open, until it is the program it becomes.
      let program = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(id)/exe")
      guard program == Self.program.path else { return false }
      let descriptors = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(id)/fd")) ?? []
      // It holds the lock in a spool of this store, which is open.
      return descriptors.contains { descriptor in
        let target = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(id)/fd/\(descriptor)")
        return target.map { $0.hasPrefix(store + "-exec/") && $0.hasSuffix("/lock") } ?? false
      }
    }
  }

  /// One whose store is gone would wait for a day for it to come back.
  private func endSupervisors() {
    let patience = ContinuousClock.now + .seconds(60)
    while case let left = supervisors, !left.isEmpty, ContinuousClock.now < patience + .seconds(60) {
      for id in left { kill(id, ContinuousClock.now < patience ? SIGTERM : SIGKILL) }
      usleep(20_000)
    }
  }

  @discardableResult
  func write(_ name: String, _ text: String) throws -> String { try write(name, Array(text.utf8)) }

  @discardableResult
  func write(_ name: String, _ bytes: [UInt8]) throws -> String {
    let file = folder.appendingPathComponent(name)
    try Data(bytes).write(to: file)
    return file.path
  }

  func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: folder.appendingPathComponent(name)), as: UTF8.self)
  }

  /// Runs a line as a shell would read it: words, and `"…"` or `'…'` for one word with spaces.
  @discardableResult
  func run(_ line: String, input: String = "", environment: [String: String] = [:]) throws -> Outcome {
    try run(Self.words(line), input: input, environment: environment)
  }

  @discardableResult
  func run(_ words: [String], input: String = "", environment: [String: String] = [:]) throws -> Outcome {
    try spawn(Self.program, words, input: input, environment: environment)
  }

  /// Runs a line of `sh`, in which `prodpair` is the program.
  @discardableResult
  func shell(_ line: String) throws -> Outcome {
    let script = "prodpair() { '\(Self.program.path)' \"$@\"; }\n" + line
    return try spawn(URL(fileURLWithPath: "/bin/bash"), ["-c", script], input: "", environment: [:])
  }

  private func spawn(
    _ program: URL, _ words: [String], input: String, environment: [String: String]
  ) throws -> Outcome {
    let variables = ["PRODPAIR_STORE": store, "HOME": folder.path, "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"]
      .merging(environment) { $1 }
    let outcome = try Program.run(
      [program.path] + words, in: folder.path, environment: variables, input: input)
    return Outcome(exitCode: outcome.exitCode, output: outcome.output, errors: outcome.errors)
  }

  static func words(_ line: String) -> [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    for character in line {
      if let open = quote {
        if character == open { quote = nil } else { word = (word ?? "") + String(character) }
      } else if character == "\"" || character == "'" {
        quote = character
        word = word ?? ""
      } else if character == " " || character == "\n" {
        if let complete = word { words.append(complete) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    return words + (word.map { [$0] } ?? [])
  }
}

enum Samples {
  /// The checklist of contract.md, section 2, with one step more.
  static let release = """
    ---
    checklist: new-release
    title: New release
    deploy: new-release
    team: platform
    environments: [staging, prod]
    expected: 3h
    parameters:
      - name: version
        ask: Release version, for example v205
        pattern: ^v[0-9]+$
    ---
    # New release

    ## Pre
    - [ ] Generate the final release {{version}} <!-- id: final-release; expect: 10m -->
      ```sh
      bosh create release --final --version {{version}}
      ```
    ## During
    - [ ] Watch the canary <!-- id: canary -->
    - [ ] Deploy, and watch the canaries <!-- id: deploy; expect: 1h; killer; deploys; value: "updated; failed" -->
    ## Post
    - [ ] Publish the final release <!-- id: publish -->
    ## Rollback
    Roll back when more than one runner fails, or requests fail for 5 minutes.
    - [ ] Deploy the previous manifest <!-- id: rollback-deploy; deploys -->

    """

  static let start =
    "run start new-release --env staging --artifact cf-release@v205 --pair ana,bo --param version=v205"
}
