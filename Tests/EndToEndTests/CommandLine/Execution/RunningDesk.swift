import Foundation

extension Desk {
  /// A desk with ana and bo, on whose run 1 there are these steps, in `pre` unless they say otherwise.
  ///
  /// Commands run in the desk's folder, which is the home directory here.
  static func running(
    _ steps: String, front: String = "", parameters: [String: String] = [:], begin: Bool = true
  ) throws -> Desk {
    let desk = try Desk()
    try desk.write("steps.md", "---\nchecklist: steps\n\(front)\n---\n# Steps\n\n## Pre\n\(steps)\n")
    for line in [
      "init --team platform --timezone UTC --no-starters",
      "person add ana --name Ana --login ana-of-tests --team platform",
      "person add bo --name Bo --login bo-of-tests --team platform", "checklist import steps.md",
    ] {
      let outcome = try desk.run(line)
      guard outcome.exitCode == 0 else { throw Broken(line: line, outcome: outcome) }
    }
    let given = parameters.sorted { $0.key < $1.key }.flatMap { ["--param", "\($0.key)=\($0.value)"] }
    let start = ["run", "start", "steps", "--env", "staging", "--artifact", "a@1", "--pair", "ana,bo"] + given
    let outcome = begin ? try desk.run(start) : Outcome(exitCode: 0, output: "", errors: "")
    guard outcome.exitCode == 0 else { throw Broken(line: "run start", outcome: outcome) }
    return desk
  }

  /// A step with one command, as it stands in a checklist.
  static func step(_ id: String, _ attributes: String = "", _ code: String, language: String = "sh") -> String {
    let more = attributes.isEmpty ? "" : "; \(attributes)"
    let lines = code.split(separator: "\n", omittingEmptySubsequences: false).map { "  \($0)" }
    return """
      - [ ] Do what \(id) says here <!-- id: \(id)\(more) -->
        ```\(language)
      \(lines.joined(separator: "\n"))
        ```

      """
  }

  /// The step as `run show` has it.
  func step(_ id: String, of run: Int = 1) throws -> [String: Any] {
    let steps = try self.run("run show \(run) --json").object["steps"] as? [[String: Any]]
    return steps?.first { $0["id"] as? String == id } ?? [:]
  }

  func state(_ id: String, of run: Int = 1) throws -> String { try step(id, of: run)["state"] as? String ?? "none" }

  /// The kinds of the step's entries.
  func kinds(_ id: String) throws -> [String] {
    (try step(id)["entries"] as? [[String: Any]] ?? []).compactMap { $0["kind"] as? String }
  }

  /// The only execution that a `run exec --json` tells of.
  func execution(_ outcome: Outcome) -> [String: Any] {
    (outcome.object["executions"] as? [[String: Any]])?.first ?? [:]
  }

  /// Runs a script of bash in which `$P` is the program, and `upto COMMAND…` waits until a command says yes.
  @discardableResult
  func script(_ lines: String) throws -> Outcome {
    try shell(
      """
      P='\(Self.program.path)'
      upto() { local i; for i in $(seq 6000); do "$@" > /dev/null 2>&1 && return; sleep 0.02; done
        echo "never: $*" >&2; exit 99; }
      \(lines)
      """)
  }

  func has(_ name: String) -> Bool { FileManager.default.fileExists(atPath: folder.appending(path: name).path) }
}
