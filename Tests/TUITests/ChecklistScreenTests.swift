import Domain
import Store
import Testing

@testable import TUI

@Suite("Checklists on the screen")
struct ChecklistScreenTests {
  private static let source = """
    ---
    title: Swap **routers**
    ---
    # Swap routers

    ## During
    - [ ] Drain `router-0` <!-- id: drain; killer; expect: 5m -->
    - [ ] Swap it
    - [x] Done already

    """

  @Test("A file is imported with its path completed, and lint's remarks are counted")
  func importing() throws {
    let real = try RealStore(starters: false)
    let path = try real.write(Self.source, to: "router-swap.md")
    let driver = Driver(real: real)
    driver.press("g c", "I")
    driver.type(String(path.dropLast(9)))
    driver.press("Right", "Enter")
    #expect(driver.words.contains("router-swap v1 was imported, 3 steps"))
    #expect(driver.line("router-swap  v1") != "")
    driver.press("I")
    driver.type("/nowhere.md")
    driver.press("Enter")
    #expect(driver.text.contains("there is no such file"))
    driver.press("I")
    #expect(driver.text.contains("> /nowhere.md"), "what was typed is there again")
  }

  @Test("The page is rendered, the versions say why, and lint says what is doubtful")
  func views() throws {
    let real = try RealStore(starters: false)
    let path = try real.write(Self.source, to: "router-swap.md")
    let driver = Driver(real: real)
    driver.press("g c", "I")
    driver.type(path)
    driver.press("Enter", "Enter")
    #expect(driver.text.contains("1 Drain router-0 ⚑"))
    #expect(driver.text.contains("killer: takes two"))
    #expect(!driver.text.contains("<!--"))
    _ = try real.write(Self.source + "- [ ] Look at it\n", to: "router-swap.md")
    driver.press("Esc", "f", "y")
    #expect(driver.text.contains("router-swap: is now v2, from its file"))
    driver.press("Enter", "d")
    #expect(driver.text.contains("What changed in router-swap v2"))
    #expect(driver.text.contains("Look at it"))
    driver.press("Esc", "Tab")
    #expect(driver.text.contains("[versions]") && driver.text.contains("synced from"))
    driver.press("j", "Enter")
    #expect(driver.text.contains("router-swap v1") && !driver.text.contains("Look at it"))
    driver.press("S-Tab")
    #expect(driver.text.contains("[advice]") && driver.text.contains("line "))
  }

  @Test("A page is searched as one types, from where one is to the end and round")
  func search() throws {
    let real = try RealStore()
    let driver = Driver(real: real)
    driver.press("g c", "Enter", "/")
    driver.type("commit")
    driver.press("Enter")
    #expect(driver.text.contains("/commit"))
    driver.press("/", "^U")
    driver.type("no such words")
    #expect(driver.text.contains("is not in it"))
  }
}
