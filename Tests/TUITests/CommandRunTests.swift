import Domain
import Terminal
import Testing

@testable import TUI

extension ChecklistVersion {
  /// Steps of each mode.
  static let commands = sample(
    [
      .line("look", .during, "Look at the dashboard"),
      .line(
        "director", .during, "The director answers", fences: [Fence(language: "sh", code: "bosh env {{version}}")]
      ) { $0.mode = "check" },
      .line(
        "deploy", .during, "Deploy {{version}}",
        fences: [Fence(language: "bash", code: "bosh -n deploy cf.yml -v {{version}} --token {{token}}")]
      ) { $0.expect = .minutes(60) },
      .line(
        "two", .during, "Two of them",
        fences: [Fence(language: "sh", code: "echo one"), Fence(language: "sh", code: "echo two")]),
      .line("counted", .during, "Count them", fences: [Fence(language: "sh", code: "count")]) { $0.value = "how many" },
    ],
    settings: ChecklistSettings(
      parameters: [
        Parameter(name: "version", ask: "Release version"),
        Parameter(name: "token", ask: "Token of the director", secret: .prompt),
      ]))
}

@Suite("Running a step's command from the screen")
struct CommandRunTests {
  private let store: FakeStore

  init() throws { store = FakeStore(try Run.begun(.commands)) }

  private func driver(at step: Int, width: Int = 100, glyphs: Glyphs = .unicode) -> Driver {
    let driver = Driver.onRun(store, width: width, height: 30, glyphs: glyphs)
    driver.press("Home")
    for _ in 1..<step { driver.press("j") }
    return driver
  }

  @Test("Each step says its mode by a sign and a word, without colour and in ASCII too")
  func modes() throws {
    for glyphs in [Glyphs.unicode, .ascii] {
      let driver = driver(at: 2, glyphs: glyphs)
      // Left of the detail.
      func row(_ text: String) -> String { String(driver.line(text).prefix(54)) }
      #expect(row("2 The director").contains("$?"))
      #expect(row("4 Two of them").contains("$") && !row("4 Two of them").contains("$?"))
      #expect(!row("1 Look at the").contains("$"))
      #expect(driver.text.contains("$? check"))
      driver.press("j")
      #expect(driver.text.contains("$ assisted"))
    }
  }

  @Test("Nothing runs that was not shown: parameters with their values, secrets as secrets, the code as it is read")
  func shown() throws {
    let driver = driver(at: 3)
    driver.press("$")
    #expect(driver.text.contains("what will run for step 3"))
    #expect(driver.text.contains("bash -eo pipefail"))
    #expect(driver.text.contains("/srv/deploy"))
    #expect(driver.text.contains("bosh -n deploy cf.yml -v ${version} --token ${token}"))
    #expect(driver.line("version ").contains("v205"))
    #expect(driver.text.contains("a secret: you type it, it is kept nowhere"))
    #expect(driver.text.contains("BOSH_ENVIRONMENT"))
    #expect(driver.text.contains("BOSH_CLIENT"))
    #expect(store.with { $0.launched.isEmpty })
    driver.press("Esc")
    #expect(store.with { $0.launched.isEmpty })
  }

  @Test("A secret is asked for without showing it, is no draft, and goes along with the order alone")
  func secret() throws {
    let driver = driver(at: 3)
    driver.press("$", "Enter")
    #expect(driver.text.contains("token, a secret"))
    driver.press("Enter")
    #expect(driver.text.contains("an empty secret is none"))
    driver.type("s3cr3t")
    #expect(!driver.text.contains("s3cr3t") && driver.text.contains("typed, and not shown"))
    driver.press("Esc")
    #expect(driver.app.drafts.isEmpty)
    driver.press("$", "Enter")
    driver.type("s3cr3t")
    driver.press("Enter")
    #expect(store.with { $0.launched.map(\.secrets) } == [["token": "s3cr3t"]])
    #expect(driver.text.contains("EXECUTION 12"))
    #expect(driver.app.drafts.isEmpty && !driver.app.messages.log.contains { $0.text.contains("s3cr3t") })
  }

  @Test("Where a step has several commands one is asked which")
  func several() throws {
    let driver = driver(at: 4)
    driver.press("$")
    #expect(driver.text.contains("step 4 has 2 commands: which one?"))
    driver.press("2")
    #expect(driver.text.contains("echo two"))
    driver.press("Enter")
    #expect(store.with { $0.launched.map(\.fence) } == [1])
  }

