import Foundation

/// What a disk holds for certain, and what the system was told to write to it since without being made to.
///
/// Of what was not synced anything may be there after a power loss: each sector of a write by itself, whole or in part;
/// a file's new length; and of the changes of a directory's names the first so many, as file systems keep those in
/// order. A file that was made or renamed needs its directory synced, whatever was done to the file itself.
struct Disk {
  enum Waiting {
    case write(offset: Int, bytes: ArraySlice<UInt8>)
    case cut(length: Int)
  }

  enum Thing {
    case file(certain: [UInt8], waiting: [Waiting])
    case directory(waiting: [Renaming])
  }

  /// A change of one directory's names; a rename is one, whatever happens.
  struct Renaming {
    var removed: String?
    var put: (name: String, thing: Int)?
  }

  private(set) var things: [Thing] = []
  /// By inode number, which the file system gives again to another file once the first is gone.
  private var thing: [UInt64: Int] = [:]
  private(set) var certainNames: [String: Int] = [:]
  /// Without those that are to be forgotten: a disk, or a program, that leaves some syncs out.
  private let heeds: @Sendable (_ path: String, _ isDirectory: Bool) -> Bool

  /// What lies below a folder now, all of it for certain.
  init(
    _ folder: String,
    heeding heeds: @escaping @Sendable (_ path: String, _ isDirectory: Bool) -> Bool = { _, _ in true }
  ) throws {
    self.heeds = heeds
    for name in [""] + (try FileManager.default.subpathsOfDirectory(atPath: folder)) {
      let path = name.isEmpty ? folder : folder + "/" + name
      var status = stat()
      guard lstat(path, &status) == 0 else { throw TortureError.unreadable(path, reason: TortureError.reason()) }
      let isDirectory = status.st_mode & S_IFMT == S_IFDIR
      let bytes = isDirectory ? nil : FileManager.default.contents(atPath: path)
      thing[UInt64(status.st_ino)] = things.count
      certainNames[path] = things.count
      things.append(
        isDirectory ? .directory(waiting: []) : .file(certain: bytes.map { [UInt8]($0) } ?? [], waiting: []))
    }
  }

  /// What the system did next.
  mutating func take(_ entry: CallLog.Entry) {
    guard entry.wasMade else { return }
    switch entry.call {
    case .write: wait(.write(offset: entry.offset, bytes: entry.bytes), entry.inode)
    case .truncate: wait(.cut(length: entry.length), entry.inode)
    case .sync: if let synced = thing[entry.inode] { settle(synced, entry.path) }
    case .open where entry.madeFile:
      thing[entry.inode] = things.count
      things.append(.file(certain: [], waiting: []))
      rename(in: entry.path, Renaming(put: (entry.path, things.count - 1)))
    case .open where entry.emptiedFile: wait(.cut(length: 0), entry.inode)
    case .open: break
    case .mkdir:
      thing[entry.inode] = things.count
      things.append(.directory(waiting: []))
      rename(in: entry.path, Renaming(put: (entry.path, things.count - 1)))
    case .link:
      if let linked = thing[entry.inode] { rename(in: entry.other, Renaming(put: (entry.other, linked))) }
    case .unlink: rename(in: entry.path, Renaming(removed: entry.path))
    case .rename:
      if let moved = thing[entry.inode] {
        rename(in: entry.other, Renaming(removed: entry.path, put: (entry.other, moved)))
      }
    }
  }

  private mutating func wait(_ change: Waiting, _ inode: UInt64) {
    guard let number = thing[inode], case .file(let certain, var waiting) = things[number] else { return }
    things[number] = .directory(waiting: [])
    waiting.append(change)
    things[number] = .file(certain: certain, waiting: waiting)
  }

  private mutating func rename(in path: String, _ change: Renaming) {
    guard let parent = currentNames[Self.parent(of: path)], case .directory(var waiting) = things[parent] else {
      return
    }
    waiting.append(change)
    things[parent] = .directory(waiting: waiting)
  }

  private mutating func settle(_ number: Int, _ path: String) {
    switch things[number] {
    case .file(let certain, let waiting):
      guard heeds(path, false) else { return }
      things[number] = .file(certain: Self.applied(waiting, to: certain), waiting: [])
    case .directory(let waiting):
      guard heeds(path, true) else { return }
      for change in waiting { Self.apply(change, to: &certainNames) }
      things[number] = .directory(waiting: [])
    }
  }

  static func apply(_ change: Renaming, to names: inout [String: Int]) {
    if let removed = change.removed { names[removed] = nil }
    if let put = change.put { names[put.name] = put.thing }
  }

  static func parent(of path: String) -> String { String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]) }

  /// The names as the running system has them.
  var currentNames: [String: Int] {
    var names = certainNames
    for case .directory(let waiting) in things {
      for change in waiting { Self.apply(change, to: &names) }
    }
    return names
  }
}

// Bytes
extension Disk {
  static func applied(_ waiting: [Waiting], to certain: [UInt8]) -> [UInt8] {
    var bytes = certain
    for change in waiting {
      switch change {
      case .write(let offset, let part): put(part, at: offset, in: &bytes)
      case .cut(let length): resize(&bytes, to: length)
      }
    }
    return bytes
  }

  static func put(_ part: ArraySlice<UInt8>, at offset: Int, in bytes: inout [UInt8]) {
    if bytes.count < offset + part.count { resize(&bytes, to: offset + part.count) }
    bytes.replaceSubrange(offset..<offset + part.count, with: part)
  }

  static func resize(_ bytes: inout [UInt8], to length: Int) {
    if bytes.count > length {
      bytes.removeLast(bytes.count - length)
    } else {
      bytes.append(contentsOf: repeatElement(0, count: length - bytes.count))
    }
  }
}
