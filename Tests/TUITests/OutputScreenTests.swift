import Domain
import Terminal
import Testing
import Text

@testable import TUI

@Suite("The output's screen")
struct OutputScreenTests {
  private let store: FakeStore

  init() throws { store = FakeStore(try Run.begun(.commands)) }

  private func open(_ step: StepID, _ output: FakeOutput, width: Int = 80, height: Int = 24) throws -> (
    Driver, Execution
  ) {
    let execution = try store.beginCommand(of: step, output: output)
    let driver = Driver(store, width: width, height: height)
    driver.open(OutputScreen(execution))
    return (driver, execution)
  }

  private static func lines(_ range: ClosedRange<Int>) -> String { range.map { "line \($0)\n" }.joined() }

  @Test("It follows what is printed until one scrolls up, and again from F or G")
  func follows() throws {
    let output = FakeOutput(Self.lines(1...100), isOver: false)
    let (driver, _) = try open("deploy", output)
    #expect(driver.text.contains("output, followed") && driver.text.contains("line 100"))
    output.print(Self.lines(101...200))
    driver.letHappen()
    #expect(driver.text.contains("line 200"))
    driver.press("k")
    output.print(Self.lines(201...300))
    driver.letHappen()
    #expect(driver.text.contains("held: F follows it") && driver.text.contains("line 199"))
    #expect(!driver.text.contains("line 201"))
    driver.press("F")
    #expect(driver.text.contains("line 300"))
    driver.press("g g")
    #expect(driver.text.contains("line 1\n") || driver.lines.contains { $0.trimmingPrefix(" ").hasPrefix("line 1") })
    driver.press("G")
    output.print("the end\n")
    driver.letHappen()
    #expect(driver.text.contains("the end"))
  }

