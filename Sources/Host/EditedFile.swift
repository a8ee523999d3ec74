import Foundation

/// A file of its own that an editor is let loose on. Only this account can read it.
struct EditedFile {
  enum Content: Hashable {
    case unchanged, blank
    case text(String)
    case missing, notText, tooLong
  }

  let path: String
  private let given: String
  /// With its last line ended, as editors want it.
  private let original: [UInt8]

  /// Makes the file in the first of the folders where that is possible.
  init(_ text: String, named name: String, folders: [String]) throws(FileError) {
    given = text
    original = Array(text.utf8) + (text.isEmpty || Self.endsLine(text) ? [] : [UInt8(ascii: "\n")])
    var problem = FileError.missing(path: "/tmp")
    for folder in folders where folder.hasPrefix("/") {
      do throws(FileError) {
        path = try Self.make(original, named: name, in: folder)
        return
      } catch {
        problem = error
      }
    }
    throw problem
  }

  /// The text as it is now, compared byte by byte: two ways to write `é` are two texts.
  func content() -> Content {
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try FileAccess.read(path, limit: max(Editor.mostBytes, original.count))
    } catch {
      switch error {
      case .missing: return .missing
      case .tooLarge: return .tooLong
      default: return .notText
      }
    }
    if bytes == original { return .unchanged }
    if bytes.count > Editor.mostBytes { return .tooLong }
    guard !bytes.contains(0), var text = String(validating: bytes, as: UTF8.self) else { return .notText }
    if text.allSatisfy(\.isWhitespace) { return given.allSatisfy(\.isWhitespace) ? .unchanged : .blank }
    if !Self.endsLine(given), Self.endsLine(text) { text.unicodeScalars.removeLast() }
    return text.utf8.elementsEqual(given.utf8) ? .unchanged : .text(text)
  }

  /// Removes it, and the backup that some editors leave beside it.
  func remove() {
    unlink(path)
    unlink(path + "~")
  }

  private static func endsLine(_ text: String) -> Bool { text.utf8.last == UInt8(ascii: "\n") }

  private static func make(_ bytes: [UInt8], named name: String, in folder: String) throws(FileError) -> String {
    let safe = name.lowercased().unicodeScalars.map { scalar in
      ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) ? Character(scalar) : "-"
    }
    var template = Array("\(folder)/prodpair-\(String(safe.prefix(40)))-XXXXXX.md".utf8CString)
    let descriptor = mkstemps(&template, 3)
    guard descriptor >= 0 else { throw FileError.because(errno, folder) }
    defer { close(descriptor) }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    do throws(FileError) {
      try FileAccess.write(bytes, to: descriptor, path: path)
    } catch {
      unlink(path)
      throw error
    }
    return path
  }
}
