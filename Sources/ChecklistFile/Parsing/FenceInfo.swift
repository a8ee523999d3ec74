import Domain
import Foundation

/// What a fence's info string says: the language, and the attributes behind it, which
/// [runme](https://docs.runme.dev/configuration/cell-level) writes as JSON or as `name=value`.
///
///     FenceInfo("sh {\"name\":\"smoke\",\"interactive\":\"false\"}")
///     FenceInfo("sh { name=smoke interactive=false }")
///
/// The braces may stick to the language. Pandoc's `{.python}` and R Markdown's `{python}` are languages. Nothing in an
/// info string is an error: what can't be read, or means nothing here, stays in the file and is not read.
struct FenceInfo: Hashable, Sendable {
  /// Lower-cased; empty where there is none.
  var language = ""
  var attributes: FenceAttributes?
  /// Whether there are braces that hold neither JSON nor `name=value`, nor a language.
  var isPuzzling = false

  /// - Parameters:
  ///   - info: as CommonMark has it, entities and backslash escapes decoded.
  ///   - raw: as it stands in the file, where that is known: JSON has backslashes of its own.
  init(_ info: String, raw: String? = nil) {
    let word = info.prefix { !$0.isWhitespace && $0 != "{" }
    language = word.lowercased()
    guard let text = Self.braces(in: info) else {
      isPuzzling = info.contains("{")
      if word.isEmpty { language = Self.firstWord(of: info) }
      return
    }
    let json = raw.flatMap(Self.braces).flatMap(Self.object) ?? Self.object(text)
    let values = json ?? Self.pairs(in: text)
    attributes = Self.attributes(values)
    if let json, !json.isEmpty || !word.isEmpty { return }
    if word.isEmpty { language = Self.language(in: text, hasPairs: !values.isEmpty) }
    isPuzzling = values.isEmpty && (!word.isEmpty || language.hasPrefix("{"))
  }

  /// The language, or what another interpreter makes of it.
  var shownLanguage: String {
    guard let name = attributes?.interpreter?.split(separator: " ").first?.split(separator: "/").last else {
      return language
    }
    return name.lowercased()
  }

  private static func firstWord(of info: String) -> String {
    info.split(whereSeparator: \.isWhitespace).first.map { $0.lowercased() } ?? ""
  }

  /// From the first `{` to the `}` that closes it; quoted ones don't count. Nil where none does.
  private static func braces(in text: String) -> String? {
    let bytes = Array(text.utf8)
    guard let start = bytes.firstIndex(of: UInt8(ascii: "{")) else { return nil }
    var depth = 0
    var isQuoted = false
    var index = start
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\\") where isQuoted: index += 1
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: "{") where !isQuoted: depth += 1
      case UInt8(ascii: "}") where !isQuoted: depth -= 1
      default: break
      }
      if depth == 0 { return String(decoding: bytes[start...index], as: UTF8.self) }
      index += 1
    }
    return nil
  }

  private static func object(_ text: String) -> [String: String]? {
    guard text.utf8.count <= longest else { return nil }
    return (try? JSONDecoder().decode([String: JSONText].self, from: Data(text.utf8)))?.compactMapValues(\.text)
  }

  /// As much as somebody would write by hand, in bytes.
  private static let longest = 4096

  /// `name=value`, apart by blanks; a value may be quoted.
  private static func pairs(in text: String) -> [String: String] {
    guard text.utf8.count <= longest else { return [:] }
    var pairs: [String: String] = [:]
    var rest = text.dropFirst().dropLast()
    while let first = rest.firstIndex(where: { !$0.isWhitespace }) {
      rest = rest[first...]
      let key = rest.prefix { $0 != "=" && !$0.isWhitespace }
      rest = rest[key.endIndex...]
      guard rest.first == "=" else { continue }
      rest = rest.dropFirst()
      let value: Substring
      if let mark = rest.first, mark == "\"" || mark == "'", let end = rest.dropFirst().firstIndex(of: mark) {
        value = rest[rest.index(after: rest.startIndex)..<end]
        rest = rest[rest.index(after: end)...]
      } else {
        value = rest.prefix { !$0.isWhitespace }
        rest = rest[value.endIndex...]
      }
      if !key.isEmpty { pairs[String(key)] = String(value) }
    }
    return pairs
  }

  private static func attributes(_ values: [String: String]) -> FenceAttributes? {
    func text(_ key: String) -> String? {
      guard let value = values[key]?.trimmingSpacing(), !value.isEmpty else { return nil }
      return value
    }
    let isInteractive: Bool? =
      switch values["interactive"]?.lowercased() {
      case "true": true
      case "false": false
      default: nil
      }
    let attributes = FenceAttributes(
      name: text("name"), isInteractive: isInteractive, interpreter: text("interpreter"))
    return attributes == FenceAttributes() ? nil : attributes
  }

  /// The language that stands inside of the braces; the braces themselves where nothing does that could be one, for
  /// a fence without a language is a shell's.
  private static func language(in text: String, hasPairs: Bool) -> String {
    let words = text.dropFirst().dropLast().split { $0.isWhitespace || $0 == "," }
    if let tagged = words.first(where: { $0.hasPrefix(".") && $0.count > 1 }) {
      return tagged.dropFirst().lowercased()
    }
    if let first = words.first, !first.contains("="), !first.hasPrefix("#"), !first.hasPrefix("\"") {
      return first.lowercased()
    }
    return hasPairs && !words.contains { $0.hasPrefix("=") } ? "" : text.lowercased()
  }
}

/// A value of an info string's JSON, as text; what holds others means nothing here.
private struct JSONText: Decodable {
  let text: String?

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if let flag = try? value.decode(Bool.self) {
      text = String(flag)
    } else if let number = try? value.decode(Int.self) {
      text = String(number)
    } else {
      text = try? value.decode(String.self)
    }
  }
}
