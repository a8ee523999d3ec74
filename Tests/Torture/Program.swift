import Foundation

/// The program under trial, and the library that makes its calls fail.
public struct Program: Sendable {
  public let path: String
  /// `libprodpair-faults.so`; nil where it was not built.
  public let interposer: String?

  public init(path: String, interposer: String?) {
    self.path = path
    self.interposer = interposer
  }

  /// What a process finds in its environment: nothing of the caller's own but the way to programs.
  public static let environment = [
    "PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C.UTF-8", "TZ": "UTC", "SWIFT_BACKTRACE": "enable=no",
  ]

  /// Both beside the running program, as SwiftPM lays them.
  public static func beside(_ folder: URL = ownFolder) -> Program {
    let library = folder.appendingPathComponent("libprodpair-faults.so").path
    return Program(
      path: folder.appendingPathComponent("prodpair").path,
      interposer: FileManager.default.fileExists(atPath: library) ? library : nil)
  }

  public static let ownFolder = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent()
}
