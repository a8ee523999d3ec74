import Terminal
import Testing
import Text

@testable import TUI

@Suite("What holds on every screen, in every size")
struct EverySizeTests {
  static let sizes = [(60, 16), (61, 17), (80, 24), (120, 34), (200, 60), (300, 90)]

  private func play(_ scene: Scene, _ size: (Int, Int), _ glyphs: Glyphs = .unicode) throws -> App {
    try GalleryTests.shared.get().play(scene, size: Size(width: size.0, height: size.1), glyphs: glyphs)
  }

  private func press(_ names: String, on app: inout App, of scene: Scene) throws {
    for name in names.split(separator: " ") {
      let key = try #require(Key(name: String(name)))
      try GalleryTests.shared.get().stage(of: scene).answer(update(&app, .key(key)), for: scene, &app)
    }
  }

  @Test("No row is wider than the screen, and nothing on it is a control or turns the direction", arguments: Scene.all)
  func rows(scene: Scene) throws {
    for size in Self.sizes + [(59, 15), (20, 5), (1, 1)] {
      for glyphs in [Glyphs.unicode, .ascii] {
        let screen = render(try play(scene, size, glyphs))
        for (y, line) in screen.lines.enumerated() {
          #expect(line.displayWidth <= size.0, "row \(y) of \(size)")
          #expect(visible(line) == line, "row \(y) of \(size)")
        }
      }
    }
  }

  @Test("The footer is there, with the key for help where that works", arguments: Scene.all)
  func footer(scene: Scene) throws {
    for size in Self.sizes {
      let app = try play(scene, size)
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
      var app = try play(scene, size)
      for keys in ["", "Down", "PgDn", "Down Down Down", "End", "Up", "PgUp", "Home"] {
        try press(keys, on: &app, of: scene)
        let screen = render(app)
        if app.overlays.last is CommandFinder {
          // The screen below it may show its own.
          #expect(screen.reversedRows.count >= 1, "after \(keys) in \(size)\n\(screen.text)")
        } else if app.hasSelection {
          #expect(screen.reversedRows.count == 1, "after \(keys) in \(size)\n\(screen.text)")
        } else if app.overlays.isEmpty, app.top is any FormScreen {
          let chosen = screen.lines.filter { $0.hasPrefix(" ▶ ") }
          #expect(chosen.count == 1, "after \(keys) in \(size)\n\(screen.text)")
        }
      }
    }
  }

  @Test("A window that is too small says so, and all is as it was when it grows again", arguments: Scene.all)
  func tooSmall(scene: Scene) throws {
    var app = try play(scene, (80, 24))
    let before = render(app)
    for size in [Size(width: 59, height: 15), Size(width: 300, height: 15), Size(width: 59, height: 24)] {
      _ = update(&app, .resize(size))
      #expect(render(app).text.contains("The window is too small."))
    }
    _ = update(&app, .resize(before.size))
    #expect(render(app).text == before.text)
  }
}

extension App {
  /// Whether a row of a list is selected, and nothing lies over it.
  fileprivate var hasSelection: Bool {
    guard overlays.isEmpty else { return false }
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
