import Foundation

/// A folder as it was, to be put back as often as is needed: each trial of many begins at the same point, and at the same
/// path, which the store remembers of its checklist's file.
public struct Snapshot: Sendable {
  private struct Entry {
    var name: String
    /// Nil for a directory.
    var bytes: Data?
    var mode: mode_t
  }

  private let folder: String
  private let entries: [Entry]

  public init(of folder: String) throws {
    self.folder = folder
    // By their names, so that a directory comes before what is in it.
    entries = try FileManager.default.subpathsOfDirectory(atPath: folder).sorted().map { name in
      var status = stat()
      guard lstat(folder + "/" + name, &status) == 0 else {
        throw TortureError.unreadable(folder + "/" + name, reason: TortureError.reason())
      }
      let isDirectory = status.st_mode & S_IFMT == S_IFDIR
      return Entry(
        name: name, bytes: isDirectory ? nil : FileManager.default.contents(atPath: folder + "/" + name) ?? Data(),
        mode: status.st_mode & 0o7777)
    }
  }

  public var names: Set<String> { Set(entries.map(\.name)) }

  /// Puts everything back as it was; what has come since is gone.
  public func restore() throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      try FileManager.default.removeItem(atPath: folder + "/" + name)
    }
    for entry in entries {
      let path = folder + "/" + entry.name
      let isMade =
        entry.bytes.map { FileManager.default.createFile(atPath: path, contents: $0) } ?? (mkdir(path, 0o700) == 0)
      guard isMade, chmod(path, entry.mode) == 0 else {
        throw TortureError.unreadable(path, reason: TortureError.reason())
      }
    }
  }
}
