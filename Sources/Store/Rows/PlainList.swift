import Domain

/// Lists of plain text as JSON, written and read without Foundation's coders: of a list of items nearly every one has some,
/// and those coders take longer than the database.
///
/// The bytes are those of `JSONColumn`. What would need an escape that is seldom seen is left to it.
enum PlainList {
  /// Nil where a text has a control character.
  static func text(_ texts: [String]) -> String? {
    var bytes: [UInt8] = [0x5B]
    for (index, text) in texts.enumerated() {
      guard !text.utf8.contains(where: isControl) else { return nil }
      if index > 0 { bytes.append(0x2C) }
      CanonicalJSON.append(text, to: &bytes)
    }
    bytes.append(0x5D)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Nil where a target has a control character.
  static func text(_ links: [ItemLink]) -> String? {
    var bytes: [UInt8] = [0x5B]
    for (index, link) in links.enumerated() {
      guard !link.target.utf8.contains(where: isControl) else { return nil }
      if index > 0 { bytes.append(0x2C) }
      bytes.append(contentsOf: #"{"kind":"#.utf8)
      CanonicalJSON.append(link.kind.rawValue, to: &bytes)
      bytes.append(contentsOf: #","target":"#.utf8)
      CanonicalJSON.append(link.target, to: &bytes)
      bytes.append(0x7D)
    }
    bytes.append(0x5D)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The texts of an array of nothing but texts without escapes and white space; nil for all else, whatever it is.
  static func texts(of json: String) -> [String]? {
    var json = json
    return json.withUTF8 { bytes in
      guard bytes.count >= 2, bytes[0] == 0x5B, bytes[bytes.count - 1] == 0x5D else { return nil }
      var texts: [String] = []
      var index = 1
      while index < bytes.count - 1 {
        guard bytes[index] == 0x22 else { return nil }
        let start = index + 1
        index = start
        while index < bytes.count - 1, bytes[index] != 0x22 {
          guard bytes[index] != 0x5C, !isControl(bytes[index]) else { return nil }
          index += 1
        }
        guard index < bytes.count - 1 else { return nil }
        texts.append(String(decoding: bytes[start..<index], as: UTF8.self))
        index += 1
        if index == bytes.count - 1 { return texts }
        // Behind a comma another one has to follow.
        guard bytes[index] == 0x2C, index + 1 < bytes.count - 1 else { return nil }
        index += 1
      }
      return texts
    }
  }

  /// Kind and target of each link, where they are written as here and without escapes; nil for all else.
  static func links(of json: String) -> [(kind: String, value: String)]? {
    var json = json
    return json.withUTF8 { bytes in
      var links: [(kind: String, value: String)] = []
      var index = 0
      func take(_ text: StaticString) -> Bool {
        guard index + text.utf8CodeUnitCount <= bytes.count,
          bytes[index..<index + text.utf8CodeUnitCount].elementsEqual(
            UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
        else { return false }
        index += text.utf8CodeUnitCount
        return true
      }
      func string() -> String? {
        let start = index
        while index < bytes.count, bytes[index] != 0x22 {
          guard bytes[index] != 0x5C, !isControl(bytes[index]) else { return nil }
          index += 1
        }
        defer { index += 1 }
        return index < bytes.count ? String(decoding: bytes[start..<index], as: UTF8.self) : nil
      }
      guard take("[") else { return nil }
      repeat {
        guard take(#"{"kind":""#), let kind = string(), take(#","target":""#),
          let target = string(), take("}")
        else {
          return nil
        }
        links.append((kind, target))
      } while take(",")
      return take("]") && index == bytes.count ? links : nil
    }
  }

  private static func isControl(_ byte: UInt8) -> Bool { byte < 0x20 || byte == 0x7F }
}
