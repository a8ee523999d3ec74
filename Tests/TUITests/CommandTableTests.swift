import Domain
import Terminal
import Testing

@testable import TUI

@Suite("The command table")
struct CommandTableTests {
  @Test("Every id is there once, every key is a key, every title is a sentence without a full stop")
  func rows() {
    let all = CommandTable.all
    #expect(Set(all.map(\.id)).count == all.count)
    for command in all {
      #expect(!command.keys.isEmpty, "\(command.id)")
      #expect(!command.title.hasSuffix(".") && command.title.first?.isUppercase == true, "\(command.id)")
      for (key, chord) in zip(command.keys, command.chords) {
        #expect(chord.count == key.split(separator: " ").count, "\(command.id): \(key)")
      }
    }
  }

  @Test("On each screen a key stands for one command, and none is the beginning of another's chord")
  func noClash() {
    for row in ScreenTable.rows {
      let chords = row.commands.flatMap(\.chords)
      #expect(Set(chords).count == chords.count, "\(row.title)")
      let all = chords + Command.everywhere.flatMap(\.chords).filter { !chords.contains($0) }
      for chord in all {
        #expect(!all.contains { $0.count > chord.count && $0.starts(with: chord) }, "\(row.title): \(chord)")
      }
    }
  }

  @Test("A key that several screens have does the same kind of thing on all of them")
  func oneMeaning() {
    // What a key may be called across screens; anything else that shares a key has to be added here on purpose.
    let same: [Set<String>] = [
      ["down", "next field"], ["up", "field before"], ["open", "next", "detail"],
      ["other list", "next field", "detail"],
      ["other list", "field before"], ["back", "back, kept"], ["first"], ["last"], ["page down"], ["page up"],
    ]
    var labels: [[Key]: Set<String>] = [:]
    for row in ScreenTable.rows {
      for command in row.commands {
        for chord in command.chords { labels[chord, default: []].insert(command.label) }
      }
    }
    for (chord, labels) in labels where labels.count > 1 {
      #expect(same.contains { labels.isSubset(of: $0) }, "\(chord): \(labels)")
    }
  }

  @Test("The driver covers every row: each one works from its key, or says why it can't")
  func everyRow() throws {
    for command in CommandTable.all {
      let driver = try open(command.screen)
      let before = driver.text
      let availability = command.availability(driver.app)
      for key in (command.keyTextBesideLetters ?? command.keyText).split(separator: " ") { driver.press(String(key)) }
      let hasDone = driver.text != before || !driver.requests.isEmpty || driver.hasQuit
      if case .no(let reason) = availability {
        let words = reason.split(separator: " ").prefix(3).joined(separator: " ")
        #expect(driver.text.contains(words), "\(command.id): \(reason)")
      } else {
        #expect(hasDone || Self.changesNothingHere.contains(command.id), "\(command.id) did nothing")
      }
    }
  }

  /// Commands that are right to change nothing in the world that `open` makes.
  private static let changesNothingHere: Set<String> = [
    "home.up", "home.down", "home.first", "home.last", "home.page-up", "home.page-down", "run.first", "run.up",
    "run.page-up", "run.next", "start.previous", "app.runs", "start.back",
  ]

  /// A driver on the screen, in a world where much can be done.
  private func open(_ screen: ScreenName?) throws -> Driver {
    let store = FakeStore(try Run.begun())
    switch screen {
    case RunScreen.name: return .onRun(store)
    case StartScreen.name:
      let driver = Driver(store)
      driver.press("n")
      return driver
    default: return Driver(store)
    }
  }

  @Test("? lists everything, narrows as one types, and runs what is chosen")
  func help() throws {
    let driver = Driver.onRun(FakeStore(try Run.begun()))
    driver.press("?")
    driver.type("note")
    #expect(driver.text.contains("c  Write a note on the step"))
    #expect(!driver.text.contains("Abort"))
    driver.press("Enter")
    #expect(driver.text.contains("note on step 1"))
    driver.press("Esc", "?")
    driver.type("owed")
    driver.press("Down", "Enter")
    #expect(driver.text.contains("no reason is owed"))
  }

  @Test(": runs a command by a word of its name")
  func palette() throws {
    let driver = Driver.onRun(FakeStore(try Run.begun()))
    driver.press(":")
    driver.type("observe")
    driver.press("Esc", ":")
    driver.type("pause")
    driver.press("Enter")
    #expect(driver.text.contains("pause the run: why?"))
  }

  @Test("The beginning of a chord shows what can follow; a wrong end says so")
  func chord() throws {
    let driver = Driver.onRun(FakeStore(try Run.begun()))
    driver.press("g")
    #expect(driver.footer.contains("r runs"))
    driver.press("Esc")
    #expect(driver.footer.contains("Space done"))
    driver.press("g z")
    #expect(driver.text.contains("g z is no command here"))
  }

  @Test("^C takes away what is half typed, and then leaves; leaving asks where something typed would be lost")
  func interrupt() throws {
    let driver = Driver.onRun(FakeStore(try Run.begun()))
    driver.press("c")
    driver.type("half")
    driver.press("^C")
    #expect(!driver.hasQuit)
    #expect(!driver.text.contains("> half"))
    driver.press("q")
    #expect(driver.text.contains("What was typed and not sent is lost."))
    driver.press("Enter")
    #expect(!driver.hasQuit)
    driver.press("q", "y")
    #expect(driver.hasQuit)
    let clean = Driver(FakeStore())
    clean.press("^C")
    #expect(clean.hasQuit)
  }

  @Test("Leaving waits for what is being written, and stays when that is refused")
  func leaving() throws {
    let store = FakeStore(try Run.begun())
    let driver = Driver.onRun(store)
    driver.isHolding = true
    driver.press("Space", "q")
    #expect(!driver.hasQuit)
    driver.releaseAll()
    #expect(driver.hasQuit)
    let refused = Driver.onRun(store)
    refused.isHolding = true
    try store.with { world in try world.runs[RunNumber(42)]?.act(.pause(reason: nil)) }
    refused.press("Space", "q")
    refused.releaseAll()
    #expect(!refused.hasQuit)
    #expect(refused.text.contains("the run is paused"))
  }

  @Test("^Z and ^L reach the terminal, also while something is typed")
  func terminal() throws {
    let driver = Driver.onRun(FakeStore(try Run.begun()))
    driver.press("^L", "c", "^Z")
    #expect(driver.requests == [.redraw, .suspend])
  }
}
