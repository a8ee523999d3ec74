import Foundation
import Testing

@Suite("run exec runs a step's command and keeps what came of it")
struct ExecuteTests {
  @Test("The line of the contract: any step with a fence; its outcome is an entry, with the output")
  func contract() throws {
    let desk = try Desk.running(Desk.step("smoke", "", "echo hello from $PRODPAIR_STEP"))
    let outcome = try desk.run("run exec 1 smoke")
    #expect(outcome.exitCode == 0, "\(outcome)")
    #expect(outcome.lines.first == "hello from smoke")
    #expect(outcome.errors.contains("echo hello from $PRODPAIR_STEP"))
    #expect(try desk.state("smoke") == "started")
    #expect(try desk.kinds("smoke") == ["started", "command-started", "command-ended"])
    let entries = try #require(try desk.step("smoke")["entries"] as? [[String: Any]])
    let kept = try #require(entries.last?["evidence"] as? [String: Any])
    let sha256 = try #require(kept["sha256"] as? String)
    #expect(try desk.run("run show 1 --evidence \(sha256)").output.contains("hello from smoke"))
    #expect(try desk.run("verify").exitCode == 0)
  }

  @Test("A plain check that says yes is ticked by whoever ran it")
  func yes() throws {
    let desk = try Desk.running(Desk.step("plain", "mode: check", "echo fine"))
    let outcome = try desk.run("run exec 1 plain --as bo")
    #expect(outcome.exitCode == 0, "\(outcome)")
    #expect(outcome.output.contains("run 1: 1 plain done, 1 of 1 settled"))
    let entries = try #require(try desk.step("plain")["entries"] as? [[String: Any]])
    #expect(entries.last?["kind"] as? String == "done" && entries.last?["by"] as? String == "bo")
  }

  @Test("A killer check that says yes ticks nothing, nor does one that asks for a value")
  func killer() throws {
    let desk = try Desk.running(
      Desk.step("both", "mode: check; killer", "true") + Desk.step("count", "mode: check; value: \"how many\"", "true"))
    for (step, why) in [("both", "a killer step"), ("count", "asks for a value (how many)")] {
      let outcome = try desk.run("run exec 1 \(step) --as ana --json")
      #expect(outcome.exitCode == 0, "\(outcome)")
      #expect(desk.execution(outcome)["ticked"] as? Bool == false)
      #expect(desk.execution(outcome)["verdict"] as? String == "yes")
      #expect((desk.execution(outcome)["todo"] as? [String])?.first?.contains(why) == true, "\(outcome)")
      #expect(try desk.state(step) == "started")
    }
  }

  @Test("An assisted command is ticked by people alone, however it ends")
  func assisted() throws {
    let desk = try Desk.running(Desk.step("well", "", "true") + Desk.step("ill", "", "echo 'Error: no route'; exit 7"))
    let well = try desk.run("run exec 1 well --as ana")
    #expect(well.exitCode == 0 && well.output.contains("prodpair run tick 1 well"), "\(well)")
    let ill = try desk.run("run exec 1 ill --as ana")
    #expect(ill.exitCode == 2 && ill.output.contains("exit 7"), "\(ill)")
    #expect(ill.output.contains("prodpair run fail 1 ill --reason 'Error: no route'"), "\(ill)")
    #expect(try desk.state("well") == "started")
    #expect(try desk.state("ill") == "started")
  }

  @Test("A step that is done by hand, or has no command, runs nothing")
  func byHand() throws {
    let desk = try Desk.running(
      Desk.step("hand", "mode: manual", "touch ran") + "- [ ] Look at the graphs <!-- id: look -->\n"
        + Desk.step("text", "", "touch ran", language: "yaml"))
    for step in ["hand", "look", "text"] {
      let outcome = try desk.run("run exec 1 \(step)")
      #expect(outcome.exitCode == 1 && outcome.errors.contains("by hand"), "\(outcome)")
    }
    #expect(!desk.has("ran"))
  }

