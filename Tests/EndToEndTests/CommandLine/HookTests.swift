import Foundation
import TestSupport
import Testing

@Suite("Hooks on the command line: told of what was written, and never in its way")
struct HookTests {
  /// A desk with hooks in the user's own file; each script is what `sh` runs.
  private func desk(_ hooks: [(on: String, script: String)], more: String = "") throws -> Desk {
    let desk = try Desk.ready()
    var text = "hooks:\n"
    for (index, hook) in hooks.enumerated() {
      let path = desk.folder.path + "/hook\(index)"
      try Script.write("#!/bin/sh\n\(hook.script)\n", to: path)
      text += "  - on: \(hook.on)\n    run: [\(path)]\n    limit: 60s\n\(more)"
    }
    try configure(desk, text)
    return desk
  }

  private func configure(_ desk: Desk, _ text: String) throws {
    let folder = desk.folder.appendingPathComponent(".config/prodpair")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try desk.write(".config/prodpair/config.yaml", text)
  }

  @Test("What is written is told once it is said, and the exit code is the command's own")
  func told() throws {
    let desk = try desk([("all", "cat >> told; echo to the log"), ("run-started", "echo no chat >&2; exit 3")])
    let start = try desk.run(Samples.start)
    #expect(start.exitCode == 0 && start.output == "1\n")
    #expect(start.errors.hasSuffix("prodpair: hook hook1 failed (run-started): exit code 3: no chat\n"))
    let told = try JSONSerialization.jsonObject(with: Data(try desk.text("told").utf8)) as? [String: Any]
    #expect(told?["event"] as? String == "run-started" && told?["isTry"] as? Bool == false)
    #expect((told?["run"] as? [String: Any])?["number"] as? Int == 1)
    let log = try desk.run("hook log --json").list
    #expect(log.map { $0["ok"] as? Bool } == [false, true])
    #expect(log.last?["output"] as? String == "to the log\n")
    #expect(try desk.run("verify").exitCode == 0)
    // Who reads, or changes what no hook wants to know of, waits for none.
    let head = try desk.run("journal --json").list.count
    try desk.run("run list")
    try desk.run("person add cy --name Cy --team platform")
    #expect(try desk.run("journal --json").list.count == head + 1)
  }

  @Test("A refused command tells nothing; one that was refused after a write tells of that")
  func refused() throws {
    let desk = try desk([("all", "cat >> told")])
    #expect(try desk.run("run start new-release --env staging --artifact a@1 --pair ana,bo").exitCode == 65)
    #expect(try desk.run("hook log").output == "")
  }

  @Test("Hooks are told also where nobody reads the output")
  func brokenPipe() throws {
    let desk = try desk([("run-started", "echo told")])
    let line = Samples.start.replacing("'", with: "")
    let outcome = try desk.shell("exec 3> >(exit 0); wait $!; prodpair \(line) >&3 2> /dev/null; echo \"code $?\"")
    #expect(outcome.output == "code 0\n")
    #expect(try desk.run("hook log --json").list.count == 1)
  }

  @Test("A hook that changes something starts no hooks")
  func within() throws {
    let program = Desk.program.path
    let desk = try desk([
      ("all", "'\(program)' run note \"$(echo 1)\" hello && '\(program)' run fail 1 canary --reason x")
    ])
    try desk.run(Samples.start)
    #expect(try desk.run("hook log --json").list.map { $0["event"] as? String } == ["run-started"])
    #expect(try desk.run("run show 1").output.contains("hello"))
  }

  @Test("A hook that the configuration gets wrong is not run, and that is said where it might have been")
  func wrong() throws {
    let desk = try Desk.ready()
    try configure(desk, "hooks:\n  - on: run-startd\n    run: [/bin/true]\n")
    #expect(try desk.run("person add cy --name Cy --team platform").errors == "")
    let start = try desk.run(Samples.start)
    #expect(start.exitCode == 0 && start.output == "1\n")
    #expect(start.errors.contains("line 2: on: `run-startd` is none of its values; did you mean `run-started`?"))
    #expect(try desk.run("config check").exitCode == 65)
    let list = try desk.run("hook list")
    #expect(list.exitCode == 65 && list.errors.contains("run-startd"))
  }

  @Test("Hostile output is made visible where it is shown, and left alone in JSON")
  func hostile() throws {
    let desk = try desk([("run-started", "printf 'a\\033[2Jb\\342\\200\\256c'; exit 1")])
    let errors = try desk.run(Samples.start).errors
    #expect(errors.contains("a␛[2Jb<U+202E>c"))
    for line in ["hook log", "hook try run-started"] {
      let output = try desk.run(line).output
      #expect(output.contains("a␛[2Jb<U+202E>c") && !output.unicodeScalars.contains("\u{1B}"), "\(line)")
    }
    #expect(try desk.run("hook log --json").list.first?["output"] as? String == "a\u{1B}[2Jb\u{202E}c")
  }

