import Domain
import Foundation
import Testing

@testable import Host

@Suite("Hooks as the configuration has them")
struct HookSettingsTests {
  @Test("Events, program, limit and team are read, and each hook knows its line")
  func sound() {
    let reading = Sample.read(
      """
      hooks:
        - on: [run-started, step-failed, run-started]
          run: [/bin/echo, --channel, "a b", 3]
          limit: 1m30s
          team: platform
        - on: all
          run: [/bin/true]
      """)
    #expect(reading.problems.isEmpty)
    let hooks = reading.configuration.hooks
    #expect(
      hooks.first
        == Setting(
          ConfiguredHook(
            ["/bin/echo", "--channel", "a b", "3"], on: [.runStarted, .stepFailed], limit: .seconds(90),
            team: TeamName("platform")), at: ConfigurationPlace(file: Sample.own, line: 2, column: 5)))
    #expect(hooks.last?.value == ConfiguredHook(["/bin/true"], on: HookEventKind.allCases, limit: .seconds(10)))
  }

  @Test("The hooks of both files are run, the administrator's first")
  func both() {
    func hook(_ program: String) -> String { "hooks: [{on: run-started, run: [\(program)]}]\n" }
    let reading = Sample.read(hook("/bin/true"), over: hook("/bin/echo"))
    #expect(reading.configuration.hooks.map(\.value.command) == [["/bin/echo"], ["/bin/true"]])
    let documents = [
      ConfigurationDocument(Sample.site, bytes: Array(hook("/bin/echo").utf8)),
      ConfigurationDocument(Sample.own, bytes: Array(hook("/bin/true").utf8)),
    ]
    #expect(HookSettings.read(documents: documents).hooks == reading.configuration.hooks)
  }

  static let table: [(hook: String, says: [String])] = [
    (
      "on: run-start\n    run: [/bin/true]",
      ["line 2: on: `run-start` is none of its values; did you mean `run-started`?"]
    ),
    (
      "on: [run_failed, step failed]\n    run: [/bin/true]",
      [
        "line 2: on: `run_failed` is none of its values; did you mean `run-finished`?",
        "line 2: on: `step failed` is none of its values; did you mean `step-failed`?",
      ]
    ),
    ("on:\n    run: [/bin/true]", ["line 2: on: takes an event, or a list of them"]),
    ("on: []\n    run: [/bin/true]", ["line 2: on: has no value"]),
    ("on: {a: b}\n    run: [/bin/true]", ["line 2: on: takes an event, or a list of them"]),
    ("run: [/bin/true]", ["line 2: this hook has no `on:`"]),
    ("on: run-started", ["line 2: this hook has no `run:`"]),
    (
      "on: run-started\n    run: /bin/echo hello",
      ["line 3: run: takes the program and its arguments as a list, as in [/usr/local/bin/tell, --ops]"]
    ),
    (
      "on: run-started\n    run: []",
      ["line 3: run: takes the program and its arguments as a list, as in [/usr/local/bin/tell, --ops]"]
    ),
    (
      "on: run-started\n    run: [/bin/echo, {a: b}]",
      ["line 3: run: takes the program and its arguments as a list, as in [/usr/local/bin/tell, --ops]"]
    ),
    (
      "on: run-started\n    run: [/bin/echo, \"a\\0b\"]",
      ["line 3: run: takes the program and its arguments as a list, as in [/usr/local/bin/tell, --ops]"]
    ),
    ("on: run-started\n    run: [./tell]", ["line 3: run: has to be an absolute path"]),
    (
      "on: run-started\n    run: [/bin/true]\n    limit: 10",
      ["line 4: limit: `10` is no time from 1s to 5m; did you mean `10s`?"]
    ),
    ("on: run-started\n    run: [/bin/true]\n    limit: 6m", ["line 4: limit: `6m` is no time from 1s to 5m"]),
    ("on: run-started\n    run: [/bin/true]\n    limit: 0s", ["line 4: limit: `0s` is no time from 1s to 5m"]),
    ("on: run-started\n    run: [/bin/true]\n    team:", ["line 4: team: has no value"]),
    (
      "on: run-started\n    run: [/bin/true]\n    teams: a",
      ["line 4: there is no key `teams`; did you mean `team`?"]
    ),
  ]

  @Test("What is wrong is said with its line, and leaves the hook out", arguments: table.indices)
  func wrong(_ index: Int) {
    let reading = Sample.read("hooks:\n  - \(Self.table[index].hook)\n")
    #expect(reading.problems.map(\.description) == Self.table[index].says.map { "config.yaml, \($0)" })
    #expect(reading.configuration.hooks.isEmpty)
  }

  @Test("One that is wrong does not keep the others from being run")
  func others() {
    let reading = Sample.read("hooks:\n  - on: x\n    run: [/bin/true]\n  - on: run-started\n    run: [/bin/true]\n")
    #expect(reading.configuration.hooks.count == 1 && reading.problems.count == 1)
  }

  @Test(
    "Something else than a list of hooks is a problem; nothing is none", arguments: ["a", "{on: x}", "[a]", "[[]]"])
  func noList(_ value: String) {
    #expect(
      Sample.problems("hooks: \(value)\n") == [
        "config.yaml, line 1: hooks: takes a list, each with `on:` and `run:`"
      ])
    #expect(Sample.problems("hooks:\ntheme: mono\n") == [])
  }

  @Test("A name that PATH finds, or that is below the home directory, is guessed at")
  func guesses() {
    func says(_ program: String) -> String? {
      Sample.problems("hooks:\n  - on: run-started\n    run: [\(program)]\n").first
    }
    #expect(says("sh")?.contains("has to be an absolute path; did you mean `/") == true)
    #expect(says("~/tell")?.hasSuffix("did you mean `\(Account.homeDirectory)/tell`?") == true)
    #expect(says("no-such-program-anywhere")?.hasSuffix("has to be an absolute path") == true)
  }

  @Test("A program that can't be run is a problem, and the hook stays: it will fail aloud")
  func unusable() {
    for (program, reason) in [
      ("/no/such", "No such file or directory"), ("/tmp", "it is no file"), ("/etc/passwd", "it is not executable"),
    ] {
      let reading = Sample.read("hooks:\n  - on: run-started\n    run: [\(program)]\n")
      #expect(reading.problems.map(\.message) == ["run: \(program) can't be run: \(reason)"])
      #expect(reading.configuration.hooks.count == 1)
    }
  }

  @Test("For hooks alone, nothing else that is wrong with a file matters, but that it can't be read")
  func alone() {
    func settings(_ text: String) -> HookSettings {
      HookSettings.read(documents: [ConfigurationDocument(Sample.own, bytes: Array(text.utf8))])
    }
    #expect(settings("theme: pink\nkeys: 3\n") == HookSettings())
    #expect(settings("theme: [\n").problems.count == 1)
    #expect(settings("hooks: []\nhooks: []\n").problems.map(\.line) == [2])
    #expect(HookSettings.read([ConfigurationFile(path: "/no/such/file", layer: .own)]) == HookSettings())
  }
}
