import Foundation
import Testing

@testable import TUI

@Suite("Syncing from the screen")
struct SyncPromptTests {
  @Test("A file that is gone is said, with the words that bring it back or forget it")
  func gone() throws {
    let real = try RealStore(starters: false)
    let path = try real.write("## Pre\n- [ ] Drain router-0\n", to: "router-swap.md")
    let driver = Driver(real: real)
    driver.press("g c", "I")
    driver.type(path)
    driver.press("Enter")
    driver.press("f")
    #expect(driver.words.contains("Where both have changed they are merged"))
    driver.press("y")
    #expect(driver.words.contains("router-swap: same"))
    try FileManager.default.removeItem(atPath: path)
    driver.press("f", "y")
    #expect(driver.words.contains("is gone: `prodpair checklist sync --restore router-swap`"))
  }
}
