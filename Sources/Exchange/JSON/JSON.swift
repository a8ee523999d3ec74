import Foundation

/// A JSON value, as every `--json` output is made of.
///
/// A key is always present: what is missing is written as `null`, so that a program that reads the output never
/// has to tell "absent" from "unknown key". There are no fractions: durations are whole seconds.
///
///     let json: JSON = ["number": 42, "digest": nil]
///     try json.rendered()  // {"digest" : null, "number" : 42}, indented
public enum JSON: Hashable, Sendable {
  case object([String: JSON])
  case array([JSON])
  case string(String)
  case integer(Int)
  case bool(Bool)
  case null

  /// The text: keys sorted, indented, and without a final newline.
  ///
  /// Strings are not sanitised but for JSON's own escapes: the reader is a program (contract.md, section 3).
  public func rendered() throws -> String {
    String(decoding: try data(), as: UTF8.self)
  }

  /// The same as UTF-8.
  public func data() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    return try encoder.encode(self)
  }
}

extension JSON: Encodable {
  public func encode(to encoder: any Encoder) throws {
    switch self {
    case .object(let members):
      var container = encoder.container(keyedBy: MemberName.self)
      for (name, value) in members { try container.encode(value, forKey: MemberName(stringValue: name)) }
    case .array(let values):
      var container = encoder.unkeyedContainer()
      for value in values { try container.encode(value) }
    case .string(let text): try Self.encode(text, to: encoder)
    case .integer(let number): try Self.encode(number, to: encoder)
    case .bool(let flag): try Self.encode(flag, to: encoder)
    case .null:
      var container = encoder.singleValueContainer()
      try container.encodeNil()
    }
  }

  private static func encode(_ value: some Encodable, to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(value)
  }

  /// Any text can be a key: parameters have names of their own.
  private struct MemberName: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }
}
