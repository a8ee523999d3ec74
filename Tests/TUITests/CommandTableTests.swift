import Domain
import Terminal
import Testing

@testable import TUI

@Suite("The command table")
struct CommandTableTests {
  @Test("Every id is there once, every key is a key, every title is a sentence without a full stop")
  func rows() {
    let all = CommandTable.standard.all
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
      ["open", "next", "detail", "the run"],
      ["next field", "detail", "view"], ["field before", "view before", "view"],
      ["back", "back, kept"], ["start", "save", "begin"], ["new run", "new"],
      // Both bring a checklist's file and its latest version together.
      ["sync files", "fold"], ["open", "next", "detail", "the run", "fold"],
      // What was proposed or tried has come to nothing, with a reason; a decision is taken back.
      ["long note", "editor"],
      // An item is dropped from the backlog; a state, an order of a team, a row are gone on from; a duty that was set by
      // hand is the plan's again.
      ["failed", "decline", "remove", "close", "release"],
      // Nothing is dropped, and one keypress never ends it: each of these opens a prompt or asks.
      ["skip", "split", "sign", "service"], ["leave", "labels"], ["override", "owners"], ["abort", "another team"],
      ["join", "move down"], ["file", "advance"], ["done", "tick", "keep"], ["start", "groom"],
      // Notices of a run, and what an item waits for; the way back, and out of the way; two that only a run has.
      ["notices", "waits for"], ["roll back", "unblock"], ["confirm", "views"], ["go on without", "save view"],
      // Each is undone by one key, and says what it did, or opens a menu.
      ["import", "ice", "items"],
      ["note", "commit", "comment"], ["record", "peek"], ["view", "panel"], ["view before", "panel before"],
      // Nothing but a look at something.
      ["run note", "charts"], ["redline", "other release"], ["next chart", "panel", "view", "next"],
      ["chart before", "panel before", "view before", "field before"],
      ["view", "next", "panel"], ["field before", "view before", "panel before"],
      ["failed", "decline"], ["undo it", "reopen"],
      // Duties: each opens a menu, a prompt or a question, or only looks; and what it did is undone by one key.
      ["groom", "swap", "start"], ["tick all", "take"], ["other", "out"], ["other release", "redline", "replace"],
      ["write it", "another team", "abort"], ["move", "plan"], ["move up", "keep or anew"], ["roster", "reason"],
      ["set up", "weeks"],
      ["weeks", "withdraw"], ["what if", "record", "peek"], ["new run", "new", "set"],
      ["the run", "why", "fold", "next", "open", "change", "detail"], ["this week", "next open"],
      ["changes", "stand-up"],
      ["panel", "next chart", "next week", "view", "right"],
      ["panel before", "view before", "chart before", "week before", "left"],
      ["next hit", "next change"], ["enter", "change"], ["note", "commit"],
      // A retro: each opens a prompt or a form, or is undone by one key; what ends it asks.
      ["withdraw", "weeks", "don't know"], ["attach", "action", "do"], ["changes", "stand-up", "decision", "decide"],
      ["finish", "further", "close"], ["override", "owners", "people"],
      ["1 points", "worked"], ["2 points", "did not work"], ["3 points", "too early"], ["4 points", "not done"],
      // An incident: each opens a prompt for words, a menu, a question or a form; C alone writes at once, and says so.
      ["saw", "other", "out"], ["think", "left", "panel before", "chart before", "week before"],
      ["evidence", "record", "peek", "what if"],
      ["correct", "note", "commit", "comment"], ["mitigated", "figures"], ["resolved", "confirm", "views"],
      ["command", "run note", "charts"], ["update", "groom", "swap", "start"],
      ["send", "sign", "split", "skip", "service"], ["remedy", "redline", "replace", "other release"],
      ["link", "leave", "labels"], ["lesson", "right", "panel", "next chart", "next week"],
      ["retro", "roster", "reason"], ["incident", "into team"],
      ["around", "view", "next field", "detail"], ["around", "view", "view before", "field before"],
      // A command: what it would run is a page first, to stop it is a question, the rest only looks.
      ["stop it", "move up", "keep or anew"], ["override", "anyway"],
      ["output", "lesson", "right", "panel", "next chart", "next week"],
      ["follow", "finish", "further", "close"], ["wrap", "withdraw", "weeks", "don't know"],
      ["next hit", "new run", "new", "set"], ["hit before", "n/a", "sign", "split", "skip", "service"],
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

  @Test("The driver covers every row: each one works from its key, or says why it can't", arguments: ScreenTable.rows)
  func everyRow(row: ScreenTable.Row) throws {
    let path = try #require(Self.paths[row.screen], "nobody has said how to come to \(row.title)")
    let store = FakeStore(try Run.begun())
    store.ran("announce")
    let reword = ProposedEdit.reword(try store.real().firstStep(), to: "Look twice")
    try store.real().learn("Once is not enough", edit: reword)
    try store.real().handOverSoon()
    try store.real().review("Look once")
    try store.real().act()
    try store.real().review("Look twice", openedAt: .t0 - .minutes(60))
    try store.real().burn()
    try store.real().add("Look twice", "Look thrice", points: 2)
    for command in row.commands + Command.everywhere {
      let driver = Driver(store)
      driver.press(path)
      #expect(driver.app.top.map { type(of: $0).name } == row.screen, "\(driver.text)")
      guard driver.app.commands.contains(where: { $0.id == command.id }) else { continue }
      let key = driver.app.top?.takesLetters == true ? command.keyTextBesideLetters : command.keyText
      guard let key else { continue }
      let before = driver.text
      let availability = command.availability(driver.app)
      driver.press(key)
      let hasDone = driver.text != before || !driver.requests.isEmpty || driver.hasQuit
      if case .no(let reason) = availability {
        let words = reason.split(separator: " ").prefix(3).joined(separator: " ")
        #expect(driver.words.contains(words), "\(command.id) on \(row.title): \(reason)")
      } else {
        #expect(hasDone || Self.mayChangeNothing(command, on: row), "\(command.id) on \(row.title) did nothing")
      }
    }
  }

  /// The keys that lead to each screen.
  private static let paths: [ScreenName: String] = [
    TodayScreen.name: "g t", ChecklistsScreen.name: "g c", RunsScreen.name: "g r", TeamsScreen.name: "g p",
    JournalScreen.name: "g j", ChecklistScreen.name: "g c Enter", StartScreen.name: "g c n",
    RunScreen.name: "g r Enter", RecordScreen.name: "g r i", PersonScreen.name: "g p j Enter",
    TeamScreen.name: "g p Enter", WelcomeScreen.name: "g t W", LessonsScreen.name: "g l",
    LessonScreen.name: "g l Enter",
    IncidentsScreen.name: "g i", IncidentScreen.name: "g i Enter", IncidentFormScreen.name: "g i n",
    BacklogScreen.name: "g b", GroomScreen.name: "g b s", ChartsScreen.name: "g b C", ItemScreen.name: "g b Enter",
    ItemFormScreen.name: "g b n",
    NumbersScreen.name: "g n", CountedScreen.name: "g n Enter",
    DutyBoardScreen.name: "g d", TeamDutiesScreen.name: "g d Enter", DutyWeeksScreen.name: "g d W",
    DutyPlanScreen.name: "g d P", RosterScreen.name: "g d R",
    HandoffScreen.name: "g d H",
    DutyFiguresScreen.name: "g d m", StandUpScreen.name: "g d d",
    SearchScreen.name: "g t / l o o k Enter",
    RetrosScreen.name: "g e", RetroScreen.name: "g e Enter", RetroActionFormScreen.name: "g e Enter a",
    OutputScreen.name: "g r Enter Home l",
    LessonFormScreen.name: "g l n", FoldScreen.name: "g l f",
  ]

  /// Moving where there is no further to go, going where one is, ordering what is in order.
  private static func mayChangeNothing(_ command: Command, on row: ScreenTable.Row) -> Bool {
    [
      "list.up", "list.down", "list.first", "list.last", "list.page-up", "list.page-down", "list.reverse", "run.next",
      "fold.next", "go.groom", "weeks.now", "output.follow",
    ]
    .contains(command.id) || command.id == "go.\(row.screen.text)" || command.id.hasSuffix(".previous")
      // What it counts is nothing here.
      || (row.screen == CountedScreen.name && command.id.hasPrefix("list.mark"))
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
    driver.press("Enter")
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
    #expect(driver.text.contains("r runs"))
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

extension ScreenTable.Row: CustomTestStringConvertible {
  public var testDescription: String { title }
}
