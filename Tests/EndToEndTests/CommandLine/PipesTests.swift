import Foundation
import Testing

@Suite("Output for pipes and programs")
struct PipesTests {
  @Test("A reader that goes away ends the program without a word")
  func brokenPipe() throws {
    let desk = try Desk.ready()
    for verb in ["checklist show new-release --json", "--help", "checklist list", "run list --json", "journal"] {
      // The reader is gone before anything is written.
      let outcome = try desk.shell(
        "exec 3> >(exit 0); wait $!; prodpair \(verb) >&3; echo \"code $?\"")
      #expect(outcome.output == "code 0\n", "\(verb)")
      #expect(outcome.errors == "", "\(verb)")
    }
    #expect(try desk.shell("set -o pipefail; prodpair journal --json | head -1; echo $?").output == "[\n0\n")
  }

  @Test("Output that can't be written is an input or output error")
  func fullDevice() throws {
    let desk = try Desk.ready()
    #expect(try desk.shell("prodpair journal > /dev/full").exitCode == 74)
  }

  @Test("Hostile text is made visible for people, and left alone in JSON")
  func hostileText() throws {
    let desk = try Desk.ready()
    let hostile = "a\u{1B}[2J\u{202E}b\u{7}"
    try desk.run(["person", "add", "eve", "--name", hostile, "--team", "platform"])
    let text = try desk.run("person show eve").output
    #expect(!text.unicodeScalars.contains { ["\u{1B}", "\u{202E}", "\u{7}"].contains($0) })
    #expect(text.contains("␛[2J<U+202E>b"))
    #expect(try desk.run("person show eve --json").object["name"] as? String == hostile)
    let refused = try desk.run(["person", "show", hostile])
    #expect(refused.exitCode == 66)
    #expect(!refused.errors.unicodeScalars.contains("\u{1B}"))
    let unknown = try desk.run([hostile])
    #expect(unknown.exitCode == 64)
    #expect(!unknown.errors.unicodeScalars.contains("\u{1B}"))
  }

  @Test("Lines are as long as they are when standard output is no terminal")
  func noWidth() throws {
    let desk = try Desk.ready()
    let reason = String(repeating: "a long reason, ", count: 40) + "at last"
    try desk.run(Samples.start)
    try desk.run(["run", "fail", "1", "canary", "--reason", reason, "--override", "early"])
    let text = try desk.run("run show 1").output
    #expect(text.split(separator: "\n").contains { $0.contains(reason) })
    #expect(!text.contains("\u{1B}"))
  }
}

@Suite("Help and completions")
struct HelpTests {
  @Test(
    "Asking for help or the version is no mistake", arguments: ["--help", "--version", "help run", "run tick --help"])
  func help(_ line: String) throws {
    let outcome = try Desk().run(line)
    #expect(outcome.exitCode == 0)
    #expect(!outcome.output.isEmpty && outcome.errors.isEmpty)
  }

  @Test("The declarations can be dumped for the man page, and completed in each shell")
  func generated() throws {
    let desk = try Desk()
    #expect(try desk.run("--experimental-dump-help").object["command"] is [String: Any])
    for shell in ["bash", "zsh", "fish"] {
      #expect(try desk.run("--generate-completion-script \(shell)").output.contains("prodpair"))
    }
  }

  @Test("doctor says what is in force, and who one is")
  func doctor() throws {
    let desk = try Desk.ready()
    let checkup = try desk.run("doctor --json").object
    #expect(checkup["ok"] as? Bool == true)
    let checks = try #require(checkup["checks"] as? [[String: Any]])
    #expect(checks.contains { ($0["message"] as? String)?.contains("synchronous FULL") == true })
  }
}
