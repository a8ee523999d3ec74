import Foundation
import Synchronization
import Terminal
import Testing

@testable import TUI

@Suite("The manual's pictures")
struct GalleryTests {
  static let shared = SharedGallery()

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../docs/pictures").standardized

  @Test("They show the program as it is now; make pictures draws them anew")
  func drift() throws {
    let pictures = try Self.shared.get().pictures()
    for picture in pictures {
      let file = "\(picture.name).svg"
      let kept = try? String(contentsOf: Self.folder.appending(path: file), encoding: .utf8)
      let isSame = kept == picture.svg
      #expect(isSame, "docs/pictures/\(file) is \(kept == nil ? "missing" : "out of date"): make pictures")
    }
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).filter { $0.hasSuffix(".svg") }
    #expect(Set(files).subtracting(pictures.map { "\($0.name).svg" }) == [], "no scene is of these: make pictures")
  }

  @Test("They are the same whoever draws them, and whenever")
  func same() throws {
    #expect(try Gallery().pictures() == Self.shared.get().pictures())
  }

  @Test("No path of the machine that drew them is in them")
  func paths() throws {
    for picture in try Self.shared.get().pictures() {
      #expect(!picture.svg.contains("prodpair-gallery"), "\(picture.name)")
    }
  }

  @Test("Every screen of the program has a scene")
  func everyScreen() throws {
    let gallery = try Self.shared.get()
    let shown = try Scene.all.compactMap { try gallery.play($0, size: $0.size).top.map { type(of: $0).name } }
    let missing = ScreenTable.rows.map(\.screen).filter { !shown.contains($0) }
    #expect(missing.map(\.text) == [], "add a scene to Scene.all")
  }

  @Test("A scene that leads elsewhere, presses what is no key, or changes the store is refused")
  func slips() throws {
    // Its own, because one of these does change the store.
    let gallery = try Gallery()
    func play(_ typing: Scene.Typing...) throws {
      _ = try gallery.picture(of: Shot(Scene(name: "slip", title: "", typing: typing, landmark: "nowhere")))
    }
    #expect { try play() } throws: { "\($0)".contains("NEEDS YOU") }
    #expect(throws: Stage.Slip.noKey("Hyper", scene: "slip")) { try play("g r Hyper") }
    #expect(throws: Stage.Slip.changesTheStore(scene: "slip")) {
      try play("g p /", .text("fumi"), "Enter Enter", .text("x"), "^S")
    }
  }
}

/// One gallery for all tests that only look at it, made by the first and gone with the process.
final class SharedGallery: Sendable {
  private let kept = Mutex<Gallery?>(nil)

  func get() throws -> Gallery {
    try kept.withLock { kept in
      if let kept { return kept }
      let gallery = try Gallery()
      kept = gallery
      // What is static is never let go, and its directory would stay.
      atexit { GalleryTests.shared.letGo() }
      return gallery
    }
  }

  private func letGo() { kept.withLock { $0 = nil } }
}
