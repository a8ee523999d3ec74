import Foundation
import Terminal
import Testing

@testable import TUI

@Suite("Every screen as text, in three sizes, in colour and without")
struct SnapshotTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Snapshots")

  @Test("It is as it was; make pictures keeps it as it is now", arguments: Scene.all)
  func same(scene: Scene) throws {
    let gallery = try GalleryTests.shared.get()
    for size in Snapshot.sizes {
      let snapshot = try gallery.snapshot(of: scene, size)
      let kept = try? String(contentsOf: Self.folder.appending(path: snapshot.name + ".txt"), encoding: .utf8)
      guard let kept else {
        Issue.record("Snapshots/\(snapshot.name).txt is missing: make pictures")
        continue
      }
      if kept != snapshot.text { Issue.record(Self.report(snapshot, kept)) }
    }
  }

  @Test("None is kept that is of no scene")
  func leftovers() throws {
    let names = Scene.all.flatMap { scene in Snapshot.sizes.map { Snapshot.name(of: scene, $0) + ".txt" } }
    #expect(Set(names).count == names.count)
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    #expect(Set(files).subtracting(names) == [], "make pictures removes them")
  }

  private static func report(_ snapshot: Snapshot, _ kept: String) -> Comment {
    let (wanted, got) = (lines(kept), lines(snapshot.text))
    var report = "Snapshots/\(snapshot.name).txt: make pictures keeps what is now\n\ngot:\n"
    report += got.joined(separator: "\n") + "\n\ndifference:\n"
    for number in 0..<max(wanted.count, got.count) {
      let left = number < wanted.count ? wanted[number] : ""
      let right = number < got.count ? got[number] : ""
      if left != right { report += "\(number + 1)  expected |\(left)|\n\(number + 1)       got |\(right)|\n" }
    }
    return Comment(rawValue: report)
  }

  private static func lines(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
}
