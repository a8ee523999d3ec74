import ArgumentParser
import Exchange
import Foundation
import Text

/// Standard output and standard error: the sink where text for people is made safe.
enum Output {
  /// Text for people, ended by a newline; nothing where it is empty.
  static func text(_ text: String) throws {
    guard !text.isEmpty else { return }
    let safe = visible(text, keepingLineBreaks: true)
    try write(safe.hasSuffix("\n") ? safe : safe + "\n")
  }

  /// For a program, and so as it is but for JSON's own escapes.
  static func json(_ json: JSON) throws { try write(json.rendered() + "\n") }

  /// Bytes exactly as they are kept.
  static func bytes(_ bytes: [UInt8]) throws {
    try bytes.withUnsafeBytes { try write($0, to: STDOUT_FILENO) }
  }

  /// Something worth knowing that is no part of the result, on standard error.
  static func note(_ text: String) {
    guard !text.isEmpty else { return }
    complain(visible(text, keepingLineBreaks: true))
  }

  /// What went wrong, on standard error.
  static func problem(_ text: String) { note("prodpair: " + text) }

  private static func write(_ text: String) throws {
    var text = text
    try text.withUTF8 { try write(UnsafeRawBufferPointer($0), to: STDOUT_FILENO) }
  }

  /// A reader that has read enough and gone ends the command without a word.
  private static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = Foundation.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
      if count < 0 {
        if errno == EINTR { continue }
        if errno == EPIPE { throw ExitCode.success }
        throw CommandLineError.standardOutput(String(cString: strerror(errno)))
      }
      rest = rest.dropFirst(count)
    }
  }

  private static func complain(_ text: String) {
    var line = text.hasSuffix("\n") ? text : text + "\n"
    line.withUTF8 { _ = Foundation.write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}
