import Foundation
import TestSupport
import Testing

@Suite("Hostile text in every field", .inTurn)
struct HostileTextTests {
  /// What would act on a terminal, each with what must never reach one. `pwn` marks what a field was given.
  static let sequences: [(given: String, never: String)] = [
    ("\u{1b}]52;c;cHduZWQ=\u{07}", "\u{1b}]52"),
    ("\u{1b}]0;pwned\u{07}", "\u{1b}]0"),
    ("\u{1b}[31;1mpwn\u{1b}[0m", "\u{1b}[31;1mpwn"),
    ("\u{1b}[2J\u{1b}[5;5Hpwn", "\u{1b}[5;5Hpwn"),
    ("\u{1b}P+q544e\u{1b}\\", "\u{1b}P"),
    ("\u{9b}31mpwn", "\u{9b}"),
    ("pwn\u{202e}txet", "\u{202e}"),
    ("\u{2066}pwn\u{2069}", "\u{2066}"),
    ("p\u{200b}wn\u{200d}", "\u{200b}"),
    ("pwn\rover", "pwn\rover"),
    ("pwn\u{08}\u{08}", "\u{08}\u{08}n"),
    ("\u{e0041}pwn", "\u{e0041}"),
  ]
  static var text: String { "pwn " + sequences.map(\.given).joined(separator: " ") }
  /// The same where a line feed or carriage return ends the field.
  static var name: String { "pwn\u{1b}]52;c;eA==\u{07}\u{1b}[31;1mx\u{202e}\u{9b}1m" }

  static func expectHarmless(
    _ bytes: Data, mayHaveCursesOwn: Bool = false, _ what: String, _ here: SourceLocation = #_sourceLocation
  ) {
    for (_, never) in sequences {
      #expect(bytes.range(of: Data(never.utf8)) == nil, "\(what): \(never.debugDescription)", sourceLocation: here)
    }
    #expect(bytes.range(of: Data("\u{1b}[31;1mx".utf8)) == nil, "\(what)", sourceLocation: here)
    guard !mayHaveCursesOwn else { return }
    let controls = bytes.filter { $0 < 0x20 && $0 != 0x0a && $0 != 0x09 || $0 == 0x7f }
    #expect(controls.isEmpty, "\(what): control bytes \(Array(controls))", sourceLocation: here)
  }

  private static func checklist() -> String {
    """
    ---
    title: "pwn \\e]52;c;eA==\\a \\e[31;1mx"
    environments: [staging]
    parameters:
      - name: version
        ask: "\\e]0;pwned\\a which"
        default: v1
    ---
    # \(name)

    ## Pre
    ### group \(name)
    - [ ] Tell \(text.replacingOccurrences(of: "\r", with: "")) &#27;]52;c;eA==&#7; {{version}} <!-- id: tell; role: "\(name)"; value: "\(name)"; mode: "\(name)" -->

      Body \(name)

      ```sh
      echo "{{version}}" '\(name)'
      ```
    ## During
    - [ ] Deploy \(name) <!-- id: deploy; deploys -->
    ## Rollback
    When \(name)
    - [ ] Back \(name) <!-- id: back -->

    """
  }

  /// Runs the program, sees that nothing hostile comes out, and gives back whether it took the text.
  @discardableResult
  private func say(_ words: [String], in folder: Folder, mustSucceed: Bool = true) throws -> Spawned {
    let outcome = try Program.run(
      [Program.built.path] + words,
      environment: Program.environment.merging(["PRODPAIR_STORE": folder("prodpair.sqlite")]) { $1 })
    let what = words.prefix(2).joined(separator: " ")
    Self.expectHarmless(Data(outcome.output.utf8), "\(what), output")
    Self.expectHarmless(Data(outcome.errors.utf8), "\(what), errors")
    if mustSucceed, outcome.exitCode != 0 { throw Program.Failed(words: words, outcome: outcome) }
    return outcome
  }

  /// A store that has the text wherever one may write it, with a run that is under way.
  private func fill(_ folder: Folder) throws {
    let (text, name) = (Self.text, Self.name)
    let login = try #require(Account.login)
    try say(["init", "--no-starters"], in: folder)
    try say(
      ["team", "edit", "--holiday", "2026-12-24=\(name)", "--freeze", "2026-12-24..2026-12-26=\(name)"], in: folder)
    try say(["person", "add", "ana", "--name", text, "--login", login], in: folder)
    try say(["person", "add", "bo", "--name", text], in: folder)
    let file = folder("pwn\u{1b}]52;c;eA==\u{07}\u{202e}.md")
    try Data(Self.checklist().utf8).write(to: URL(fileURLWithPath: file))
    try say(["checklist", "lint", file], in: folder, mustSucceed: false)
    try say(["checklist", "import", file, "--name", "pwn"], in: folder)
    try say(
      [
        "run", "start", "pwn", "--env", "staging", "--artifact", "cf@v1", "--param", "version=\(text)", "--override",
        text,
      ],
      in: folder)
    try say(["run", "join", "1", "bo"], in: folder, mustSucceed: false)
    try say(["run", "fail", "1", "tell", "--reason", text], in: folder)
    try say(["run", "tick", "1", "tell", "--value", text], in: folder)
    try say(["run", "note", "1", "tell", text], in: folder)
    try say(["run", "note", "1", text], in: folder)
    let evidence = folder("proof\u{1b}]52;c;eA==\u{07}\u{202e}")
    try Data(text.utf8).write(to: URL(fileURLWithPath: evidence))
    try say(["run", "attach", "1", "deploy", evidence], in: folder)
    try say(["run", "pause", "1", "--reason", text], in: folder)
    try say(["run", "resume", "1"], in: folder)
    try say(["run", "fail", "1", "deploy", "--reason", text], in: folder)
    try say(["run", "rollback", "1", "--reason", text], in: folder)
    try say(["run", "defer", "1", "deploy", "--reason", text], in: folder)
    try say(["run", "correct", "1", "deploy", "--reason", text], in: folder)
  }

