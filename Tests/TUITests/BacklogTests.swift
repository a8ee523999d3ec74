import Domain
import Store
import Terminal
import Testing
import Text

@testable import TUI

@Suite("The backlog, groomed by keys")
struct BacklogTests {
  private static func real(_ titles: String..., points: Int? = nil) throws -> RealStore {
    let real = try RealStore()
    for title in titles { try real.add(title, points: points) }
    return real
  }

  private func item(_ number: Int, in real: RealStore) throws -> Item {
    try real.store.read { try $0.item(ItemNumber(number)) }
  }

  private func order(_ real: RealStore, _ panel: Panel = .backlog) throws -> [Int] {
    try real.store.read { try $0.items(in: panel, of: Team.sample.name, limit: 100).map(\.number.value) }
  }

  @Test("J and K move past the line that shows, } to the bottom, and u takes the move back")
  func moving() throws {
    let real = try Self.real("one", "two", "three")
    let driver = Driver(real: real)
    driver.press("g b", "J")
    #expect(try order(real) == [2, 1, 3])
    #expect(driver.app.topScreen(BacklogScreen.self)?.list.selected?.number == ItemNumber(1))
    driver.press("J", "K", "}")
    #expect(try order(real) == [2, 3, 1])
    driver.press("{")
    #expect(try order(real) == [1, 2, 3])
    driver.press("u")
    #expect(try order(real) == [2, 3, 1])
  }

  @Test("A digit estimates; one that is not on the scale says so")
  func estimating() throws {
    let real = try Self.real("one")
    let driver = Driver(real: real)
    driver.press("g b", "3")
    #expect(try item(1, in: real).points == 3)
    driver.press("4")
    #expect(driver.text.contains("4 is not on the scale, which is 0 1 2 3 5 8"))
    driver.press("Backspace")
    #expect(try item(1, in: real).points == nil)
  }

  @Test("> takes an item ahead, and < back with a reason that its page keeps")
  func states() throws {
    let real = try Self.real("one", "two", points: 2)
    let driver = Driver(real: real)
    driver.press("g b", ">")
    #expect(try item(1, in: real).state == .started)
    #expect(driver.text.contains("[Backlog 1]  Current 1"))
    driver.press("l", "<", "Enter")
    #expect(driver.text.contains("a reason is needed"))
    driver.type("not now")
    driver.press("Enter")
    #expect(try item(1, in: real).state == .unstarted)
    driver.press("h", "g g", "Enter", "G")
    #expect(driver.words.contains("started to unstarted, ana: not now"))
  }

  @Test("What is not estimated is not started, unless somebody says why")
  func override() throws {
    let real = try Self.real("one")
    let driver = Driver(real: real)
    driver.press("g b", ">")
    #expect(driver.text.contains("item 1 is not estimated"))
    driver.press("!")
    driver.type("it burns")
    driver.press("Enter")
    #expect(try item(1, in: real).state == .started)
  }

  @Test("Marked items are changed as one action, which one u takes back")
  func bulk() throws {
    let real = try Self.real("one", "two", "three")
    let driver = Driver(real: real)
    driver.press("g b", "m", "m", "5")
    #expect(try [1, 2, 3].map { try item($0, in: real).points } == [5, 5, nil])
    driver.press("J")
    #expect(try order(real) == [3, 1, 2])
    driver.press("u", "L")
    driver.type("router, slow")
    driver.press("Enter")
    #expect(try item(2, in: real).labels == ["router", "slow"])
    driver.press("x", "Enter")
    #expect(try order(real) == [1, 2, 3])
    driver.press("x", "y")
    #expect(try order(real) == [3])
    #expect(!driver.text.contains("marked"))
    driver.press("u")
    #expect(try order(real) == [1, 2, 3])
  }

  @Test("An item is split into parts, and duplicates are merged into the selected one")
  func splitAndMerge() throws {
    let real = try Self.real("one", "two")
    let driver = Driver(real: real)
    driver.press("g b", "S")
    driver.type("first half; second half")
    driver.press("Enter")
    #expect(try order(real) == [1, 3, 4, 2])
    driver.press("&")
    #expect(driver.text.contains("mark the duplicates"))
    driver.press("j", "m", "m", "&", "y")
    #expect(try order(real) == [1, 2])
    #expect(try item(2, in: real).links.map(\.kind).contains(.duplicateOf))
  }

