import Foundation

/// A directory of its own, with everything in it gone when nobody holds it any more.
public final class Folder: Sendable {
  public let path: String

  /// - Parameter parent: where it lies, as a file system that is to run full; else among the temporary files.
  public init(in parent: String? = nil) throws {
    let parent = parent ?? FileManager.default.temporaryDirectory.path
    let mark = UUID().uuidString.prefix(8).lowercased()
    // The kernel names a file by its real path, and so do those who watch over it.
    let real = URL(fileURLWithPath: parent).resolvingSymlinksInPath()
    path = real.appendingPathComponent("prodpair-torture-\(mark)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
  }

  /// A directory that is there, and is gone with this.
  init(adopting path: String) { self.path = path }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The path of what has that name in it.
  public func callAsFunction(_ name: String) -> String { path + "/" + name }

  /// Writes a file of text, and gives back its path.
  @discardableResult
  public func file(_ name: String, _ text: String) throws -> String {
    try Data(text.utf8).write(to: URL(fileURLWithPath: self(name)))
    return self(name)
  }
}
