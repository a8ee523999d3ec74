import Domain
import Foundation
import Host
import Store
import Testing
import Workflow

@Suite struct ExecutionTests {
  @Test("A command runs on a terminal, in the home directory, with what was declared and nothing else")
  func plain() throws {
    let desk = try ExecutionDesk(
      """
      - [ ] Say where we are <!-- id: where -->
        ```bash
        tty; test -t 0 && test -t 1 && test -t 2 && echo terminal; stty size; pwd
        env | sort | grep -v -e ^_= -e ^SHLVL= -e ^PWD= -e ^OLDPWD=
        read answer || echo nobody types
        ls /proc/self/fd | wc -l
        ```
      """)
    let result = try desk.run("where", environment: ["PROBE": "leaks", "LANG": "C"])
    #expect(result.ending == .exited(0))
    #expect(result.verdict == .yes)
    let lines = try desk.output().split(separator: "\n").map(String.init)
    #expect(lines.first?.hasPrefix("/dev/pts/") == true)
    #expect(
      lines.dropFirst() == [
        "terminal", "40 120", desk.desk.folder.path, "HOME=\(desk.desk.folder.path)", "LANG=C", "PATH=/usr/bin:/bin",
        "PRODPAIR_ARTIFACT=a@1", "PRODPAIR_ENVIRONMENT=staging", "PRODPAIR_RUN=1", "PRODPAIR_STEP=where",
        "PRODPAIR_STORE=\(desk.desk.store)", "TERM=dumb", "nobody types", "4",
      ])
    #expect(try desk.state(of: "where") == .started)
    try desk.waitUntilTidy()
    #expect(result.output.kept != nil)
  }

  @Test("Its exit code is what came of it, and the line that says why is found")
  func failure() throws {
    let desk = try ExecutionDesk(
      """
      - [ ] Fail with a reason <!-- id: fail -->
        ```sh
        echo begins; echo "Error: runner_z1/95 is not running"; echo over; exit 7
        ```
      - [ ] End by a signal <!-- id: killed -->
        ```sh
        kill -9 $$
        ```
      """)
    let result = try desk.run("fail")
    #expect(result.ending == .exited(7))
    #expect(result.verdict == .no)
    #expect(result.output.failingLine == "Error: runner_z1/95 is not running")
    #expect(result.output.head == "begins\nError: runner_z1/95 is not running\nover")
    #expect(result.output.tail.isEmpty)
    #expect(try desk.run("killed").ending == .killed(signal: 9))
  }

  @Test("Values with quotes, line breaks and commands in them arrive as they are, also between double quotes")
  func values() throws {
    let value = "it's \"quoted\" $(touch pwned) `touch pwned`\n; touch pwned # \\ ${HOME} é"
    let desk = try ExecutionDesk(
      """
      - [ ] Print what was given <!-- id: print -->
        ```sh
        printf '<%s>' "{{given}}"; printf '<%s>' {{given}} | wc -c
        ```
      - [ ] Read it elsewhere <!-- id: python -->
        ```python
        import os; print(os.environ["given"], end="")
        ```
      """, parameters: "  - name: given", values: ["given": value])
    #expect(try desk.run("print").ending == .exited(0))
    #expect(try desk.output().hasPrefix("<\(value)>"))
    #expect(!FileManager.default.fileExists(atPath: desk.desk.folder.appendingPathComponent("pwned").path))
    if FileManager.default.isExecutableFile(atPath: "/usr/bin/python3") {
      #expect(try desk.run("python").ending == .exited(0))
      #expect(try desk.output(2) == value)
    }
  }

  @Test("What can't be run is said so, and is neither a yes nor a no")
  func couldNotRun() throws {
    let desk = try ExecutionDesk(
      """
      - [ ] Use a shell that is not there <!-- id: shell; mode: check -->
        ```zsh
        echo hello
        ```
      - [ ] Call what is not there <!-- id: missing; mode: check -->
        ```sh
        no-such-program-here
        ```
      """)
    let nowhere = try desk.run("shell", environment: ["PATH": "/nowhere"])
    #expect(nowhere.verdict == .couldNotRun)
    #expect(nowhere.ending == .notStarted("zsh was not found in /nowhere"))
    #expect(try desk.output().isEmpty)
    let missing = try desk.run("missing")
    #expect(missing.ending == .exited(127))
    #expect(missing.verdict == .couldNotRun)
    let gone = try desk.run("missing", environment: ["HOME": "/no/such/place"])
    #expect(gone.ending == .notStarted("the directory /no/such/place is not there"))
    #expect(try desk.state(of: "missing") == .started)
  }

  @Test("Bytes of any kind are kept as they came, and what is shown of them is text")
  func binary() throws {
    let desk = try ExecutionDesk(
      """
      - [ ] Print bytes <!-- id: bytes -->
        ```sh
        printf '\\000\\001\\377\\033[31mred\\033[0m\\033]0;title\\007\\n\\302\\233x\\r\\ndone'
        ```
      """)
    let result = try desk.run("bytes")
    #expect(result.verdict == .yes)
    let bytes = try desk.store.read { try $0.output(of: ExecutionNumber(1)) }
    #expect(bytes.starts(with: [0, 1, 255, 0x1B]))
    #expect(bytes.suffix(6) == Array("\r\ndone".utf8)[...])
    #expect(result.output.head.hasSuffix("done"))
    #expect(!result.output.head.contains("\u{1B}"))
  }

  @Test(
    "A clock that is set while a command runs changes neither how long it took nor what came of it",
    arguments: [
      -86_400, 86_400,
    ])
  func clockJumps(seconds: Int) throws {
    let desk = try ExecutionDesk(
      """
      - [ ] Look whether it is up <!-- id: up; mode: check -->
        ```sh
        true
        ```
      """)
    let begun = ExecutionDesk.now
    let start = StartExecution(
      run: RunNumber(1), step: StepID("up"), directory: "/", host: Machine.name, spool: "none")
    let execution = try desk.store.perform(start, by: desk.actor, at: begun)
    let end = EndExecution(
      execution.number, ending: .exited(0), verdict: .yes, took: .seconds(5), output: ExecutionOutput(), content: [],
      mayTick: true)
    let ended = try desk.store.perform(end, by: desk.actor, at: begun + .seconds(seconds))
    #expect(ended.isTicked)
    #expect(try desk.execution(1).result?.took == .seconds(5))
    #expect(try desk.state(of: "up") == .done)
    #expect(try desk.store.verify().isSound)
    for words in ["run show 1", "run list", "run show 1 --json"] {
      let outcome = try desk.desk.run(words)
      #expect(outcome.exitCode == 0, "\(words): \(outcome)")
    }
  }

  @Test("Two who run it at once: one begins it, the other is told which one to watch")
  func twice() throws {
    let desk = try ExecutionDesk(
      """
      - [ ] Wait to be let go <!-- id: wait -->
        ```sh
        echo waiting; while ! test -e go; do sleep 0.02; done
        ```
      """)
    let execution = try desk.begin("wait")
    #expect(try desk.launch("wait") == .running(execution.number.value))
    try desk.waitFor("waiting", of: execution)
    #expect(desk.spools.count == 1)
    try desk.desk.write("go", "")
    #expect(try desk.end(of: execution).verdict == .yes)
  }

  @Test("A rule's refusal is an answer with its exit code, and leaves nothing behind")
  func refused() throws {
    let desk = try ExecutionDesk(
      """
      - [ ] Say something <!-- id: say; mode: manual -->
        ```sh
        echo hello
        ```
      """)
    guard case .refused(let why, let code) = try desk.launch("say") else { throw ExecutionDesk.Failed(why: "began") }
    #expect(code == 1)
    #expect(!why.isEmpty)
    guard case .refused(_, let unknown) = try desk.launch("nothing") else { throw ExecutionDesk.Failed(why: "began") }
    #expect(unknown == 66)
    #expect(desk.spools.isEmpty)
    #expect(throws: ExecutionError.self) { try LaunchExecution(program: "/no/such/program").launch(desk.order("say")) }
    #expect(throws: ExecutionError.noAnswer) { try LaunchExecution(program: "/bin/true").launch(desk.order("say")) }
  }
}
