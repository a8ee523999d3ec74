import Domain
import Store
import Testing

@testable import TUI

@Suite("The form of an item")
struct ItemFormTests {
  private static func real(
    _ draft: ItemDraft = ItemDraft(
      team: Team.sample.name, title: "Drain the cells", type: .feature, state: .unstarted,
      description: "# Why\n\nThey *fail*.\n\n- one\n- two", tasks: [ItemTask("drain; then wait"), ItemTask("look")])
  ) throws -> RealStore {
    let real = try RealStore()
    try real.store.perform(AddItems(draft), by: .own("ana"), at: .t0)
    return real
  }

  private func item(in real: RealStore) throws -> Item {
    try real.store.read { try $0.item(ItemNumber(1)) }
  }

  @Test("A description of several lines, and tasks with ; in them, stand there to be read, and stay as they are")
  func notDestroyed() throws {
    let real = try Self.real()
    let before = try item(in: real)
    let driver = Driver(real: real)
    driver.press("g b", "Enter", "e")
    for _ in 0..<12 {
      driver.type("x")
      driver.press("Tab")
    }
    #expect(driver.app.topScreen(ItemFormScreen.self) != nil)
    let form = try #require(driver.app.topScreen(ItemFormScreen.self)?.form)
    #expect(form.fields.filter { $0.kind == .fixed }.map(\.purpose) == [.tasks, .description])
    #expect(form.changed(before).description == before.description && form.changed(before).tasks == before.tasks)
    #expect(form.changed(before).title == "Drain the cellsx")
  }

  @Test("The hint of a field that stands says where it is written, and ^X is refused on it")
  func hint() throws {
    let driver = Driver(real: try Self.real())
    driver.press("g b", "Enter", "e", "Up")
    for _ in 0..<8 { driver.press("Tab") }
    driver.press("Tab")
    #expect(driver.words.contains("it has several lines: E on the item's page writes it in your editor"))
    driver.press("^X")
    #expect(driver.words.contains("this field is not typed into") && driver.requests.isEmpty)
    driver.press("S-Tab", "S-Tab")
    #expect(driver.words.contains("a task has ; in it: item edit on the command line changes them"))
  }

  @Test("What a line can hold is typed, as before")
  func lines() throws {
    let real = try Self.real(
      ItemDraft(
        team: Team.sample.name, title: "Drain", type: .feature, state: .unstarted, description: "In a line.",
        tasks: [ItemTask("drain", isDone: true), ItemTask("look")]))
    let driver = Driver(real: real)
    driver.press("g b", "Enter", "e")
    for _ in 0..<7 { driver.press("Tab") }
    driver.type("; wait")
    driver.press("Tab", "Tab")
    driver.type(" Or two.")
    driver.press("^S")
    let item = try item(in: real)
    #expect(item.tasks == [ItemTask("drain", isDone: true), ItemTask("look"), ItemTask("wait")])
    #expect(item.description == "In a line. Or two.")
  }
}
