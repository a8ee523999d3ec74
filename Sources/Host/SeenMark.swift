import Foundation

/// How far somebody has seen a store's journal, kept between two starts on this machine:
/// `$XDG_STATE_HOME/prodpair/seen/ID`, else below `~/.local/state`.
public struct SeenMark: Sendable {
  private let path: String

  /// - Parameter store: the store's id, a UUID.
  public init(store: String, environment: [String: String]) {
    func absolute(_ name: String) -> String? { environment[name].flatMap { $0.hasPrefix("/") ? $0 : nil } }
    let state = absolute("XDG_STATE_HOME") ?? (absolute("HOME") ?? Account.homeDirectory) + "/.local/state"
    path = state + "/prodpair/seen/" + store
  }

  /// The last entry that was seen; nil for somebody who never looked.
  ///
  /// - Throws: `FileError` when there is a mark that can't be read.
  public func read() throws(FileError) -> Int? {
    do {
      return Int(String(decoding: try FileAccess.read(path, limit: 64), as: UTF8.self).prefix { $0.isNumber })
    } catch .missing {
      return nil
    }
  }

  /// - Throws: whatever keeps a file from being written; nothing but the mark is lost then.
  public func write(_ seq: Int) throws(FileError) {
    let folder = (path as NSString).deletingLastPathComponent
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      try Data("\(seq)\n".utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw .inputOutput(path: path, detail: error.localizedDescription)
    }
  }
}
