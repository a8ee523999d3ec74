import Foundation
import Testing

@Suite("Secrets reach the command that names them, and stand nowhere")
struct ExecuteSecretsTests {
  private static let front = """
    parameters:
      - name: token
        ask: API token
        secret: true
      - name: key
        from: cat key-file
    """

  private func desk(_ code: String, _ attributes: String = "mode: check") throws -> Desk {
    let desk = try Desk.running(Desk.step("use", attributes, code), front: Self.front)
    try desk.write("key-file", "k3y-from-command\n")
    try desk.write("token-file", "t0ken-\"from\" $(file)\n")
    return desk
  }

  @Test("From a file, from standard input, from a pipe, and from a command; masked in what is printed")
  func given() throws {
    let code =
      "printf '%s' \"{{token}}\" > got-token; printf '%s' \"{{key}}\" > got-key; echo \"{{token}} and {{key}}\""
    for (way, input) in [("token-file", ""), ("-", "t0ken-\"from\" $(file)\n")] {
      let desk = try desk(code)
      let outcome = try desk.run("run exec 1 use --secret-from token=\(way) --as ana", input: input)
      #expect(outcome.exitCode == 0, "\(outcome)")
      #expect(try desk.text("got-token") == "t0ken-\"from\" $(file)")
      #expect(try desk.text("got-key") == "k3y-from-command")
      #expect(outcome.lines.first == "**** and ****", "\(outcome)")
    }
    let desk = try desk(code)
    let piped = try desk.script("\"$P\" run exec 1 use --secret-from token=<(cat token-file) --as ana")
    #expect(piped.exitCode == 0 && piped.lines.first == "**** and ****", "\(piped)")
  }

  @Test("They are in no file of the store, in no spool, in no record, and in nobody's list of processes")
  func nowhere() throws {
    let desk = try desk("echo \"{{token}} {{key}}\"; touch began; until [ -e go ]; do sleep 0.02; done; exit 1")
    let outcome = try desk.script(
      """
      "$P" run exec 1 use --secret-from token=token-file --as ana > out 2> err & follower=$!
      upto test -e began
      upto grep -q 'and\\|\\*\\*\\*\\*' out
      ps -eww -o args > processes
      cat "$PRODPAIR_STORE"* > store-while 2> /dev/null
      find "$PRODPAIR_STORE-exec" -type f -exec cat {} + > spool-while
      touch go; wait $follower; echo "code $?"
      "$P" run show 1 --json > record; "$P" journal --json > journal
      cat "$PRODPAIR_STORE"* > store-after 2> /dev/null
      for file in processes store-while spool-while out err record journal store-after; do
        grep -aq -e 't0'ken -e 'k3y-from-'command $file && echo "found in $file"
      done
      grep -aq 'output\\|\\*\\*\\*\\*' spool-while && echo "looked into the spool"
      true
      """)
    #expect(outcome.output == "code 2\nlooked into the spool\n", "\(outcome)")
  }

  @Test("What can't be a secret is refused before anything runs")
  func refused() throws {
    let desk = try desk("touch ran {{token}}")
    try desk.write("empty", "\n")
    try desk.write("binary", [0xFF, 0xFE, 0x41])
    try desk.write("nul", [0x41, 0, 0x42])
    for (line, code, says) in [
      ("--secret-from token=empty", Int32(65), "is empty"), ("--secret-from token=binary", 65, "UTF-8"),
      ("--secret-from token=nul", 65, "NUL"), ("--secret-from token=missing", 66, "missing"),
      ("--secret-from other=empty", 65, "it has token, key"), ("", 3, "--secret-from token=FILE"),
      ("--secret token", 3, "--secret-from token=FILE"),
    ] {
      let outcome = try desk.run("run exec 1 use \(line) --as ana")
      #expect(outcome.exitCode == code && outcome.errors.contains(says), "\(line): \(outcome)")
    }
    #expect(!desk.has("ran"))
    #expect(try desk.state("use") == "open")
  }

  @Test("Typed, they are not seen, and the terminal is as it was before, also after ^C")
  func typed() async throws {
    let desk = try desk("printf '%s' \"{{token}}\" > got-token")
    let terminal = try TerminalSession(environment: ["PRODPAIR_STORE": desk.store, "HOME": desk.folder.path])
    try await terminal.run("prodpair run exec 1 use --yes --as ana")
    try await terminal.wait(for: "token (API token), not shown:")
    #expect(try terminal.line().contains("-echo "))
    try terminal.press("C-c")
    try await terminal.run("prodpair run exec 1 use --as ana; stty -a | grep -o ' echo '")
    try await terminal.wait(for: "run it? [y/N]")
    try terminal.type("y")
    try terminal.press("Enter")
    try await terminal.wait { screen in screen.components(separatedBy: "not shown:").count == 3 }
    try terminal.type("s3cret typed")
    try terminal.press("Enter")
    let screen = try await terminal.wait(for: "1 use done", " echo")
    #expect(!screen.contains("s3cret"))
    #expect(try desk.text("got-token") == "s3cret typed")
  }
}

extension TerminalSession {
  fileprivate func wait(until isThere: (String) -> Bool) async throws { _ = try await wait("it", until: isThere) }
}
