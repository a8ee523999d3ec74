import Terminal
import Testing

@testable import TUI

@Suite("A menu")
struct MenuTests {
  @Test("Items that no key is left for are there, and the arrows reach them")
  func manyItems() throws {
    let driver = Driver(FakeStore())
    var app = driver.app
    var menu = Menu(
      "which?",
      zip(Menu.letters, 1...80).map { key, number in
        Menu.Item(key: key, title: "item \(number)", availability: .yes) { app in
          app.say("took \(number)", .information)
          return []
        }
      })
    #expect(menu.items.count == 80)
    #expect(menu.items[8].key == "9" && menu.items[79].key == nil)
    for _ in 0..<79 { _ = menu.press(.key(.down), &app) }
    _ = menu.press(.key(.enter), &app)
    #expect(app.messages.current?.text == "took 80")
  }
}
