import Foundation
import TUI

/// Draws the manual's pictures and the screens' snapshots: `make pictures`.
///
/// usage: prodpair-pictures PICTURES SNAPSHOTS
///
/// A program of its own, as the bench is: who deploys with prodpair has no use for a command that draws its manual.
@main
enum DrawPictures {
  static func main() {
    do { try run() } catch {
      FileHandle.standardError.write(Data("pictures: \(error)\n".utf8))
      exit(1)
    }
  }

  private static func run() throws {
    let folders = CommandLine.arguments.dropFirst()
    guard folders.count == 2, let pictures = folders.first, let snapshots = folders.last else {
      throw Misuse()
    }
    let gallery = try Gallery()
    let drawn = try gallery.pictures()
    try replace(
      in: pictures, ending: ".svg", with: Dictionary(uniqueKeysWithValues: drawn.map { ($0.name, $0.svg) }))
    try replace(
      in: snapshots, ending: ".txt",
      with: Dictionary(uniqueKeysWithValues: gallery.snapshots().map { ($0.name, $0.text) }))
  }

  /// Writes what has changed, and removes what is no longer drawn.
  private static func replace(in folder: String, ending: String, with texts: [String: String]) throws {
    let files = FileManager.default
    try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
    var changed = 0
    for file in try files.contentsOfDirectory(atPath: folder) where file.hasSuffix(ending) {
      guard texts[String(file.dropLast(ending.count))] == nil else { continue }
      try files.removeItem(atPath: folder + "/" + file)
      changed += 1
    }
    for (name, text) in texts {
      let path = folder + "/" + name + ending
      if files.contents(atPath: path) == Data(text.utf8) { continue }
      try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
      changed += 1
    }
    print("\(folder): \(texts.count) files, \(changed) changed")
  }
}

struct Misuse: Error, CustomStringConvertible {
  var description: String { "name the folders of the pictures and of the snapshots: use make pictures" }
}
