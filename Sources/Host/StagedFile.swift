import Foundation

/// A file's next content, whole and synced beside it under a name of its own, waiting to take its place in one step.
///
/// ```swift
/// let staged = try FileAccess.stage(path, bytes)
/// do { try remember() } catch { staged.discard(); throw error }
/// try staged.replace()
/// ```
///
/// A process that is killed meanwhile leaves `.NAME.prodpair-new-PID` behind in the same folder; see `FileAccess.sweep(beside:)`.
public struct StagedFile: Sendable {
  public let path: String
  fileprivate let temporary: String

  /// Takes the file's place.
  public func replace() throws(FileError) {
    guard rename(temporary, path) == 0 else { throw failed() }
    FileAccess.syncDirectory(of: path)
  }

  /// Takes the place of a file that is not there; one that has come meanwhile is not written over.
  public func create() throws(FileError) {
    guard link(temporary, path) == 0 else {
      if errno == EEXIST {
        discard()
        throw .alreadyThere(path: path)
      }
      throw failed()
    }
    discard()
    FileAccess.syncDirectory(of: path)
  }

  public func discard() { unlink(temporary) }

  private func failed() -> FileError {
    let error = FileError.because(errno, path)
    discard()
    return error
  }
}

extension FileAccess {
  /// Writes what the file is to hold beside it, synced, with its mode and where possible its owner.
  ///
  /// - Throws: `readOnly` for a file that its mode protects: a rename would go past that.
  public static func stage(_ path: String, _ bytes: [UInt8]) throws(FileError) -> StagedFile {
    try checkWritable(path)
    var status = stat()
    let isThere = stat(path, &status) == 0
    let mode = isThere ? status.st_mode & 0o7777 : 0o644
    let staged = StagedFile(path: path, temporary: temporaryPrefix(path) + "\(getpid())")
    sweep(beside: path)
    // Where processes are few, as in a container, a number comes again.
    staged.discard()
    let descriptor = open(staged.temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw FileError.because(errno, path, isMade: true) }
    defer { close(descriptor) }
    do throws(FileError) {
      try write(bytes, to: descriptor, path: path)
      // Root, or a colleague in the same group, leaves the file with its owner where the kernel allows that.
      if isThere { _ = fchown(descriptor, status.st_uid, status.st_gid) }
      guard fchmod(descriptor, mode) == 0, fsync(descriptor) == 0 else { throw FileError.because(errno, path) }
    } catch {
      staged.discard()
      throw error
    }
    return staged
  }

  /// Throws `readOnly` for a file that this user may not write. Root may write anything; a mode that lets nobody write
  /// is meant for root too.
  public static func checkWritable(_ path: String) throws(FileError) {
    var status = stat()
    guard stat(path, &status) == 0 else { return }
    if status.st_mode & 0o222 == 0 || access(path, W_OK) != 0 { throw .readOnly(path: path) }
  }

  /// Removes what killed processes have left staged beside a file; nobody minds where that is not possible.
  public static func sweep(beside path: String) {
    let folder = (path as NSString).deletingLastPathComponent
    let prefix = (temporaryPrefix(path) as NSString).lastPathComponent
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] where name.hasPrefix(prefix) {
      guard let process = pid_t(name.dropFirst(prefix.count)), process > 0 else { continue }
      var status = stat()
      let isOurs = lstat("\(folder)/\(name)", &status) == 0 && status.st_mode & S_IFMT == S_IFREG
      if isOurs, kill(process, 0) != 0, errno == ESRCH { unlink("\(folder)/\(name)") }
    }
  }

  /// A name that nobody else gives a file of theirs.
  static func temporaryPrefix(_ path: String) -> String {
    let folder = (path as NSString).deletingLastPathComponent
    let name = ".\((path as NSString).lastPathComponent).prodpair-new-"
    return folder.isEmpty ? name : folder == "/" ? "/\(name)" : "\(folder)/\(name)"
  }
}
