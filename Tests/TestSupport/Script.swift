import Foundation

/// A program that a test writes for others to run.
public enum Script {
  public struct NotInstalled: Error {
    public var path: String
    public var status: Int32
  }

  /// Writes the file, and makes it executable, in place of what is there.
  ///
  /// It is another process that writes it. What this one had open for writing would for a moment be held by every process
  /// that another test forks just then, and what somebody holds open for writing the kernel doesn't run (`ETXTBSY`).
  ///
  /// - Parameter path: absolute.
  /// - Throws: ``NotInstalled`` with what `waitpid(2)` says, and what writing a file throws.
  public static func write(_ text: String, to path: String) throws {
    let draft = path + ".draft"
    try Data(text.utf8).write(to: URL(fileURLWithPath: draft))
    defer { try? FileManager.default.removeItem(atPath: draft) }
    let words: [String] = ["install", "-m", "755", draft, path]
    let arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var child: pid_t = 0
    let error = posix_spawn(&child, "/usr/bin/install", nil, nil, arguments, [nil])
    guard error == 0 else { throw NotInstalled(path: path, status: error) }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    guard status == 0 else { throw NotInstalled(path: path, status: status) }
  }
}