  @Test("A no is told from what is neither yes nor no, and none of them ticks anything")
  func verdicts() throws {
    let desk = try Desk.running(
      Desk.step("no", "mode: check", "exit 3") + Desk.step("gone", "mode: check", "no-such-program-of-ours")
        + Desk.step("killed", "mode: check", "kill -KILL $$")
        + Desk.step("shell", "mode: check", "true", language: "sh {\"interpreter\":\"/no/such/shell\"}"))
    for (step, code, verdict) in [
      ("no", Int32(2), "no"), ("gone", 4, "could-not-run"), ("killed", 4, "stopped"), ("shell", 4, "could-not-run"),
    ] {
      let outcome = try desk.run("run exec 1 \(step) --json --as ana")
      #expect(outcome.exitCode == code, "\(step): \(outcome)")
      #expect(desk.execution(outcome)["verdict"] as? String == verdict, "\(step): \(outcome)")
      #expect(try desk.state(step) == "started")
    }
  }

  @Test("After a check's no the step is not simply ticked; it is tried again, or overridden with a reason")
  func denied() throws {
    let desk = try Desk.running(Desk.step("up", "mode: check", "test -e up"))
    #expect(try desk.run("run exec 1 up --as ana").exitCode == 2)
    let refused = try desk.run("run tick 1 up --as ana")
    #expect(
      refused.exitCode == 1 && refused.errors.contains("said no (execution 1), and it was not ticked"), "\(refused)")
    #expect(try desk.state("up") == "started")
    try desk.write("up", "")
    #expect(try desk.run("run exec 1 up --as ana").exitCode == 0)
    #expect(try desk.state("up") == "done")
  }

  @Test("Nor is it ticked with the step above it")
  func deniedUnderneath() throws {
    let under = Desk.step("up", "mode: check", "test -e up").split(separator: "\n").map { "  \($0)\n" }.joined()
    let desk = try Desk.running("- [ ] Everything is up <!-- id: above -->\n" + under)
    #expect(try desk.run("run exec 1 up --as ana").exitCode == 2)
    let refused = try desk.run("run tick 1 above --all --as ana")
    #expect(
      refused.exitCode == 1 && refused.errors.contains("the check of step up said no (execution 1)"), "\(refused)")
    #expect(try desk.state("above") == "open")
    #expect(try desk.state("up") == "started")
  }

  @Test("A check is tried as often as it says, its output has to match, and its time is limited")
  func limits() throws {
    let desk = try Desk.running(
      Desk.step("third", "mode: check; attempts: 3", "echo x >> tries; test $(wc -l < tries) = 3")
        + Desk.step("match", "mode: check; matches: ^ready$", "echo not ready")
        + Desk.step("slow", "mode: check; timeout: 1s", "sleep 600"))
    let third = try desk.run("run exec 1 third --json --as ana")
    #expect(third.exitCode == 0 && desk.execution(third)["attempts"] as? Int == 3, "\(third)")
    let match = try desk.run("run exec 1 match --json --as ana")
    #expect(match.exitCode == 2 && desk.execution(match)["code"] as? Int == 0, "\(match)")
    let slow = try desk.run("run exec 1 slow --json --as ana")
    #expect(slow.exitCode == 4 && desk.execution(slow)["verdict"] as? String == "timed-out", "\(slow)")
  }

  @Test("A parameter arrives as it is, whatever a shell would make of it, inside of double quotes too")
  func parameters() throws {
    let hostile = "a'b\"c\n$(touch ran) `touch ran` ${HOME} \\ ; touch ran # {{other}} %s\t*"
    let desk = try Desk.running(
      Desk.step(
        "say", "mode: check",
        "printf '%s' {{text}} > plain\nprintf '%s' \"{{text}}\" > quoted\nprintf '%s' \"<{{text}}>\" > inside",
        language: "bash"),
      front: "parameters:\n  - name: text", parameters: ["text": hostile])
    let outcome = try desk.run("run exec 1 say")
    #expect(outcome.exitCode == 0, "\(outcome)")
    #expect(try desk.text("quoted") == hostile)
    #expect(try desk.text("inside") == "<\(hostile)>")
    #expect(!desk.has("ran"))
    #expect(!outcome.errors.unicodeScalars.contains("\t"))
  }

  @Test("The version that the run is pinned to runs, whatever the file says by now")
  func pinned() throws {
    let desk = try Desk.running(Desk.step("which", "mode: check", "echo the first"))
    let page = try desk.text("steps.md").replacing("the first", with: "the second")
    try desk.write("steps.md", page)
    #expect(try desk.run("checklist import steps.md").exitCode == 0)
    #expect(try desk.run("run exec 1 which").lines.first == "the first")
  }

  @Test("A run that is planned, paused or over takes no command, and says what would let it")
  func states() throws {
    let desk = try Desk.running(Desk.step("touch", "", "touch ran"), begin: false)
    let plan = "run plan steps --env staging --artifact a@1 --pair ana,bo --at \"2999-12-07 09:00\""
    #expect(try desk.run(plan).exitCode == 0)
    #expect(try desk.run("run exec 1 touch").errors.contains("only planned"))
    try desk.run("run start 1")
    try desk.run("run pause 1 --reason lunch --as ana")
    #expect(try desk.run("run exec 1 touch").errors.contains("run resume 1"))
    #expect(try desk.run("run exec 1 --non-interactive").errors.contains("run resume 1"))
    try desk.run("run abort 1 --reason over --as ana")
    let over = try desk.run("run exec 1 touch")
    #expect(over.exitCode == 1 && over.errors.contains("is over"), "\(over)")
    #expect(!desk.has("ran"))
    #expect(try desk.run("run exec 1 touch --dry-run").exitCode == 0)
    #expect(try desk.run("run exec 7 touch").exitCode == 66)
    #expect(try desk.run("run exec 1 nothing").exitCode == 66)
  }

  @Test("One of several commands is named by its place or its name")
  func fences() throws {
    let desk = try Desk.running(
      """
      - [ ] Do one of these <!-- id: many -->
        ```sh
        echo one
        ```
        ```yaml
        not: a command
        ```
        ```sh {"name":"third"}
        echo three
        ```
      """)
    #expect(try desk.run("run exec 1 many").lines.first == "one")
    #expect(try desk.run("run exec 1 many --fence 3").lines.first == "three")
    #expect(try desk.run("run exec 1 many --fence third").lines.first == "three")
    #expect(try desk.run("run exec 1 many --fence 2").exitCode == 65)
    #expect(try desk.run("run exec 1 many --fence fourth").errors.contains("it has 1, 2, third"))
  }

  @Test("With --json the object stands alone on standard output, and what was printed on standard error")
  func json() throws {
    let desk = try Desk.running(Desk.step("plain", "mode: check", "echo 'Error: 5 left'; exit 1"))
    let outcome = try desk.run("run exec 1 plain --json --as ana")
    #expect(outcome.errors.contains("Error: 5 left\n"))
    #expect(outcome.object["run"] as? Int == 1 && outcome.object["stoppedAt"] is NSNull, "\(outcome)")
    let execution = desk.execution(outcome)
    #expect(execution["failingLine"] as? String == "Error: 5 left")
    #expect(execution["ending"] as? String == "exited" && execution["code"] as? Int == 1)
    #expect(execution["outputSize"] as? Int == 14)
    let page = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../../docs/json.md")
    let text = try String(contentsOf: page, encoding: .utf8)
    for key in Array(outcome.object.keys) + Array(execution.keys) {
      let isThere = text.contains("`\(key)`") || text.contains("`\(key)[]`")
      #expect(isThere, "\(key)")
    }
  }

  @Test("What a command prints is made plain, and safe")
  func hostile() throws {
    let desk = try Desk.running(
      Desk.step("say", "", "printf 'a\\033[31mb\\033[2Jc\\342\\200\\256d\\n10%%\\r99%%\\nbin\\000\\377end'"))
    let outcome = try desk.run("run exec 1 say")
    #expect(outcome.exitCode == 0)
    #expect(outcome.lines.first == "abc<U+202E>d", "\(outcome)")
    #expect(outcome.lines.dropFirst().first == "99%")
    #expect(!outcome.output.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0 })
  }

  @Test("Undo takes back no execution, and says what does")
  func undo() throws {
    let desk = try Desk.running(Desk.step("plain", "mode: check", "true"))
    try desk.run("run exec 1 plain --as ana")
    let refused = try desk.run("undo --as ana")
    #expect(refused.exitCode == 1, "\(refused)")
    for entry in try desk.run("journal --json --limit 3").list {
      guard (entry["command"] as? String)?.hasPrefix("execution-") == true, let seq = entry["seq"] as? Int else {
        continue
      }
      let refused = try desk.run("undo \(seq)")
      #expect(refused.exitCode == 1 && refused.errors.contains("run correct"), "\(refused)")
    }
    #expect(try desk.state("plain") == "done")
  }
}
