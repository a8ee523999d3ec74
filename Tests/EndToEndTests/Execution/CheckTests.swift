import Domain
import Foundation
import Testing
import Workflow

@Suite struct CheckTests {
  @Test("A check's yes ticks its step; a no, and what is neither, does not")
  func verdicts() throws {
    let desk = try ExecutionDesk(
      """
      - [ ] Look whether it is up <!-- id: up; mode: check -->
        ```sh
        true
        ```
      - [ ] Look whether it is down <!-- id: down; mode: check -->
        ```sh
        exit 1
        ```
      - [ ] Look whether it says ok <!-- id: ok; mode: check; matches: "^status: ok$" -->
        ```sh
        echo "the status"; printf '\\033[32mstatus: ok\\033[0m\\r\\n'; echo bye
        ```
      - [ ] Look whether it says ok here <!-- id: not-ok; mode: check; matches: "^status: ok$" -->
        ```sh
        echo "status: okay"
        ```
      - [ ] Look whether the killer is well <!-- id: killer; mode: check; killer -->
        ```sh
        true
        ```
      """)
    #expect(try desk.run("up").verdict == .yes)
    #expect(try desk.state(of: "up") == .done)
    #expect(try desk.run("down").verdict == .no)
    #expect(try desk.state(of: "down") == .started)
    #expect(try desk.run("ok").verdict == .yes)
    #expect(try desk.run("not-ok").verdict == .no)
    #expect(try desk.state(of: "not-ok") == .started)
  }

  @Test("A check is tried again until it says yes, and the output tells of each try")
  func attempts() throws {
    let desk = try ExecutionDesk(
      """
      - [ ] Look until it is there <!-- id: later; mode: check; attempts: 3 -->
        ```sh
        echo try >> tries; test $(wc -l < tries) -ge 2
        ```
      """)
    let result = try desk.run("later")
    #expect(result.verdict == .yes)
    #expect(result.attempts == 2)
    #expect(try desk.output().contains("[prodpair: try 1 of 3: exit 1; again in 1s]"))
  }

  @Test("When its time is up a check is ended, and that is neither a yes nor a no")
  func timeout() throws {
    let desk = try ExecutionDesk(
      """
      - [ ] Look for too long <!-- id: slow; mode: check; timeout: 1s -->
        ```sh
        echo begun; sleep 600 & wait
        ```
      """)
    let result = try desk.run("slow")
    #expect(result.ending == .timedOut)
    #expect(result.verdict == .timedOut)
    #expect(try desk.state(of: "slow") == .started)
    #expect((result.took ?? .zero) >= .seconds(1))
  }

  @Test("How far it is, is read while it runs")
  func progress() throws {
    let desk = try ExecutionDesk(
      """
      - [ ] Deploy to them all <!-- id: deploy; progress: "(runner_z1/[0-9]+). Done"; total: "{{count}}" -->
        ```sh
        for i in 1 2 3; do echo "runner_z1/$i. Done (00:01:06)"; done
        while ! test -e go; do sleep 0.02; done
        for i in 4 5; do echo "runner_z1/$i. Done (00:01:06)"; done
        ```
      """, parameters: "  - name: count", values: ["count": "5"])
    let execution = try desk.begin("deploy")
    let reader = try OutputReader(execution, store: desk.store)
    try desk.wait("three of five") {
      try reader.state().progress == OutputProgress(done: 3, total: 5, name: "runner_z1/3")
    }
    try desk.desk.write("go", "")
    #expect(try desk.end(of: execution).output.progress == OutputProgress(done: 5, total: 5, name: "runner_z1/5"))
    try desk.wait("the reader to see the end") { try reader.state().isOver }
    #expect(try reader.state().progress?.done == 5)
    #expect(String(decoding: try reader.bytes(in: 0..<9).bytes, as: UTF8.self) == "runner_z1")
  }
}
