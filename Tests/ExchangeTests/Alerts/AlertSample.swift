import Domain
import Exchange
import Foundation

/// The payloads beside these tests, written after the documentation of the three programs.
enum AlertSample {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Payloads")

  static func bytes(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: folder.appending(path: name))) }

  /// The source is told from the file's name.
  static func read(_ name: String) throws -> AlertPayload {
    let source = AlertSource.allCases.first { name.hasPrefix($0.rawValue) } ?? .alertmanager
    return try AlertPayload(bytes(name), from: source)
  }

  static func refusal(_ bytes: [UInt8], from source: AlertSource) -> AlertPayloadError? {
    do throws(AlertPayloadError) {
      _ = try AlertPayload(bytes, from: source)
      return nil
    } catch { return error }
  }

  static func refusal(_ text: String, from source: AlertSource) -> AlertPayloadError? {
    refusal(Array(text.utf8), from: source)
  }

  static func time(_ text: String) -> Instant? { Instant(rfc3339: "2024-11-18T\(text)Z") }
}
