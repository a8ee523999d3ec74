import ChecklistFile
import Domain
import Store
import Workflow

extension Stage {
  /// A deploy that is run from its checklist: once it went well in staging, then the 96th runner failed there, and in
  /// production bo's is under way.
  init(deployingAt path: String, now: Instant) throws {
    let (ana, bo) = (Handle("ana"), Handle("bo"))
    store = try Store.create(path: path, kind: .personal, at: now, options: StoreOptions(catalogue: .prodpair))
    self.now = now
    actor = Actor(login: "ana", uid: 1001, person: ana)
    let other = Actor(login: "bo", uid: 1002, person: bo)
    viewer = Viewer(handle: ana, account: "ana")
    output = { execution, store in
      if execution.isRunning { return StagedOutput.deploying }
      return try StoredOutput(execution, store: store)
    }
    let team = Team(name: TeamName("platform"), timeZone: "UTC")
    _ = try Provision(team: team, includesStarters: false).run(in: store, by: actor, at: now)
    for who in [ana, bo] {
      let person = Person(handle: who, name: who.text.capitalized, login: who.text, teams: [team.name])
      try store.perform(AddPerson(person), by: actor, at: now)
    }
    let settings = CommandSettings(directory: "/srv/deployments", variables: ["BOSH_ENVIRONMENT": "prod-director"])
    try store.perform(SetCommandSettings(settings, of: team.name), by: actor, at: now)
    let document = try ChecklistDocument(bytes: Array(Self.deployPage.utf8), fileName: "bosh-deploy.md")
    try store.perform(ImportChecklist(document, as: document.name, reason: "as it is done"), by: actor, at: now)
    let rehearsed = now - .minutes(26 * 60)
    let first = try start(in: "staging", at: rehearsed)
    _ = try run("director", of: first, "bosh director v280.0.14\n", exit: 0, took: .seconds(2), at: rehearsed)
    _ = try run(
      "deploy", of: first, Self.log(95) + "Succeeded\n", exit: 0, took: .minutes(58), at: rehearsed + .minutes(1))
    try store.perform(
      ActOnRun(run: first, action: .settle(StepID("deploy"), Settlement(.done))), by: actor,
      at: rehearsed + .minutes(61))
    _ = try run("smoke", of: first, "12 passed\n", exit: 0, took: .seconds(40), at: rehearsed + .minutes(62))
    try store.perform(ActOnRun(run: first, action: .finish), by: actor, at: rehearsed + .minutes(64))
    let second = try start(in: "staging", at: now - .minutes(80))
    _ = try run("director", of: second, "bosh director v280.0.14\n", exit: 0, took: .seconds(2), at: now - .minutes(79))
    _ = try run(
      "deploy", of: second, Self.log(95) + Self.failure, exit: 1, took: .minutes(61), at: now - .minutes(78),
      failingLine: Self.failingLine)
    let third = try start(in: "prod", at: now - .minutes(37))
    _ = try run("director", of: third, "bosh director v280.0.14\n", exit: 0, took: .seconds(2), at: now - .minutes(36))
    let begin = StartExecution(
      run: third, step: StepID("deploy"), directory: "/srv/deployments", host: "jumpbox", spool: "staged")
    _ = try store.perform(begin, by: other, at: now - .minutes(35))
  }

  private func start(in environment: String, at moment: Instant) throws -> RunNumber {
    let order = RunOrder(
      checklist: ChecklistName("bosh-deploy"), environment: environment,
      artifact: Artifact(name: "cf-release", version: "v205"), pair: [Handle("ana"), Handle("bo")],
      parameters: ["version": "v205"], override: "the story's time")
    return try store.perform(StartRun(order), by: actor, at: moment)
  }

  private func run(
    _ step: String, of run: RunNumber, _ text: String, exit code: Int, took: Duration, at moment: Instant,
    failingLine: String? = nil
  ) throws -> Execution {
    let begin = StartExecution(
      run: run, step: StepID(step), directory: "/srv/deployments", host: "jumpbox", spool: "staged")
    let execution = try store.perform(begin, by: actor, at: moment)
    let lines = text.split(separator: "\n").map(String.init)
    let output = ExecutionOutput(
      size: text.utf8.count, head: lines.prefix(20).joined(separator: "\n"), failingLine: failingLine)
    let end = EndExecution(
      execution.number, ending: .exited(code), verdict: Verdict(.exited(code)), took: took, output: output,
      content: Array(text.utf8), mayTick: true)
    return try store.perform(end, by: actor, at: moment + took).execution
  }

  private static let deployPage = """
    ---
    checklist: bosh-deploy
    title: Deploy with BOSH
    without-staging: a story
    parameters:
      - name: version
        ask: Release version, for example v205
    ---
    # Deploy with BOSH

    ## Pre
    - [ ] The director answers <!-- id: director; mode: check -->
      ```sh
      bosh env --column=version
      ```
    ## During
    - [ ] Deploy {{version}}, and watch the canaries <!-- id: deploy; expect: 1h; deploys -->
      ```bash
      bosh -n -d cf deploy cf.yml \\
        -v release={{version}}
      ```
      Expect 95 runners updated, none failed.
    ## Post
    - [ ] The smoke tests pass <!-- id: smoke; mode: check -->
      ```sh
      cf-smoke --release {{version}}
      ```

    """

  /// A director's log of so many runners.
  fileprivate static func log(_ runners: Int) -> String {
    let head = [
      "Using environment 'prod-director' as client 'deployer'", "", "Task 205", "",
      "Task 205 | Preparing deployment: Preparing deployment (00:00:09)",
      "Task 205 | Preparing package compilation: Finding packages to compile (00:00:01)",
    ]
    let lines = (1...runners).map { runner in
      let isCanary = runner == 1 ? " (canary)" : ""
      return "Task 205 | Updating instance runner_z1: runner_z1/\(runner)\(isCanary). Done (00:01:06)"
    }
    return (head + lines).joined(separator: "\n") + "\n"
  }

  private static let failingLine =
    "Task 205 | Error: 'runner_z1/96' is not running after update: port 34567 in use"
  private static let failure = """
    Task 205 | Updating instance runner_z1: runner_z1/96 (00:05:12)
                L Error: 'runner_z1/96' is not running after update
    \(failingLine)

    Task 205 Started
    Task 205 error

    Updating deployment:
      Expected task '205' to succeed but state is 'error'

    Exit code 1

    """
}

/// An output that stands still, as everything does in a picture.
private struct StagedOutput: OutputSource {
  private let content: [UInt8]
  private let progress: OutputProgress

  static let deploying = StagedOutput(
    content: Array(Stage.log(57).utf8), progress: OutputProgress(done: 57, total: 95, name: "runner_z1/57"))

  func state() -> OutputState { OutputState(size: content.count, progress: progress) }
  func waitForChange(since state: OutputState, upTo limit: Duration) -> OutputState { self.state() }

  func bytes(in range: Range<Int>) -> (start: Int, bytes: [UInt8]) {
    let range = range.clamped(to: 0..<content.count)
    return (range.lowerBound, Array(content[range]))
  }
}
