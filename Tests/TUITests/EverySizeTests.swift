import Synchronization
import Terminal
import Testing
import Text

@testable import TUI

@Suite("What holds on every screen, in every size")
struct EverySizeTests {
  static let sizes = [(60, 16), (80, 24), (120, 34), (200, 60), (300, 90)]

  @Test("No row is wider than the screen, and nothing on it is a control or turns the direction", arguments: Scene.all)
  func rows(scene: Scene) throws {
    for size in Self.sizes + [(59, 15), (20, 5), (1, 1)] {
      for (y, line) in render(try Played.app(scene, size)).lines.enumerated() {
        #expect(line.displayWidth <= size.0, "row \(y) of \(size)")
        #expect(visible(line) == line, "row \(y) of \(size)")
      }
    }
  }

  @Test("Where the locale is not UTF-8, no sign and no line is drawn that it has not got", arguments: Scene.all)
  func ascii(scene: Scene) throws {
    let drawn = Set(Glyphs.unicode.all).subtracting(Glyphs.ascii.all)
    for size in Self.sizes.prefix(3) {
      for line in render(try Played.app(scene, size, .ascii)).lines {
        #expect(line.displayWidth <= size.0, "in \(size)")
        #expect(!line.contains { drawn.contains(String($0)) }, "in \(size)")
      }
    }
  }

  @Test("The footer is there, with the key for help where that works", arguments: Scene.all)
  func footer(scene: Scene) throws {
    for size in Self.sizes {
      let app = try Played.app(scene, size)
      let footer = try #require(render(app).lines.last)
      if app.overlays.isEmpty {
        #expect(footer.hasSuffix(app.top?.takesLetters == true ? "F1 more" : "? more"), "in \(size)")
      } else {
        #expect(footer.contains("Esc") || footer.contains("Enter"), "in \(size)")
      }
    }
  }

  @Test("What is selected is in sight, wherever one moves", arguments: Scene.all)
  func selection(scene: Scene) throws {
    for size in Self.sizes {
      var app = try Played.app(scene, size)
      for keys in ["", "PgDn", "Down", "End", "Up", "Home"] {
        try Played.press(keys, on: &app, of: scene)
        let screen = render(app)
        let what = "after \(keys) in \(size)\n\(screen.text)"
        if app.overlays.last is CommandFinder {
          // The screen below it may show its own.
          #expect(screen.reversedRows.count >= 1, "\(what)")
        } else if app.overlays.isEmpty, app.hasSelection {
          #expect(screen.reversedRows.count == 1, "\(what)")
        } else if app.overlays.isEmpty, app.top is any FormScreen {
          #expect(screen.lines.count { $0.hasPrefix(" ▶ ") } == 1, "\(what)")
        }
      }
    }
  }

  @Test("A window that is too small says so, and nothing is lost when it grows again", arguments: Scene.all)
  func tooSmall(scene: Scene) throws {
    var app = try Played.app(scene, (80, 24))
    let before = render(app)
    for size in [Size(width: 59, height: 15), Size(width: 300, height: 15), Size(width: 59, height: 24)] {
      _ = update(&app, .resize(size))
      #expect(render(app).text.contains("The window is too small."))
    }
    _ = update(&app, .resize(before.size))
    // A list may have scrolled meanwhile, to keep in sight what is selected.
    let after = render(app)
    #expect(after.lines.first == before.lines.first)
    #expect(after.lines.last == before.lines.last)
    // What lies over it may have hidden what is selected before, and not after.
    if app.overlays.isEmpty { #expect(after.reversedRows.count == before.reversedRows.count) }
  }
}

/// Scenes that have been played already: several tests look at the same.
private enum Played {
  private static let apps = Mutex<[String: App]>([:])

  static func app(_ scene: Scene, _ size: (Int, Int), _ glyphs: Glyphs = .unicode) throws -> App {
    let key = "\(scene) \(size) \(glyphs == .ascii)"
    if let app = apps.withLock({ $0[key] }) { return app }
    let app = try GalleryTests.shared.get().play(scene, size: Size(width: size.0, height: size.1), glyphs: glyphs)
    apps.withLock { $0[key] = app }
    return app
  }

  static func press(_ names: String, on app: inout App, of scene: Scene) throws {
    for name in names.split(separator: " ") {
      let key = try #require(Key(name: String(name)))
      try GalleryTests.shared.get().stage(of: scene).answer(update(&app, .key(key)), for: scene, &app)
    }
  }
}

extension App {
  /// Whether one row of a list is the selected one.
  fileprivate var hasSelection: Bool {
    if let run = top as? RunScreen { return run.layout(self).list != nil }
    if let checklist = top as? ChecklistScreen { return checklist.view == .versions }
    if let list = top as? any ListScreen { return !list.position.isEmpty }
    return top is TodayScreen
  }
}

extension Screen {
  fileprivate var lines: [String] { text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }

  /// The rows that are reversed over the better part of a list, which no button is.
  fileprivate var reversedRows: [Int] {
    (0..<size.height).filter { y in row(y).count { $0.style.reverse } >= min(24, size.width / 3) }
  }
}

extension Glyphs {
  fileprivate var all: [String] { Mirror(reflecting: self).children.compactMap { $0.value as? String } }
}
