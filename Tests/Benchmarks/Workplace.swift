import Foundation

/// A directory of the benchmark's own on a real disk, gone when it is over unless it is to be kept.
struct Workplace {
  let path: String
  /// As /proc/mounts names it.
  let fileSystem: String
  private let isKept: Bool

  /// The directory that is to be kept; without one a new one in $TMPDIR, or else in /var/tmp where that is not kept on
  /// a disk.
  init(kept: String?) throws {
    isKept = kept != nil
    if let kept {
      try FileManager.default.createDirectory(atPath: kept, withIntermediateDirectories: true)
      (path, fileSystem) = (kept, Self.fileSystem(of: kept))
      return
    }
    let candidates = [ProcessInfo.processInfo.environment["TMPDIR"], "/var/tmp"].compactMap { $0 }
    for parent in candidates {
      let fileSystem = Self.fileSystem(of: parent)
      guard !["tmpfs", "ramfs", ""].contains(fileSystem) else { continue }
      path = parent + "/prodpair-bench-\(getpid())"
      self.fileSystem = fileSystem
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      return
    }
    throw BenchError("none of \(candidates.joined(separator: ", ")) is on a disk: set TMPDIR to a directory that is")
  }

  /// A home directory for the programs, so that none writes into whoever's measures.
  func home() throws -> String {
    let home = path + "/home"
    try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
    return home
  }

  func remove() { if !isKept { try? FileManager.default.removeItem(atPath: path) } }

  /// The type of the mount that holds the path; empty when it is not known.
  private static func fileSystem(of path: String) -> String {
    guard let pointer = realpath(path, nil) else { return "" }
    defer { free(pointer) }
    let real = String(cString: pointer) + "/"
    let mounts = (try? String(contentsOfFile: "/proc/mounts", encoding: .utf8)) ?? ""
    let holders = mounts.split(separator: "\n").compactMap { line -> (point: String, type: String)? in
      let fields = line.split(separator: " ").map(String.init)
      guard fields.count > 2, real.hasPrefix(fields[1] == "/" ? "/" : fields[1] + "/") else { return nil }
      return (fields[1], fields[2])
    }
    return holders.max { $0.point.count <= $1.point.count && $0.point != $1.point }?.type ?? ""
  }
}
