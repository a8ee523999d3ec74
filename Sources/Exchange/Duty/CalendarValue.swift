import Domain
import Text

/// Values as iCalendar writes them (RFC 5545). Nothing in somebody's text ends a line, or a value, or begins another.
enum CalendarValue {
  /// Text (3.3.11): backslash, comma and semicolon escaped, line breaks as `\n`. Other controls, which have no place there,
  /// become visible first.
  static func text(_ text: String) -> String {
    visible(text.withPlainLineBreaks, keepingLineBreaks: true)
      .replacing(["\\": "\\\\", ",": "\\,", ";": "\\;", "\n": "\\n"])
  }

  /// A parameter's value (3.2), in quotes where it has to be. A quote itself can't stand there and becomes an apostrophe;
  /// a caret is doubled, for it begins an escape (RFC 6868, 3.2).
  static func parameter(_ text: String) -> String {
    let plain = visible(text).replacing(["\"": "'", "^": "^^"])
    return plain.unicodeScalars.contains { ":;,".unicodeScalars.contains($0) } ? "\"\(plain)\"" : plain
  }

  /// A moment in UTC (3.3.5, form 2), to the second.
  static func moment(_ instant: Instant) -> String {
    let civil = CivilTime(instant, offsetSeconds: 0)
    return "\(civil.isoDate)T\(civil.clockWithSeconds)Z".filter { $0 != "-" && $0 != ":" }
  }

  /// A calendar user's address, which has to be a URI (3.3.3, 3.8.4.1): a mail address as RFC 6068 writes one.
  ///
  /// Whoever has none is not given one that mail would be sent to: theirs is `about:invalid`, which is registered for a
  /// URI that has to be there and must lead nowhere (RFC 6694; CSS Values 3, 4.5.4), with the name to tell them apart. The
  /// name that people read is in `CN`. So a pair is two attendees, whatever is known of them.
  static func address(_ mail: String?, of name: String) -> String {
    guard let mail, Contact.isMail(mail) else { return "about:invalid#\(encoded(name, "-._"))" }
    return "mailto:" + encoded(mail, "-._~+@!$'*")
  }

  /// Percent-encoded but for letters, digits, and the signs that are named (RFC 3986, 2.1).
  static func encoded(_ text: String, _ signs: String) -> String {
    text.utf8.reduce(into: "") { result, byte in
      let scalar = Unicode.Scalar(byte)
      let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
      if isPlain || signs.unicodeScalars.contains(scalar) {
        result.unicodeScalars.append(scalar)
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        result += digits.count == 1 ? "%0\(digits)" : "%\(digits)"
      }
    }
  }
}
