import Domain
import Foundation
import Host
import Store
import Testing
import Workflow

@Suite struct LostTests {
  @Test("A supervisor that is killed leaves an execution unknown, with what was printed until then")
  func killed() throws {
    let desk = try ExecutionDesk(
      """
      - [ ] Wait for ever <!-- id: wait; mode: check -->
        ```sh
        echo waiting; while :; do sleep 0.05; done
        ```
      """)
    let execution = try desk.begin("wait")
    try desk.waitFor("waiting", of: execution)
    let reader = try OutputReader(execution, store: desk.store)
    #expect(try reader.state().isSupervised)
    #expect(try FindLostExecutions(store: desk.store).run(by: desk.actor, at: ExecutionDesk.now).isEmpty)
    kill(try desk.supervisor(), SIGKILL)
    try desk.wait("the reader to see that") { try !reader.state().isSupervised }
    #expect(try !reader.state().isOver)
    // What its terminal's end is to end has its turn first.
    let spool = ExecutionSpool(token: execution.spool, storePath: desk.desk.store)
    try desk.wait("the command to be gone") { CommandSession.survivors(in: spool).isEmpty }
    // Whoever opens the store next.
    let outcome = try desk.desk.run("run list")
    #expect(outcome.errors.contains("unknown: nobody saw how it ended"))
    let result = try desk.end(of: execution)
    #expect(result.ending == .lost)
    #expect(result.verdict == .unknown)
    #expect(result.output.head == "waiting")
    #expect(try desk.state(of: "wait") == .started)
    #expect(desk.spools.isEmpty)
    #expect(try reader.state().isOver)
  }

  @Test("What outlives its supervisor is named, and its step's command is not begun beside it")
  func survivor() throws {
    let desk = try ExecutionDesk(
      """
      - [ ] Wait, whoever hangs up <!-- id: wait -->
        ```sh
        trap '' HUP
        echo waiting; while ! test -e go; do sleep 0.02; done
        ```
      """)
    let execution = try desk.begin("wait")
    try desk.waitFor("waiting", of: execution)
    let supervisor = try desk.supervisor()
    kill(supervisor, SIGKILL)
    let reader = try OutputReader(execution, store: desk.store)
    try desk.wait("nobody to watch") { try !reader.state().isSupervised }
    #expect(try FindLostExecutions(store: desk.store).run(by: desk.actor, at: ExecutionDesk.now).count == 1)
    let spool = try #require(desk.spools.first)
    let survivors = CommandSession.survivors(in: spool)
    #expect(survivors.contains { $0.name == "sh" })
    guard case .refused(let why, let code) = try desk.launch("wait") else { throw ExecutionDesk.Failed(why: "began") }
    #expect(code == 1)
    #expect(why.contains("still runs: sh (\(survivors[0].id))"), "\(why)")
    #expect(try desk.desk.run("doctor").output.contains("nobody knows how it ended"))
    try desk.desk.write("go", "")
    try desk.wait("it to end") { CommandSession.survivors(in: spool).isEmpty }
    #expect(try desk.run("wait").verdict == .yes)
    try desk.waitUntilTidy()
    #expect(try !desk.desk.run("doctor").output.contains("nobody knows how it ended"))
  }

  @Test("Where the supervisor had seen the end, its word counts though it was killed before the store had it")
  func seen() throws {
    let desk = try ExecutionDesk(
      """
      - [ ] Look whether it is up <!-- id: up; mode: check -->
        ```sh
        echo hello; while ! test -e go; do sleep 0.02; done
        ```
      """)
    let execution = try desk.begin("up")
    try desk.waitFor("hello", of: execution)
    let supervisor = try desk.supervisor()
    let lock = try FileLock(desk.desk.store + "-lock", like: desk.desk.store)
    #expect(lock.acquire(waiting: .seconds(10)))
    try desk.desk.write("go", "")
    let spool = ExecutionSpool(token: execution.spool, storePath: desk.desk.store)
    try desk.wait("the end in the spool") { ResultFile.read(spool) != nil }
    kill(supervisor, SIGKILL)
    try desk.wait("it to be gone") { !SpoolLock.isHeld(spool) }
    lock.release()
    let found = try FindLostExecutions(store: desk.store).run(by: desk.actor, at: ExecutionDesk.now)
    #expect(found.map(\.verdict) == [.yes])
    #expect(try desk.execution(1).result?.ending == .exited(0))
    // Nobody is there who ran it: a person ticks.
    #expect(try desk.state(of: "up") == .started)
    #expect(desk.spools.isEmpty)
  }