  @Test("list, try and config show tell what is configured, and a try keeps nothing")
  func shown() throws {
    let desk = try desk([("[run-started, run-finished]", "cat > got; exit 2")], more: "    team: platform\n")
    let path = desk.folder.appendingPathComponent("hook0").path
    let list = try desk.run("hook list")
    #expect(list.lines.last?.hasPrefix("\(path)  run-started, run-finished  platform  1m") == true, "\(list.output)")
    let json = try desk.run("hook list --json").list.first
    #expect(json?["run"] as? [String] == [path] && json?["limitSeconds"] as? Int == 60)
    #expect(json?["from"] as? String == "own" && json?["line"] as? Int == 2)
    let shown = try desk.run("config show --json").object["hooks"] as? [[String: Any]]
    #expect(shown?.first?["on"] as? [String] == ["run-started", "run-finished"])
    let tried = try desk.run("hook try run-started --json")
    #expect(tried.exitCode == 1 && tried.list.first?["exitCode"] as? Int == 2)
    #expect(try desk.text("got").contains("\"isTry\" : true"))
    #expect(try desk.run("hook try step-failed").errors == "no hook wants to know of step-failed\n")
    #expect(try desk.run("hook try run-startd").exitCode == 64)
    #expect(try desk.run("hook try run-finished --print").object["event"] as? String == "run-finished")
    #expect(try desk.run("hook log --json").list.isEmpty)
  }

  @Test("^C cuts a hook short; what was done stays done, and the record says what became of the hook")
  func interrupted() throws {
    let desk = try desk([("run-started", "kill -INT $PPID; sleep 3600")])
    let outcome = try desk.shell("prodpair \(Samples.start); echo \"code $?\"")
    #expect(outcome.output == "1\ncode 130\n")
    #expect(outcome.errors.contains("hook hook0 failed (run-started): cut short"))
    let log = try desk.run("hook log --json").list
    #expect(log.count == 1 && log.first?["ended"] as? String == "cut short")
  }
}

@Suite(
  "The example hooks",
  .enabled("python3 or curl is missing") {
    ["/usr/bin/python3", "/usr/bin/curl"].allSatisfy { FileManager.default.isExecutableFile(atPath: $0) }
  })
struct ExampleHookTests {
  private let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../docs/examples/hooks").standardized.path

  /// Takes one request on a port that it writes down, and keeps what came.
  private static let server = """
    import http.server, json, sys
    class Handler(http.server.BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            json.dump({"body": json.loads(body), "path": self.path, "authorization": self.headers["Authorization"]},
                      open("posted", "w"))
            self.send_response(int(sys.argv[1])); self.send_header("Content-Length", "0"); self.end_headers()
        def log_message(self, *args): pass
    server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
    server.timeout = 60
    print(server.server_port, flush=True)
    server.handle_request()
    """

  private func post(_ event: String, _ hook: String, answering code: Int = 200) throws -> (Outcome, [String: Any]) {
    let desk = try Desk()
    try desk.write("server.py", Self.server)
    let outcome = try desk.shell(
      """
      exec 3< <(/usr/bin/python3 server.py \(code)); read port <&3
      prodpair hook try \(event) --print | sed 's/"isTry" : true/"isTry" : false/' | \(hook)
      """)
    let posted = (try? JSONSerialization.jsonObject(with: Data(try desk.text("posted").utf8))) as? [String: Any]
    return (outcome, posted ?? [:])
  }

  @Test("The chat posts one line, with what was said below it, and wakes up nobody")
  func chat() throws {
    let (outcome, posted) = try post(
      "step-failed",
      "sed 's/the canary/@channel <!here> the canary/' | CHAT_URL=http://127.0.0.1:$port/hook '\(folder)/chat'")
    #expect(outcome.exitCode == 0 && outcome.errors == "", "\(outcome)")
    #expect(posted["path"] as? String == "/hook")
    let text = try #require((posted["body"] as? [String: Any])?["text"] as? String)
    #expect(text.hasPrefix("✗ step 5 failed in run 42 (new-release v7, cf-release@v205) in prod"))
    #expect(text.hasSuffix("\n> @\u{200B}channel &lt;!here&gt; the canary does not answer"))
  }

  @Test("A chat that answers with an error is a failed hook that says so")
  func chatFails() throws {
    let (outcome, _) = try post("run-started", "CHAT_URL=http://127.0.0.1:$port/ '\(folder)/chat'", answering: 500)
    #expect(outcome.exitCode != 0 && outcome.errors.contains("500"), "\(outcome)")
    let nowhere = try Desk().shell("prodpair hook try run-started --print | '\(folder)/chat'")
    #expect(nowhere.exitCode == 66 && nowhere.errors.contains("CHAT_URL"))
  }

  @Test("The status page gets what was written for those outside, and not the title for those inside")
  func statusPage() throws {
    let (outcome, posted) = try post(
      "incident-update", "STATUS_PAGE_TOKEN=secret '\(folder)/status-page' --url http://127.0.0.1:$port/events")
    #expect(outcome.exitCode == 0, "\(outcome)")
    #expect(posted["authorization"] as? String == "Bearer secret")
    let body = try #require(posted["body"] as? [String: Any])
    #expect(body["message"] as? String == "Logs are complete again; we still look into why.")
    #expect(body["status"] as? String == "identified" && body["title"] as? String == "Service disruption")
    #expect(!"\(posted)".contains("Log aggregators"))
  }

  @Test("A try posts nothing, an event that is none of its own neither")
  func tried() throws {
    let desk = try Desk()
    for (event, says) in [("incident-opened", "\"status\": \"investigating\""), ("run-started", "nothing to do")] {
      let outcome = try desk.shell("prodpair hook try \(event) --print | '\(folder)/status-page'")
      #expect(outcome.exitCode == 0 && outcome.output.contains(says), "\(outcome)")
    }
    let chat = try desk.shell("prodpair hook try run-started --print | '\(folder)/chat' --dry-run")
    #expect(chat.exitCode == 0 && chat.output.contains("(only a try)"), "\(chat)")
  }
}