  @Test("What the command line prints, an error included, has no control and no bidi character in it")
  func commandLine() throws {
    let folder = try Folder()
    try fill(folder)
    for words in [
      ["run", "show", "1"], ["run", "show", "1", "--markdown"], ["run", "show", "1", "--json"], ["run", "list"],
      ["checklist", "list"], ["checklist", "show", "pwn"], ["checklist", "versions", "pwn"], ["person", "list"],
      ["person", "show", "bo"], ["team", "list"], ["team", "show"], ["journal"], ["doctor"], ["verify"],
    ] where !words.contains("--json") {
      let outcome = try say(words, in: folder)
      if words.first == "run", words.last == "1" { #expect(outcome.output.contains("pwn")) }
    }
    // JSON has the text as it was written, and its own escapes keep the controls away from a terminal.
    let json = try Program.must(
      [Program.built.path, "run", "show", "1", "--json"],
      environment: Program.environment.merging(["PRODPAIR_STORE": folder("prodpair.sqlite")]) { $1 })
    #expect(!json.utf8.contains(0x1b) && !json.utf8.contains(0x07))
    // What does not exist is named as it was given, made visible.
    for words in [
      ["run", "show", Self.name], ["run", "tick", "1", Self.name], ["checklist", "show", Self.name],
      ["person", "show", Self.name],
      ["checklist", "import", "/tmp/\(Self.name)"],
      ["run", "start", Self.name, "--env", Self.name, "--artifact", Self.name],
      ["run", "attach", "1", "/tmp/\(Self.name)"], ["--store", "/nowhere/\(Self.name)", "run", "list"], [Self.name],
      ["run", "list", "--\(Self.name)"], ["run", "start", "pwn", "--env", "staging", "--artifact", Self.name],
      ["team", "add", Self.name], ["team", "edit", "--timezone", Self.name], ["person", "add", Self.name],
      ["run", "join", "1", Self.name], ["run", "note", "1", "--as", Self.name, "x"],
      ["team", "edit", "--hours", Self.name],
    ] {
      try say(words, in: folder, mustSucceed: false)
    }
  }

  @Test("On the screen nothing but curses' own sequences is ever written")
  func screen() async throws {
    let folder = try Folder()
    try fill(folder)
    let raw = folder("raw")
    let terminal = try TerminalSession(
      columns: 120, rows: 40, environment: ["PRODPAIR_STORE": folder("prodpair.sqlite")], recording: raw)
    try await terminal.run("prodpair")
    try await terminal.wait(for: "NEEDS YOU")
    for (key, sign) in [("r", "artifact"), ("p", "team, person"), ("j", "entry")] {
      try await terminal.go(to: key, showing: sign)
    }
    try terminal.press("Enter")
    try await terminal.wait(for: "Entry ")
    try terminal.press("Escape")
    try await terminal.waitUntilGone("Entry ")
    try await terminal.go(to: "r", showing: "artifact")
    try terminal.press("i")
    try await terminal.wait(for: "the record")
    try terminal.press("Escape")
    try await terminal.waitUntilGone("the record")
    try await terminal.go(to: "c", showing: "last run")
    try terminal.press("Enter")
    try await terminal.wait(for: "[page]")
    try terminal.press("Tab")
    for view in ["versions", "why", "record", "advice"] {
      try await terminal.wait(for: "[\(view)]")
      if view != "advice" { try terminal.press("Tab") }
    }
    try terminal.press("n")
    try await terminal.wait(for: "Start a run")
    for _ in 0..<8 { try terminal.press("Down") }
    try terminal.press("Escape")
    try await terminal.wait(for: "[advice]")
    try await terminal.go(to: "r", showing: "artifact")
    try terminal.press("Enter")
    try await terminal.wait(for: "RUN 1", "Tell pwn")
    for (key, sign) in [
      ("b", "begun without a plan"), ("x", "failed: why?"), ("w", "withdraw: why?"), ("M", "Messages"),
    ] {
      // There is something to withdraw on the first step.
      if key == "w" { try terminal.press("g", "g") }
      try terminal.press(key)
      try await terminal.wait(for: sign)
      try terminal.press("Escape")
      try await terminal.waitUntilGone(sign)
    }
    try terminal.press("g", "g", "Y")
    try await terminal.wait("the plain view") { $0.contains("echo") && !$0.contains("RUN 1") }
    try terminal.press("Escape")
    try await terminal.wait(for: "RUN 1")
    // What is typed and pasted is no better.
    try terminal.press("c")
    try await terminal.wait(for: "note on step 1")
    try terminal.paste("pasted \u{1b}]52;c;eA==\u{07}\u{202e} end")
    try await terminal.wait(for: "pasted", "end")
    try terminal.press("Enter")
    try await terminal.wait(forSaid: "noted")
    try terminal.press("q")
    let end = try await TerminalMannersTests.expectUsable(terminal)
    let bytes = try await terminal.recorded(in: raw, upTo: end)
    #expect(bytes.count > 1000)
    Self.expectHarmless(bytes, mayHaveCursesOwn: true, "the screen")
  }
}
