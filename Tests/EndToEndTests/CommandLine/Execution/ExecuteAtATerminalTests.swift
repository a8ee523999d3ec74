import Foundation
import Testing

@Suite("run exec at a terminal asks first, and ^C means what it says")
struct ExecuteAtATerminalTests {
  private func terminal(_ desk: Desk) throws -> TerminalSession {
    try TerminalSession(environment: ["PRODPAIR_STORE": desk.store, "HOME": desk.folder.path])
  }

  @Test("Enter alone is a no: nothing is run, and nothing written")
  func declined() async throws {
    let desk = try Desk.running(Desk.step("plain", "mode: check", "touch ran"))
    let terminal = try terminal(desk)
    try await terminal.run("prodpair run exec 1 plain --as ana; echo code $?")
    try await terminal.wait(for: "touch ran", "run it? [y/N]")
    try terminal.press("Enter")
    try await terminal.wait(for: "nothing was run", "code 1")
    #expect(!desk.has("ran"))
    #expect(try desk.state("plain") == "open")
  }

  @Test("^C asks the command to stop, and says so; its own end is waited for")
  func interrupted() async throws {
    let desk = try Desk.running(
      Desk.step(
        "slow", "", "trap 'echo put in order; exit 3' INT; echo begun $((40 + 2)); while :; do sleep 0.02; done"))
    let terminal = try terminal(desk)
    try await terminal.run("prodpair run exec 1 slow --yes --as ana; echo code $?")
    try await terminal.wait(for: "begun 42")
    try terminal.press("C-c")
    try await terminal.wait(for: "stopping it", "put in order", "stopped by ana", "code 4")
    #expect(try desk.kinds("slow").contains("command-stopped"))
  }

  @Test("A second ^C leaves it to that, and says how to follow it again")
  func left() async throws {
    let desk = try Desk.running(
      Desk.step("slow", "", "echo begun $((40 + 2)); while :; do sleep 0.02; done"))
    let terminal = try terminal(desk)
    try await terminal.run("prodpair run exec 1 slow --yes --as ana; echo code $?")
    try await terminal.wait(for: "begun 42")
    // It would make an end of the command before the second ^C.
    let supervisor = try #require(desk.supervisors.first)
    kill(supervisor, SIGSTOP)
    defer { kill(supervisor, SIGCONT) }
    try terminal.press("C-c")
    try await terminal.wait(for: "stopping it")
    try terminal.press("C-c")
    try await terminal.wait(for: "run exec 1 slow --watch", "code 130")
    kill(supervisor, SIGCONT)
    #expect(try desk.run("run exec 1 slow --watch").exitCode == 4)
  }

  @Test("^C stops the command also where it comes before anybody knows that it has begun")
  func early() throws {
    let desk = try Desk.running(Desk.step("slow", "", "while :; do sleep 0.02; done"))
    // Whoever holds the store keeps the command from being begun, and its caller waits for that.
    let outcome = try desk.script(
      """
      set -m
      coproc sqlite3 "$PRODPAIR_STORE"
      code=75
      # On a busy machine it may have waited for too long by then, and is asked again.
      for try in $(seq 100); do
        [ $code = 75 ] || break
        echo "BEGIN IMMEDIATE; SELECT 'held';" >&"${COPROC[1]}"
        read -r held <&"${COPROC[0]}"
        "$P" run exec 1 slow --yes --as ana > out 2> said &
        upto pgrep -P $!
        kill -INT $!
        echo 'ROLLBACK;' >&"${COPROC[1]}"
        wait $!
        code=$?
      done
      echo "$held, code $code"
      cat said
      """)
    #expect(outcome.output.contains("held, code 4"), "\(outcome)")
    #expect(outcome.output.contains("stopping it"), "\(outcome)")
    #expect(try desk.kinds("slow").contains("command-stopped"))
  }

  @Test("Whoever watches what somebody else has begun stops nothing by ^C")
  func watching() async throws {
    let desk = try Desk.running(
      Desk.step("slow", "mode: check", "echo begun $((40 + 2)); until [ -e go ]; do sleep 0.02; done"))
    #expect(try desk.run("run exec 1 slow --detach --as ana").exitCode == 0)
    let terminal = try terminal(desk)
    try await terminal.run("prodpair run exec 1 slow --as bo; echo code $?")
    try await terminal.wait(for: "begun by ana", "begun 42")
    try terminal.press("C-c")
    try await terminal.wait(for: "it goes on without you", "code 130")
    try desk.write("go", "")
    #expect(try desk.run("run exec 1 slow --watch").exitCode == 0)
    #expect(try !desk.kinds("slow").contains("command-stopped"))
  }

  @Test("From step to step it asks before each command, and whether it is done what no check can say")
  func stepByStep() async throws {
    let desk = try Desk.running(
      Desk.step("one", "mode: check", "echo first") + Desk.step("two", "", "echo second")
        + "- [ ] Count the runners <!-- id: count; value: runners -->\n")
    let terminal = try terminal(desk)
    try await terminal.run("prodpair run exec 1 --as ana; echo code $?")
    try await terminal.wait(for: "run it? [y/N]")
    try terminal.type("y\n")
    try await terminal.wait(for: "1 one done", "step 2 two")
    try await terminal.wait("the second question") { $0.components(separatedBy: "run it?").count == 3 }
    try terminal.type("y\n")
    try await terminal.wait(for: "is it done? [y/N]")
    try terminal.type("yes\n")
    try await terminal.wait(for: "done, with the value (runners):")
    try terminal.type("95\n")
    try await terminal.wait(for: "3 count done, 3 of 3 settled", "run finish 1", "code 0")
  }

  @Test("What comes without a line end is seen as it comes")
  func dots() async throws {
    let desk = try Desk.running(
      Desk.step(
        "dots", "mode: check", "printf 'waiting'; printf '...'; until [ -e go ]; do sleep 0.02; done; echo over"))
    let terminal = try terminal(desk)
    try await terminal.run("prodpair run exec 1 dots --yes --as ana")
    try await terminal.wait(for: "waiting...")
    try desk.write("go", "")
    try await terminal.wait(for: "waiting...over", "execution 1: yes")
  }
}
