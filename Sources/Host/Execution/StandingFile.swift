import Foundation

/// How far a command is, for those who follow it: a small file in its spool, replaced as a whole.
public enum StandingFile {
  /// What can't be written is not told; nothing depends on it.
  public static func write(_ bytes: [UInt8], in spool: ExecutionSpool) {
    let temporary = spool.standingPath + ".new"
    unlink(temporary)
    guard let descriptor = try? spool.makeFile(temporary) else { return }
    defer { close(descriptor) }
    do throws(FileError) {
      try FileAccess.write(bytes, to: descriptor, path: temporary)
    } catch {
      unlink(temporary)
      return
    }
    rename(temporary, spool.standingPath)
  }

  public static func read(_ spool: ExecutionSpool) -> [UInt8]? {
    try? FileAccess.read(spool.standingPath, limit: 1 << 16)
  }
}
