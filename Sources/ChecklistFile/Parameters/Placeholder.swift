/// `{{name}}` in a text, with or without spaces inside the braces.
struct Placeholder {
  var name: String
  /// Written without spaces, as this format has it; with spaces it may as well be another tool's.
  var isTight: Bool
  /// In UTF-8 bytes of the text.
  var range: Range<Int>

  /// Words that close or divide a block in a Go template, as in `kubectl get -o go-template=…`, and are never ours.
  private static let foreignWords: Set<String> = ["end", "else", "break", "continue"]

  var isForeignWord: Bool { Self.foreignWords.contains(name) }

  /// Whether the text can name a parameter: letters, digits and `_` of ASCII, not starting with a digit.
  static func isName(_ text: String) -> Bool {
    guard let first = text.utf8.first, !first.isDigit else { return false }
    return text.utf8.allSatisfy { isNameByte($0) }
  }

  private static func isNameByte(_ byte: UInt8) -> Bool { byte.isLetter || byte.isDigit || byte == UInt8(ascii: "_") }

  /// All of them in order. `${{name}}` is GitHub's own and not one of them.
  static func all(in text: String) -> [Placeholder] {
    let bytes = Array(text.utf8)
    let open = UInt8(ascii: "{")
    let close = UInt8(ascii: "}")
    var found: [Placeholder] = []
    var index = 0
    while index + 4 < bytes.count {
      guard bytes[index] == open, bytes[index + 1] == open, index == 0 || bytes[index - 1] != UInt8(ascii: "$") else {
        index += bytes[index] == UInt8(ascii: "$") && bytes[index + 1] == open ? 3 : 1
        continue
      }
      var position = index + 2
      while position < bytes.count, bytes[position].isBlank { position += 1 }
      let start = position
      while position < bytes.count, isNameByte(bytes[position]) { position += 1 }
      let name = String(decoding: bytes[start..<position], as: UTF8.self)
      let nameEnd = position
      while position < bytes.count, bytes[position].isBlank { position += 1 }
      guard isName(name), position + 1 < bytes.count, bytes[position] == close, bytes[position + 1] == close else {
        index += 1
        continue
      }
      let isTight = start == index + 2 && position == nameEnd
      found.append(Placeholder(name: name, isTight: isTight, range: index..<position + 2))
      index = position + 2
    }
    return found
  }

  /// The text with those replaced for which `replacement` gives something, in one pass.
  static func replacing(in text: String, with replacement: (String) -> String?) -> String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var position = 0
    for placeholder in all(in: text) {
      guard let replaced = replacement(placeholder.name) else { continue }
      result += bytes[position..<placeholder.range.lowerBound]
      result += replaced.utf8
      position = placeholder.range.upperBound
    }
    return position == 0 ? text : String(decoding: result + bytes[position...], as: UTF8.self)
  }
}
