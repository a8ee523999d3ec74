import Domain
import Foundation
import Host
import Store
import Testing
import Workflow

@Suite struct StopTests {
  @Test("Who stops a command is on the record, and all that it has started is gone")
  func stop() throws {
    let desk = try ExecutionDesk(
      """
      - [ ] Wait for ever <!-- id: wait -->
        ```sh
        trap 'echo told by the first signal' INT; echo waiting; sleep 1000000.5
        ```
      """)
    let execution = try desk.begin("wait")
    try desk.waitFor("waiting", of: execution)
    try StopRunningExecution.stop(execution, in: desk.store, by: desk.actor, at: ExecutionDesk.now)
    let result = try desk.end(of: execution)
    #expect(result.ending == .stopped(by: Handle("ana")))
    #expect(result.verdict == .stopped)
    #expect(try desk.output().contains("told by the first signal"))
    try desk.wait("all of it to be gone") { desk.processes(with: "1000000.5").isEmpty }
    let entries = try desk.store.read { try $0.run(RunNumber(1)).entries.map(\.kind) }
    #expect(entries.suffix(2) == [.commandStopped, .commandEnded])
    #expect(throws: Refusal.commandNotRunning(execution.number)) {
      try StopRunningExecution.stop(execution, in: desk.store, by: desk.actor, at: ExecutionDesk.now)
    }
  }

  @Test("What ignores being told to end is killed, and so is what went into a session of its own")
  func stubborn() throws {
    let desk = try ExecutionDesk(
      """
      - [ ] Ignore everything <!-- id: stubborn -->
        ```bash
        trap '' INT TERM HUP
        setsid bash -c 'trap "" INT TERM HUP; while :; do sleep 0.1; done' stubborn-$PRODPAIR_STORE &
        (trap '' INT TERM HUP; while :; do sleep 0.1; done) &
        echo ready
        while :; do sleep 0.1; done
        ```
      """)
    let execution = try desk.begin("stubborn")
    try desk.waitFor("ready", of: execution)
    try desk.wait("the one that went away") { !desk.processes(with: "stubborn-\(desk.desk.store)").isEmpty }
    try StopRunningExecution.stop(execution, in: desk.store, by: desk.actor, at: ExecutionDesk.now)
    let result = try desk.end(of: execution)
    #expect(result.verdict == .stopped)
    #expect((result.took ?? .zero) >= SupervisedCommand.grace * 2)
    try desk.wait("the one that went away to be gone") {
      desk.processes(with: "stubborn-\(desk.desk.store)").isEmpty
    }
    #expect(try !desk.output().contains("left running"))
  }

  @Test("What forks away and goes on is named, and holds nothing up")
  func forksAway() throws {
    let desk = try ExecutionDesk(
      """
      - [ ] Leave somebody behind <!-- id: daemon -->
        ```sh
        setsid sh -c 'trap "" HUP; echo > here; while ! test -e go; do sleep 0.1; done; echo over > over' &
        until test -e here; do sleep 0.02; done; echo done
        ```
      """)
    let result = try desk.run("daemon")
    #expect(result.verdict == .yes)
    #expect(try desk.output().contains("[prodpair: left running by the command: sh ("))
    try desk.desk.write("go", "")
    try desk.wait("it to go on") {
      FileManager.default.fileExists(atPath: desk.desk.folder.appendingPathComponent("over").path)
    }
  }

  @Test("A supervisor that is told to end stops its command in order; one whose terminal goes does not care")
  func told() throws {
    let desk = try ExecutionDesk(
      """
      - [ ] Wait for ever <!-- id: wait -->
        ```sh
        trap 'echo put in order; exit 0' INT; echo waiting; while :; do sleep 0.05; done
        ```
      """)
    let execution = try desk.begin("wait")
    try desk.waitFor("waiting", of: execution)
    let supervisor = try desk.supervisor()
    kill(supervisor, SIGHUP)
    kill(supervisor, SIGTERM)
    let result = try desk.end(of: execution)
    #expect(result.ending == .stopped(by: nil))
    #expect(try desk.output().contains("put in order"))
  }

  @Test("A command is stopped though the store can't be written, and its end is written when it can be")
  func storeBusy() throws {
    let desk = try ExecutionDesk(
      """
      - [ ] Wait for ever <!-- id: wait -->
        ```sh
        trap 'echo gone > gone; exit 0' INT; echo waiting; while :; do sleep 0.05; done
        ```
      """)
    let execution = try desk.begin("wait")
    try desk.waitFor("waiting", of: execution)
    // As a disk that was mounted read-only would have it.
    let lock = try FileLock(desk.desk.store + "-lock", like: desk.desk.store)
    #expect(lock.acquire(waiting: .seconds(10)))
    try StopRunningExecution.stop(execution, in: desk.store, by: desk.actor, at: ExecutionDesk.now)
    try desk.wait("it to be gone") {
      FileManager.default.fileExists(atPath: desk.desk.folder.appendingPathComponent("gone").path)
    }
    #expect(try desk.execution(1).isRunning)
    lock.release()
    #expect(try desk.end(of: execution).ending == .stopped(by: Handle("ana")))
    try desk.waitUntilTidy()
  }
}
