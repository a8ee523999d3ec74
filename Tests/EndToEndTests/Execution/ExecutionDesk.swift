import Domain
import Foundation
import Host
import Store
import TestSupport
import Workflow

/// A store with a run of a checklist whose steps are commands, and the built program to watch over them.
///
/// The run is a rehearsal in staging of whoever runs the tests, who is called `ana`.
final class ExecutionDesk {
  let desk: Desk
  let store: Store
  let actor: Actor

  struct Failed: Error { var why: String }

  static let patience = Duration.seconds(120)

  /// - Parameters:
  ///   - steps: in Markdown, below a heading.
  ///   - parameters: front matter.
  ///   - values: of the run's parameters.
  init(_ steps: String, parameters: String = "", values: [String: String] = [:]) throws {
    desk = try Desk()
    let lines = [
      "---", "checklist: try", "title: Try", "team: platform", "environments: [staging]",
      parameters.isEmpty ? "" : "parameters:\n" + parameters, "---", "# Try", "## During", steps,
    ]
    try desk.write("try.md", lines.filter { !$0.isEmpty }.joined(separator: "\n") + "\n")
    let login = Identity.current().login
    for words in [
      ["init", "--team", "platform", "--timezone", "UTC", "--no-starters"],
      ["person", "add", "ana", "--name", "Ana", "--login", login, "--team", "platform"],
      ["person", "add", "bo", "--name", "Bo", "--login", "bo-of-tests", "--team", "platform"],
      ["checklist", "import", "try.md"],
      ["run", "start", "try", "--env", "staging", "--artifact", "a@1", "--rehearsal", "--override", "a test"]
        + values.flatMap { ["--param", "\($0.key)=\($0.value)"] },
    ] {
      let outcome = try desk.run(words)
      guard outcome.exitCode == 0 else { throw Failed(why: "\(words): \(outcome)") }
    }
    store = try StoreLocation(path: desk.store, origin: .option).open()
    actor = try store.read { try $0.resolve(Identity.current()) }
  }

  static var now: Instant { Instant(Date()) }

  func order(_ step: String, secrets: [String: String] = [:], environment: [String: String] = [:]) -> ExecutionOrder {
    let mine = ["PATH": "/usr/bin:/bin", "HOME": desk.folder.path, "LANG": "C.UTF-8"].merging(environment) { $1 }
    return ExecutionOrder(
      storePath: desk.store, run: RunNumber(1), step: StepID(step), secrets: secrets, environment: mine)
  }

  /// Whose files may not grow beyond that, as on a disk that is full; in bytes.
  var fileLimit: Int?

  func launch(
    _ step: String, secrets: [String: String] = [:], environment: [String: String] = [:]
  ) throws -> SupervisorAnswer {
    try LaunchExecution(program: try program()).launch(
      order(step, secrets: secrets, environment: environment))
  }

  /// The built program, with nothing of the environment of whoever runs the tests: it would find their hooks there.
  private func program() throws -> String {
    let limit = fileLimit.map { "ulimit -f \($0 / 512)" } ?? ""
    let variables = Program.environment.merging(["HOME": desk.folder.path]) { $1 }.map { "\($0.key)='\($0.value)'" }
    let path = desk.folder.path + "/sealed"
    try Script.write(
      "#!/bin/sh\n\(limit)\nexec env -i \(variables.joined(separator: " ")) '\(Desk.program.path)' \"$@\"\n", to: path)
    return path
  }

  /// Begins a step's command.
  func begin(
    _ step: String, secrets: [String: String] = [:], environment: [String: String] = [:]
  ) throws -> Execution {
    guard case .began(let number) = try launch(step, secrets: secrets, environment: environment) else {
      throw Failed(why: "\(step) did not begin")
    }
    return try execution(number)
  }

  /// Runs a step's command to its end.
  func run(
    _ step: String, secrets: [String: String] = [:], environment: [String: String] = [:]
  ) throws -> ExecutionResult {
    try end(of: try begin(step, secrets: secrets, environment: environment))
  }

  func execution(_ number: Int) throws -> Execution {
    try store.read { try $0.execution(ExecutionNumber(number)) }
  }

  /// Waits for its end, whoever writes that down.
  func end(of execution: Execution) throws -> ExecutionResult {
    var found: ExecutionResult?
    try wait("the end of execution \(execution.number)") {
      found = try self.execution(execution.number.value).result
      return found != nil
    }
    guard let found else { throw Failed(why: "no end") }
    return found
  }

  func output(_ execution: Int = 1) throws -> String {
    String(decoding: try store.read { try $0.output(of: ExecutionNumber(execution)) }, as: UTF8.self)
  }

  /// Waits until the output that is there by now has a text in it.
  func waitFor(_ text: String, of execution: Execution) throws {
    let reader = try OutputReader(execution, store: store)
    try wait("\"\(text)\" in the output") {
      String(decoding: try reader.bytes(in: 0..<1 << 20).bytes, as: UTF8.self).contains(text)
    }
  }

  func wait(_ what: String, until isTrue: () throws -> Bool) throws {
    guard try comesToBe(isTrue) else { throw Failed(why: "waited in vain for \(what)") }
  }

  func state(of step: String) throws -> StepState {
    try store.read { try $0.run(RunNumber(1)).progress(of: StepID(step)).state }
  }

  /// The processes whose environment or arguments have a text in them.
  func processes(with text: String) -> [pid_t] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return names.compactMap { pid_t($0) }.filter { id in
      guard id != getpid(), let data = FileManager.default.contents(atPath: "/proc/\(id)/cmdline") else { return false }
      return String(decoding: data, as: UTF8.self).contains(text)
    }
  }

  /// The process that watches over an execution.
  func supervisor() throws -> pid_t {
    guard let id = desk.supervisors.first else { throw Failed(why: "nobody watches") }
    return id
  }

  /// Waits until nothing is left beside the store: the end is in the store a moment before that.
  func waitUntilTidy() throws { try wait("the spool to be gone") { spools.isEmpty } }

  var spools: [ExecutionSpool] { ExecutionSpool.all(storePath: desk.store) }
}