  @Test("A copy of the store shows what runs as unknown, and what runs goes on")
  func copied() throws {
    let desk = try ExecutionDesk(
      """
      - [ ] Wait to be let go <!-- id: wait -->
        ```sh
        echo waiting; while ! test -e go; do sleep 0.02; done
        ```
      """)
    let execution = try desk.begin("wait")
    try desk.waitFor("waiting", of: execution)
    let copy = desk.desk.folder.appendingPathComponent("copy.sqlite").path
    try desk.store.backup(to: copy)
    let other = try StoreLocation(path: copy, origin: .option).open()
    #expect(try FindLostExecutions(store: other).run(by: desk.actor, at: ExecutionDesk.now).count == 1)
    #expect(try other.read { try $0.execution(execution.number).verdict } == .unknown)
    try desk.desk.write("go", "")
    #expect(try desk.end(of: execution).verdict == .yes)
  }

  /// `PRODPAIR_KILLS` for more.
  @Test("A supervisor that is killed at any moment leaves what is right, or unknown, and never anything else")
  func killedAnywhere() throws {
    let desk = try ExecutionDesk(
      """
      - [ ] Look whether it is up <!-- id: yes; mode: assisted -->
        ```sh
        echo out; sleep 0.003; exit 0
        ```
      - [ ] Look whether it is down <!-- id: no; mode: assisted -->
        ```sh
        echo out; exit 3
        ```
      """)
    let kills = ProcessInfo.processInfo.environment["PRODPAIR_KILLS"].flatMap { Int($0) } ?? 200
    var counts: [Verdict: Int] = [:]
    var longest = Duration.milliseconds(50)
    for index in 0..<kills {
      let step = index % 2 == 0 ? "yes" : "no"
      // Some go to their end, whatever machine this is.
      let isSpared = index % 16 < 2
      let took = try killedOnce(
        desk, step, isBegun: index % 4 > 0,
        after: isSpared ? ExecutionDesk.patience : longest * Double.random(in: 0...1))
      // As long as a whole one takes here, so that kills fall everywhere.
      if let took { longest = (longest * 7 + took * 1.5) / 8 }
      var executions: [Execution] = []
      // One that was killed while it started the command left its lock to that, for the moment until it is another program.
      try desk.wait("every end to be written down") {
        _ = try FindLostExecutions(store: desk.store).run(by: desk.actor, at: ExecutionDesk.now)
        executions = try desk.store.read { try $0.executions(of: RunNumber(1)) }
        return executions.allSatisfy { !$0.isRunning }
      }
      guard let last = executions.last, last.number.value > counts.values.reduce(0, +) else { continue }
      let verdict = try #require(last.verdict)
      counts[verdict, default: 0] += 1
      let right: Verdict = last.step.text == "yes" ? .yes : .no
      #expect(verdict == right || verdict == .unknown)
      if verdict == right { #expect(last.result?.output.head == "out") }
    }
    #expect((counts[.unknown] ?? 0) > 0)
    #expect((counts[.yes] ?? 0) > 0 && (counts[.no] ?? 0) > 0)
    #expect(try desk.store.verify().isSound)
  }

  /// - Parameter isBegun: whether the time counts from when it said that the command begins, and not from its start.
  /// - Returns: how long it took where it was through before.
  private func killedOnce(
    _ desk: ExecutionDesk, _ step: String, isBegun: Bool, after pause: Duration
  ) throws -> Duration? {
    let input = try PipeEnds()
    let output = try PipeEnds()
    let nothing = open("/dev/null", O_RDWR | O_CLOEXEC)
    defer { close(nothing) }
    let supervisor = try SessionProcess.start(
      Desk.program.path, name: "prodpair", arguments: ["supervise"], environment: ["PATH": "/usr/bin:/bin"],
      descriptors: [input.reading, output.writing, nothing])
    input.closeReading()
    output.closeWriting()
    input.write(Array(try JSONEncoder().encode(desk.order(step))) + [10])
    input.closeWriting()
    if isBegun { _ = output.readLine() }
    let begun = ContinuousClock.now
    let end = begun + pause
    var status: Int32 = 0
    while ContinuousClock.now < end {
      if waitpid(supervisor.id, &status, WNOHANG) == supervisor.id { return .now - begun }
      poll(nil, 0, 1)
    }
    kill(supervisor.id, SIGKILL)
    _ = supervisor.waitForEnd()
    return nil
  }
}
