import Foundation
import Host

/// What was written to standard input, as text.
enum StandardInput {
  /// In bytes; a list that is longer is no list of titles or numbers.
  static let limit = 16 << 20

  static func text() throws -> String {
    let bytes = try FileAccess.read("-", limit: limit)
    guard let text = String(validating: bytes, as: UTF8.self) else { throw ItemCommandError.notText }
    return text
  }

  /// The lines that have something on them, without the spaces around it.
  static func lines() throws -> [String] {
    try text().split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }
      .filter { !$0.isEmpty }
  }
}