  @Test("Where it can't be run the key is dimmed, and says why")
  func reasons() throws {
    let manual = driver(at: 1)
    manual.press("$")
    #expect(manual.text.contains("the step has no command"))
    _ = try store.backend(for: "ana").perform(.pause(reason: nil), on: RunNumber(42), as: nil)
    let paused = driver(at: 2)
    paused.press("$")
    #expect(paused.text.contains("the run is paused: p resumes it"))
    let stranger = Driver.onRun(FakeStore(try Run.begun(.commands)), as: "oz")
    stranger.press("Home", "j", "$")
    #expect(stranger.text.contains("not on this run"))
  }

  @Test("Of two who press it at once one runs it, and the other watches")
  func atOnce() throws {
    let driver = driver(at: 2)
    driver.press("$")
    try store.beginCommand(of: "director", by: "bo")
    driver.press("Enter")
    #expect(driver.text.contains("bo's command of the step runs already"))
    #expect(driver.text.contains("EXECUTION 12"))
    #expect(store.with { $0.executions.count } == 1)
  }

  @Test("What the supervisor refuses is said, and nothing opens")
  func refused() throws {
    store.change { $0.launchFailure = Failure(words: "the directory /srv/deploy is not there") }
    let driver = driver(at: 2)
    driver.press("$", "Enter")
    #expect(driver.text.contains("the directory /srv/deploy is not there"))
    #expect(driver.text.contains("RUN 42"))
  }

  @Test("While a command runs its step says since when, how far it is and how long it will take, for both of the pair")
  func running() throws {
    let output = FakeOutput(
      "runner_z1/12. Done\n", isOver: false, progress: OutputProgress(done: 12, total: 95, name: "runner_z1/12"))
    let execution = try store.beginCommand(of: "deploy", by: "bo", output: output)
    store.change { $0.now = $0.now + .minutes(9) }
    let driver = driver(at: 3, width: 160)
    let line = driver.line("runs since")
    #expect(line.contains("runs since 09:40") && line.contains("12/95"))
    #expect(driver.text.contains("usually 58m") && driver.text.contains("about 5"))
    driver.press("$")
    #expect(driver.text.contains("EXECUTION \(execution.number)"))
    driver.press("Esc")
    #expect(driver.text.contains("execution 12 goes on; l shows it again"))
  }

  @Test("How a command ended stands under its step until somebody has judged it, with the line that says why")
  func ended() throws {
    let execution = try store.beginCommand(of: "deploy")
    store.endCommand(execution.number, .exited(1), failingLine: "Error: port 34567 in use")
    let driver = driver(at: 3, width: 160)
    #expect(driver.line("exit 1 after 12s").contains("Error: port 34567 in use"))
    driver.press("x")
    #expect(driver.text.contains("> execution 12: exit 1 after 12s: Error: port 34567 in use"))
    driver.press("Enter")
    #expect(store.run()?.progress(of: "deploy").state == .failed)
    let attempt = store.run()?.progress(of: "deploy").lastAttempt
    #expect(attempt?.reason?.contains("port 34567 in use") == true)
  }

  @Test("What nobody watches over any more is written down as unknown, once, by whoever sees it")
  func lost() throws {
    let execution = try store.beginCommand(of: "deploy")
    store.with { $0.outputs[execution.number] }?.change { $0.isSupervised = false }
    let driver = driver(at: 3, width: 160)
    #expect(store.with { $0.executions.first?.verdict } == .unknown)
    driver.notice()
    #expect(driver.line("unknown").contains("nobody saw how it ended"))
    #expect(!driver.line("unknown").contains("✔"))
  }

  @Test("A command that runs is worth a line on Today, and one that became unknown needs somebody")
  func today() throws {
    let real = try RealStore()
    #expect(try TodayQuestion.commands(of: [], from: StoreBackend(store: real.store, actor: .own("ana"))).isEmpty)
    let first = try store.beginCommand(
      of: "deploy", output: FakeOutput("", isOver: false, progress: OutputProgress(done: 12, total: 95)))
    let run = try #require(store.run())
    var found = try TodayQuestion.commands(of: [run], from: store.backend(for: "ana"))
    #expect(found.map(\.progress?.done) == [12])
    store.endCommand(first.number, .lost)
    found = try TodayQuestion.commands(of: [run], from: store.backend(for: "ana"))
    #expect(found.map(\.execution.verdict) == [.unknown])
    store.endCommand(first.number, .exited(0))
    #expect(try TodayQuestion.commands(of: [run], from: store.backend(for: "ana")).isEmpty)
  }
}
