import Foundation
import Testing

@Suite("run exec without a step goes on from where work goes on")
struct WalkRunTests {
  private static func check(_ id: String, _ code: String = "true", _ attributes: String = "") -> String {
    Desk.step(id, "mode: check" + (attributes.isEmpty ? "" : "; \(attributes)"), code)
  }

  @Test("Checks are run as far as they say yes, through the sections")
  func through() throws {
    let desk = try Desk.running(
      Self.check("one", "echo 1") + "## During\n" + Self.check("two", "echo 2") + "## Post\n" + Self.check("three"))
    let outcome = try desk.run("run exec 1 --non-interactive --as ana")
    #expect(outcome.exitCode == 0, "\(outcome)")
    #expect(outcome.output.contains("run 1: 3 three done, 3 of 3 settled"))
    #expect(outcome.errors.contains("prodpair run finish 1"))
    #expect(try desk.run("run exec 1 --non-interactive").exitCode == 0)
  }

  @Test(
    "It stops at whatever a person has to do, with exit code 3, and says which step and why",
    arguments: [
      ("- [ ] Look at the graphs <!-- id: stop -->\n", "by hand"),
      (Desk.step("stop", "", "touch ran"), "a person runs its command"),
      (Desk.step("stop", "mode: check; killer", "touch ran"), "a killer step"),
      (Desk.step("stop", "mode: check; value: count", "touch ran"), "a value (count)"),
      (Desk.step("stop", "mode: check; wait: 15m", "touch ran"), "waits 15m"),
      (Desk.step("stop", "mode: check", "touch ran {{token}}"), "--secret-from token=FILE"),
      (Desk.step("stop", "mode: check", "touch ran", language: "sh {\"interactive\":\"true\"}"), "may ask"),
    ])
  func person(_ step: String, _ why: String) throws {
    let desk = try Desk.running(
      Self.check("first") + step + Self.check("last", "touch last"),
      front: "parameters:\n  - name: token\n    secret: true")
    let outcome = try desk.run("run exec 1 --non-interactive --json --as ana")
    #expect(outcome.exitCode == 3, "\(outcome)")
    let stopped = try #require(outcome.object["stoppedAt"] as? [String: Any])
    #expect(stopped["step"] as? String == "stop" && (stopped["why"] as? String)?.contains(why) == true, "\(outcome)")
    #expect((outcome.object["executions"] as? [Any])?.count == 1)
    #expect(outcome.errors.contains("stopped at step 2 stop: "))
    #expect(try desk.state("first") == "done")
    #expect(!desk.has("ran") && !desk.has("last"))
  }

  @Test("It stops at a check that says no with 2, at one that says neither with 4, and at a failed step with 3")
  func notYes() throws {
    let desk = try Desk.running(Self.check("no", "exit 1") + Self.check("last", "touch last"))
    let no = try desk.run("run exec 1 --non-interactive --as ana")
    #expect(no.exitCode == 2 && no.errors.contains("stopped at step 1 no: no: exit 1"), "\(no)")
    try desk.run("run fail 1 no --reason broken --as ana")
    let failed = try desk.run("run exec 1 --non-interactive --as ana")
    #expect(failed.exitCode == 3 && failed.errors.contains("it failed"), "\(failed)")
    #expect(!desk.has("last"))
    let other = try Desk.running(Self.check("gone", "no-such-program-of-ours"))
    #expect(try other.run("run exec 1 --non-interactive --as ana").exitCode == 4)
  }

  @Test("A check with checks under it comes after them")
  func underneath() throws {
    let desk = try Desk.running(
      """
      - [ ] Everything answers <!-- id: all; mode: check -->
        ```sh
        echo all >> order
        ```
        - [ ] The first answers <!-- id: one; mode: check -->
          ```sh
          echo one >> order
          ```
        - [ ] The second answers <!-- id: two; mode: check -->
          ```sh
          echo two >> order
          ```
      """)
    let outcome = try desk.run("run exec 1 --non-interactive --as ana")
    #expect(outcome.exitCode == 0, "\(outcome)")
    #expect(try desk.text("order") == "one\ntwo\nall\n")
  }

  @Test("Without a terminal it is asked for, and with one step it runs that")
  func noTerminal() throws {
    let desk = try Desk.running(Desk.step("plain", "", "echo hello"))
    #expect(try desk.run("run exec 1").exitCode == 64)
    let one = try desk.run("run exec 1 plain --non-interactive --as ana")
    #expect(one.exitCode == 0 && one.lines.first == "hello", "\(one)")
  }

  @Test("In CI there is no terminal, no home, no language, and nothing is open but the standard streams")
  func bare() throws {
    let desk = try Desk.running(Self.check("plain", "echo \"${HOME-none} ${LANG-none} ${TERM-none}\"; echo ä"))
    let outcome = try desk.script(
      "env -i PRODPAIR_STORE=\"$PRODPAIR_STORE\" \"$P\" run exec 1 --non-interactive --as ana < /dev/null 2>&1; echo $?"
    )
    #expect(outcome.lines.last == "0", "\(outcome)")
    // Programs find the home directory that the account has.
    #expect(outcome.output.contains(" none dumb\nä\n"), "\(outcome)")
  }

  @Test("What makes no sense together is said before anything is done")
  func contradictions() throws {
    let desk = try Desk.running(Self.check("plain", "touch ran"))
    for line in [
      "1 --fence 1 --non-interactive", "1 --detach --non-interactive", "1 plain --watch --stop",
      "1 plain --dry-run --watch",
      "1 plain --non-interactive --secret token", "1 plain --secret-from a=- --secret-from b=-",
      "1 plain --secret-from a=x --secret-from a=y",
    ] {
      #expect(try desk.run("run exec \(line)").exitCode == 64, "\(line)")
    }
    #expect(!desk.has("ran"))
  }
}
