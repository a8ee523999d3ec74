import Foundation

/// What happens to a store's files.
enum Injury: Sendable, CustomStringConvertible {
  enum File: String, Sendable { case main = "", log = "-wal" }

  case flip(File, offset: Int, bit: Int)
  case cut(File, to: Int)

  var description: String {
    switch self {
    case .flip(let file, let offset, let bit): "bit \(bit) of byte \(offset) of \(file.words) turned over"
    case .cut(let file, let length): "\(file.words) cut to \(length) bytes"
    }
  }

  var file: File {
    switch self {
    case .flip(let file, _, _), .cut(let file, _): file
    }
  }

  /// The same for several files of one store.
  func inflict(on store: String) throws {
    let path = store + file.rawValue
    let descriptor = open(path, O_RDWR | O_CLOEXEC)
    guard descriptor >= 0 else { throw TortureError.unreadable(path, reason: TortureError.reason()) }
    defer { close(descriptor) }
    switch self {
    case .flip(_, let offset, let bit):
      var byte: UInt8 = 0
      guard pread(descriptor, &byte, 1, off_t(offset)) == 1 else {
        throw TortureError.unreadable(path, reason: "it has no byte \(offset)")
      }
      byte ^= 1 << bit
      guard pwrite(descriptor, &byte, 1, off_t(offset)) == 1 else {
        throw TortureError.unreadable(path, reason: TortureError.reason())
      }
    case .cut(_, let length):
      guard ftruncate(descriptor, off_t(length)) == 0 else {
        throw TortureError.unreadable(path, reason: TortureError.reason())
      }
    }
  }
}

extension Injury.File {
  fileprivate var words: String { self == .main ? "the file" : "the log" }
}