  @Test("Of much output only what is around the window is read, and every line of it can be come to")
  func much() throws {
    let output = FakeOutput(Self.lines(1...400_000))
    let (driver, execution) = try open("deploy", output)
    store.endCommand(execution.number, .exited(0))
    driver.notice()
    let size = output.state().size
    driver.press("g g")
    #expect(
      driver.text.contains("line 1 ") || driver.lines.contains { $0.hasSuffix("line 1") || $0.contains("line 2") })
    driver.press("G", "PgUp")
    #expect(output.reads < size / 2)
    let before = driver.text
    driver.press("PgUp", "PgDn")
    #expect(driver.text == before)
    // A thousand pages up, each of them in its place.
    driver.press("G")
    for _ in 0..<300 { driver.press("PgUp") }
    let shown = driver.lines.compactMap { $0.split(separator: " ").last.flatMap { Int($0) } }
    #expect(zip(shown, shown.dropFirst()).allSatisfy { $1 == $0 + 1 } || shown.isEmpty)
  }

  @Test("/ finds, n and N go on, and what is found is marked")
  func search() throws {
    let (driver, _) = try open("deploy", FakeOutput(Self.lines(1...5000)))
    driver.press("/")
    driver.type("line 77")
    driver.press("Enter")
    #expect(driver.lines.contains { $0.contains("line 77") })
    #expect(driver.screen.annotated.contains("{reverse|line 77}"))
    driver.press("n")
    #expect(driver.text.contains("line 770"))
    driver.press("n", "N")
    #expect(driver.text.contains("line 770"))
    driver.press("N", "N")
    #expect(driver.text.contains("from the end again"))
    driver.press("Esc")
    #expect(!driver.text.contains("/line 77"))
    driver.press("/")
    driver.type("nowhere in it")
    driver.press("Enter")
    #expect(driver.text.contains("is not in it"))
  }

  @Test("The hit that one is at stands out among the others, and which of how many it is stands on the right")
  func placeOfHit() throws {
    let output = FakeOutput(Self.lines(1...5000), isOver: false)
    let (driver, _) = try open("deploy", output)
    driver.press("/")
    driver.type("line 77")
    driver.press("Enter")
    #expect(driver.text.contains("1 of 11"))
    driver.press("n")
    #expect(driver.text.contains("2 of 11"))
    #expect(driver.screen.annotated.contains("{reverse|line 77}0"))
    #expect(driver.screen.annotated.contains("{bold underline|line 77}1"))
    driver.press("N", "N")
    #expect(driver.text.contains("11 of 11"))
    output.print("line 77 again\n")
    driver.letHappen()
    #expect(driver.text.contains("11 of 12"))
  }

  @Test("Esc ends the search while one types, as its words say, and hides and shows nothing")
  func searchEnds() throws {
    let (driver, _) = try open("deploy", FakeOutput(Self.lines(1...5000)))
    driver.press("/")
    #expect(driver.footer.contains("Esc end the search"))
    driver.type("line 77")
    driver.press("Esc")
    #expect(!driver.text.contains("/line 77") && !driver.screen.annotated.contains("{reverse|line 77}"))
    #expect(driver.text.contains("line 77") && driver.text.contains("line 80"))
  }

  @Test("With long lines cut the window is full, and a piece that goes on from the one before it is marked")
  func longLines() throws {
    let (driver, _) = try open("deploy", FakeOutput(String(repeating: "x", count: 2 << 20)))
    func pieces() -> Int { driver.lines.count { $0.hasPrefix("…xxxx") } }
    #expect(pieces() == 0)
    driver.press("w")
    #expect(pieces() == 19)
    driver.press("PgUp", "k")
    #expect(pieces() == 19)
    driver.press("w")
    #expect(pieces() == 0)
  }

  @Test("Where lines are cut, h and l are in the footer as far as there is something to the side")
  func sideways() throws {
    let (driver, _) = try open("deploy", FakeOutput("short\n" + String(repeating: "x", count: 200) + "\n"))
    #expect(!driver.footer.contains("right") && !driver.footer.contains("left"))
    driver.press("w")
    #expect(driver.footer.contains("l right") && !driver.footer.contains("h left"))
    driver.press("l")
    #expect(driver.footer.contains("l right") && driver.footer.contains("h left"))
    for _ in 0..<7 { driver.press("l") }
    #expect(!driver.footer.contains("l right") && driver.footer.contains("h left"))
    driver.press("l")
    #expect(driver.text.contains("no line goes on to the right"))
  }

  @Test("A message covers nothing of what came of it", arguments: [(60, 16), (80, 24)])
  func messageBelow(size: (Int, Int)) throws {
    let (driver, execution) = try open(
      "director", FakeOutput("refused\n", isOver: false), width: size.0, height: size.1)
    store.endCommand(execution.number, .exited(1))
    driver.letHappen()
    driver.press("K")
    #expect(driver.text.contains("it is over"))
    #expect(driver.words.contains("$ runs it again O overrides, with a reason"))
  }

  @Test("While a stop is under way K is not offered, and says so; when it should be over it is again")
  func stopUnderWay() throws {
    let (driver, execution) = try open("deploy", FakeOutput("on it\n", isOver: false))
    #expect(driver.footer.contains("K stop it"))
    driver.press("K", "y")
    driver.notice()
    #expect(!driver.footer.contains("K stop it"))
    driver.press("K")
    #expect(driver.text.contains("ana stops it already"))
    #expect(store.with { $0.stopped } == [execution.number])
    driver.pass(.seconds(16))
    #expect(driver.footer.contains("K stop it"))
  }

  @Test("How it goes shows on the right however narrow the window is: what is on the left is shortened")
  func narrowHeader() throws {
    let (driver, _) = try open("deploy", FakeOutput("on it\n", isOver: false), width: 60, height: 16)
    driver.press("K", "y")
    driver.notice()
    #expect(driver.line("EXECUTION 12").contains("… ") && driver.line("EXECUTION 12").contains("INT sent"))
  }

  @Test("A stop is asked for first, with no as the answer, and says under whose name it is recorded")
  func stop() throws {
    let (driver, execution) = try open("deploy", FakeOutput("on it\n", isOver: false))
    driver.press("K")
    #expect(driver.words.contains("It is recorded that ana had it stopped."))
    driver.press("Enter")
    #expect(store.with { $0.stopped.isEmpty })
    driver.press("K", "y")
    #expect(store.with { $0.stopped } == [execution.number])
    driver.notice()
    #expect(driver.text.contains("ana stops it: INT sent"))
    driver.pass(.seconds(6))
    #expect(driver.text.contains("TERM sent"))
    driver.pass(.seconds(5))
    #expect(driver.text.contains("KILL sent"))
    store.endCommand(execution.number, .stopped(by: "ana"))
    driver.letHappen()
    #expect(driver.text.contains("stopped by ana"))
    driver.press("K")
    #expect(driver.text.contains("it is over"))
  }

  @Test("A failed command is failed with the line that says why; then one is back at the run")
  func failed() throws {
    let output = FakeOutput("Error: port 34567 in use\n", isOver: false)
    let (driver, execution) = try open("deploy", output)
    driver.press("x")
    #expect(driver.text.contains("it still runs"))
    store.endCommand(execution.number, .exited(1), failingLine: "Error: port 34567 in use")
    driver.letHappen()
    // What was said lies over the last rows until the next key.
    driver.press("F")
    #expect(driver.words.contains("it says: Error: port 34567 in use"))
    driver.press("x", "Enter")
    #expect(store.run()?.progress(of: "deploy").state == .failed)
    #expect(driver.app.topScreen(OutputScreen.self) == nil)
  }

  @Test("An assisted command that went well ticks nothing: Space does, and names the execution")
  func assisted() throws {
    let (driver, execution) = try open("deploy", FakeOutput("done\n", isOver: false))
    store.endCommand(execution.number, .exited(0))
    driver.letHappen()
    #expect(driver.words.contains("exit 0 after 12s: whether that is well, you say"))
    driver.press("Space")
    let attempt = try #require(store.run()?.progress(of: "deploy").lastAttempt)
    #expect(attempt.outcome == .done && attempt.value == "execution 12: exit 0 after 12s")
  }

  @Test("Where the step asks for a value it is asked, beside what the command said")
  func value() throws {
    let (driver, execution) = try open("counted", FakeOutput("7\n", isOver: false))
    store.endCommand(execution.number, .exited(0))
    driver.letHappen()
    driver.press("Space")
    #expect(driver.words.contains("Record: how many execution 12: exit 0 after 12s"))
  }

  @Test(
    "What is neither yes nor no says so, and is never green",
    arguments: [
      ExecutionEnding.timedOut, .exited(127), .killed(signal: 9), .lost, .notStarted("sh is not there"),
      .stopped(by: nil),
    ])
  func neither(ending: ExecutionEnding) throws {
    let (driver, execution) = try open("director", FakeOutput("", isOver: false))
    store.endCommand(execution.number, ending)
    driver.letHappen()
    #expect(driver.words.contains("neither yes nor no"))
    #expect(driver.words.contains("$ runs it again"))
    #expect(!driver.screen.annotated.contains("green"))
  }

  @Test("A check's no offers fail, again, and override with a reason")
  func no() throws {
    let (driver, execution) = try open("director", FakeOutput("refused\n", isOver: false))
    store.endCommand(execution.number, .exited(1))
    driver.letHappen()
    #expect(driver.words.contains("no: exit 1 after 12s"))
    #expect(driver.footer.contains("O override") && driver.footer.contains("x failed"))
    driver.press("O")
    #expect(driver.text.contains("overridden: why?"))
    driver.press("Esc", "$")
    #expect(driver.text.contains("what will run for step 2"))
    driver.press("Enter")
    #expect(driver.text.contains("EXECUTION 13"))
  }

  @Test("What nobody watches over any more is unknown")
  func lost() throws {
    let output = FakeOutput("on it\n", isOver: false)
    let (driver, _) = try open("deploy", output)
    output.change { $0.isSupervised = false }
    driver.letHappen()
    #expect(store.with { $0.executions.first?.verdict } == .unknown)
    driver.notice()
    #expect(driver.words.contains("unknown: nobody saw how it ended"))
  }

  @Test("Hostile output breaks no column, in every size", arguments: [(60, 16), (80, 24), (160, 50)])
  func hostile(size: (Int, Int)) throws {
    let hostile =
      "\u{1B}[2J\u{1B}]52;c;aGk=\u{7}\u{9B}31m\u{202E}\u{2066}turned\u{0}\u{0}\n"
      + String(repeating: "漢", count: 500) + "\n" + String(repeating: "x", count: 100_000) + "\n\t\ttabs\u{8}\u{8}\n"
    let (driver, _) = try open("deploy", FakeOutput(hostile), width: size.0, height: size.1)
    for keys in ["g g", "PgDn", "w", "l", "l", "h", "G", "w", "k", "k"] {
      driver.press(keys)
      for line in driver.lines {
        #expect(line.displayWidth <= size.0)
        #expect(visible(line) == line)
      }
    }
  }

  @Test("An output that can't be read says so, and nothing hangs")
  func unreadable() throws {
    let (driver, execution) = try open("deploy", FakeOutput("x", isOver: false))
    store.change { $0.outputs[execution.number] = nil }
    driver.letHappen()
    #expect(driver.text.contains("its output is gone"))
    #expect(driver.waiting.isEmpty)
    driver.press("Esc")
    #expect(driver.app.topScreen(OutputScreen.self) == nil)
  }
}