  @Test("A filter finds over all panels; one with a mistake shows its place and what fits")
  func filter() throws {
    let real = try Self.real("one", "two")
    try real.add("ice", state: .unscheduled)
    let driver = Driver(real: real)
    driver.press("g b", "/")
    driver.type("state:unzz")
    #expect(driver.words.contains("^^^^") && !driver.words.contains("changes the filter"))
    driver.press("Enter")
    #expect(driver.words.contains("^^^^") && driver.words.contains("/ changes the filter; Esc shows all."))
    driver.press("/", "Backspace", "Backspace")
    driver.type("scheduled")
    #expect(driver.text.contains("ice") && !driver.text.contains("two"))
    driver.press("Enter", "Esc")
    #expect(driver.text.contains("two") && !driver.text.contains("ice "))
  }

  @Test("Tab completes a filter, and goes through what fits; what is typed after it goes on from there")
  func completion() throws {
    let real = try Self.real("one", "two")
    try real.add("ice", state: .unscheduled)
    let driver = Driver(real: real)
    driver.press("g b", "/")
    driver.type("stat")
    #expect(driver.footer.contains("Tab complete"))
    driver.press("Tab")
    #expect(driver.app.top?.filter == "state:")
    driver.press("Tab")
    #expect(driver.app.top?.filter == "state:unscheduled")
    driver.press("Tab")
    #expect(driver.app.top?.filter == "state:unstarted")
    driver.press("S-Tab")
    driver.type(" ty")
    driver.press("Tab")
    #expect(driver.app.top?.filter == "state:unscheduled type:")
    driver.press("Backspace", "Enter")
    driver.press("/", "^U")
    driver.type("state:unsc")
    driver.press("Right", "Enter")
    #expect(driver.text.contains("ice") && !driver.text.contains("two"))
  }

  @Test("A filter is saved as a view, shown again by its name, and forgotten")
  func views() throws {
    let real = try Self.real("one", "two")
    try real.add("ice", state: .unscheduled)
    let driver = Driver(real: real)
    driver.press("g b", "v")
    #expect(driver.text.contains("no view is saved"))
    driver.press("V")
    #expect(driver.text.contains("/ filters first"))
    driver.press("/")
    driver.type("state:unscheduled")
    driver.press("Enter", "V")
    driver.type("on ice")
    driver.press("Enter")
    #expect(driver.words.contains("on ice"))
    driver.press("V", "^U")
    driver.type("ice")
    driver.press("Enter", "Esc")
    #expect(driver.text.contains("two"))
    driver.press("v", "1")
    #expect(driver.text.contains("/state:unscheduled") && !driver.text.contains("two"))
    driver.press("v", "x", "1")
    #expect(try real.store.read { try $0.savedViews(of: Team.sample.name) }.isEmpty)
  }

  @Test("i shows the selected item below the list, which goes with the selection, and the list keeps its place")
  func peeking() throws {
    let real = try Self.real("one", "two", "three")
    try real.store.perform(CommentOnItem(ItemNumber(2), text: "ask the vendor"), by: .own("ana"), at: .t0)
    let driver = Driver(real: real)
    driver.press("g b", "i")
    #expect(driver.text.contains("Item 1"))
    driver.press("j")
    #expect(driver.text.contains("Item 2") && !driver.text.contains("Item 1 "))
    #expect(driver.text.contains("ask the vendor"))
    driver.press("O")
    driver.type("bo")
    driver.press("Enter")
    #expect(driver.line("changed ").contains("bo"))
    driver.press("i")
    #expect(!driver.text.contains("Item 2"))
  }

  @Test("b says what an item waits for, B that it is out of the way")
  func blocking() throws {
    let real = try Self.real("one", "two")
    let driver = Driver(real: real)
    driver.press("g b", "B")
    #expect(driver.text.contains("it waits for nothing"))
    driver.press("b")
    driver.type("2 which is late")
    driver.press("Enter")
    #expect(try item(1, in: real).blockers == [Blocker(item: ItemNumber(2), text: "which is late")])
    driver.press("b")
    driver.type("the vendor")
    driver.press("Enter", "B")
    #expect(driver.text.contains("item 2: two: which is late") && driver.text.contains("the vendor"))
    driver.press("1", "B")
    #expect(try item(1, in: real).blockers.map(\.isResolved) == [true, true])
    driver.press("j", "b")
    driver.type("2")
    driver.press("Enter")
    #expect(try item(2, in: real).blockers.isEmpty)
  }

  @Test("An answer to a filter that is not typed any more changes nothing")
  func stale() throws {
    let real = try Self.real("one", "two")
    let driver = Driver(real: real)
    driver.press("g b", "/")
    driver.isHolding = true
    driver.type("one")
    driver.press("Esc")
    driver.releaseAll()
    #expect(driver.text.contains("two") && driver.app.top?.filter == "")
  }

