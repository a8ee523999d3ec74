import Foundation

/// A small ext4 file system in a file, mounted until it is told otherwise, or nobody holds it any more.
final class MountedImage {
  let file: String
  let place: String

  /// Why none can be made here; nil where it can.
  static var obstacle: String? {
    if getuid() != 0 { return "only root can mount" }
    for program in ["mkfs.ext4", "mount", "umount"] where !Child.canRun(program) {
      return "\(program) is not installed"
    }
    return access("/dev/loop-control", F_OK) == 0 ? nil : "there are no loop devices"
  }

  /// Makes a file system of so many bytes in a new file, and mounts it.
  convenience init(new file: String, bytes: Int, at place: String) throws {
    guard FileManager.default.createFile(atPath: file, contents: nil), truncate(file, bytes) == 0 else {
      throw TortureError.unreadable(file, reason: TortureError.reason())
    }
    let made = try Child.run(["mkfs.ext4", "-q", "-F", file])
    guard made.succeeded else { throw TortureError.unprepared(made) }
    try self.init(file, at: place)
  }

  /// Mounts what is there; the file system mends itself by its own journal.
  init(_ file: String, at place: String) throws {
    self.file = file
    self.place = place
    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    let mounted = try Child.run(["mount", "-o", "loop", file, place])
    guard mounted.succeeded else { throw TortureError.unprepared(mounted) }
  }

  /// What the disk holds at one moment, without what the system has not written to it yet.
  ///
  /// - Throws: `unprepared`, also where the system writes to it during each of a hundred tries.
  func copy(to other: String) throws {
    var tries = 0
    while true {
      let copied = try Child.run(["cp", "--sparse=always", file, other])
      guard copied.succeeded else { throw TortureError.unprepared(copied) }
      // What is the same afterwards was the same in between, when the one was read and the other not yet.
      let compared = try Child.run(["cmp", "-s", file, other])
      if compared.succeeded { return }
      tries += 1
      guard compared.exitCode == 1, tries < 100 else { throw TortureError.unprepared(compared) }
    }
  }

  private var isMounted = true

  func unmount() {
    guard isMounted else { return }
    isMounted = false
    // What still has a file open there keeps it until it lets go; the name is free at once.
    if (try? Child.run(["umount", place]).succeeded) != true { _ = try? Child.run(["umount", "--lazy", place]) }
  }

  deinit { unmount() }
}