  @Test("An empty backlog says what to do, and its keys why they can't")
  func empty() throws {
    let driver = Driver(real: try RealStore())
    driver.press("g b")
    #expect(driver.words.contains("Nothing is scheduled. n writes an item"))
    driver.press("3")
    #expect(driver.text.contains("there is no item here"))
  }

  @Test("A form writes an item, completes its owners, and changes it again")
  func form() throws {
    let real = try RealStore()
    let driver = Driver(real: real)
    driver.press("g b", "n")
    driver.type("Drain the cells")
    driver.press("Tab", "Right", "Tab")
    driver.type("3")
    driver.press("^S")
    #expect(driver.text.contains("a bug takes no points here"))
    driver.press("^U", "Tab")
    driver.type("cell, slow")
    driver.press("Tab", "Tab")
    driver.type("an")
    driver.press("Right", "^S")
    let made = try item(1, in: real)
    #expect(made.type == .bug && made.labels == ["cell", "slow"] && made.owners == ["ana"])
    #expect(made.state == .unstarted)
    driver.press("e", "End")
    driver.type(" at night")
    driver.press("^S")
    #expect(try item(1, in: real).title == "Drain the cells at night")
  }

  @Test("Labels and epics of several words are completed in the form")
  func namesOfWords() throws {
    let real = try RealStore()
    let draft = ItemDraft(
      team: Team.sample.name, title: "Drain", state: .unstarted, labels: ["slow disks"], epic: "A second zone")
    try real.store.perform(AddItems(draft), by: .own("ana"), at: .t0)
    let driver = Driver(real: real)
    driver.press("g b", "n")
    driver.type("Move")
    driver.press("Tab", "Tab", "Tab")
    driver.type("router, slow d")
    driver.press("Right", "Tab")
    driver.type("A sec")
    driver.press("Right", "^S")
    let made = try item(2, in: real)
    #expect(made.labels == ["router", "slow disks"] && made.epic == "A second zone")
  }

  @Test("An item's page ticks its tasks and shows its Markdown; removed, it says so")
  func page() throws {
    let real = try RealStore()
    let draft = ItemDraft(
      team: Team.sample.name, title: "Drain", state: .unstarted, description: "Do **all** of:\n\n- one",
      blockers: [Blocker(text: "the vendor")], tasks: [ItemTask("look"), ItemTask("ask")])
    try real.store.perform(AddItems(draft), by: .own("ana"), at: .t0)
    let driver = Driver(real: real)
    driver.press("g b", "Enter", "Space", "2")
    #expect(try item(1, in: real).tasks.map(\.isDone) == [false, true])
    #expect(driver.text.contains("• one"))
    driver.press("c")
    driver.type("it is late")
    driver.press("Enter", "End")
    #expect(driver.text.contains("the vendor"))
    #expect(try real.store.read { try $0.comments(of: ItemNumber(1)).map(\.text) } == ["it is late"])
    driver.press("x", "y")
    #expect(driver.words.contains("item 1"))
  }

  @Test(
    "Hostile titles stay within every window, side by side or alone",
    arguments: [(60, 16), (80, 24), (100, 30), (160, 50)], [Glyphs.unicode, .ascii])
  func hostile(size: (Int, Int), glyphs: Glyphs) throws {
    let real = try RealStore()
    let title = "\u{1B}[31mred\u{202E} 藤井 👩‍👩‍👧 \u{7}\r\nsecond " + String(repeating: "長い", count: 200)
    try real.add(title, "plain")
    try real.add(title, state: .unscheduled)
    let driver = Driver(real: real, width: size.0, height: size.1, glyphs: glyphs)
    for keys in ["g b", "m", "l", "h", "h", "i", "Esc", "x", "Esc", "Enter", "e", "Esc"] {
      driver.press(keys)
      for line in driver.lines {
        #expect(line.displayWidth <= size.0, "\(keys)")
        #expect(!line.unicodeScalars.contains { $0.value < 32 || $0.value == 0x202E }, "\(keys)")
      }
    }
  }

  @Test("Where there is room three panels stand side by side, and the one that the keys are for has a sign")
  func wide() throws {
    let real = try Self.real("one", points: 1)
    try real.add("ice", state: .unscheduled)
    let driver = Driver(real: real, width: 160, height: 50)
    driver.press("g b")
    #expect(driver.lines[1].contains(" Icebox 1 ") && driver.lines[1].contains("▶ Backlog 1"))
    #expect(driver.lines[3].contains("ice") && driver.lines[4].contains("one"))
    driver.press("h", "m", ">")
    #expect(driver.lines[1].contains("▶ Icebox 0"))
    driver.press("l", "l", "l")
    #expect(driver.lines[1].contains("▶ Done 0") && !driver.lines[1].contains("Icebox"))
  }
}
