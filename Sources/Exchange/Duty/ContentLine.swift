/// One line of an iCalendar object (RFC 5545, 3.1): a name, parameters, and a value that is escaped already.
struct ContentLine {
  /// Octets of a line, its CRLF not counted (3.1).
  static let mostOctets = 75

  let name: String
  /// As they are meant; the line escapes them.
  let parameters: KeyValuePairs<String, String>
  let value: String

  /// - Parameter value: as `CalendarValue` gives it.
  init(_ name: String, _ parameters: KeyValuePairs<String, String> = [:], value: String) {
    self.name = name
    self.parameters = parameters
    self.value = value
  }

  init(_ name: String, text: String) { self.init(name, value: CalendarValue.text(text)) }

  /// The line, folded, each part of it ended by CRLF.
  var text: String {
    Self.folded(name + parameters.map { ";\($0.key)=\(CalendarValue.parameter($0.value))" }.joined() + ":" + value)
  }

  /// Parts of at most 75 octets; all but the first begin with a space, which counts. No scalar is cut in two.
  static func folded(_ line: String) -> String {
    var result = String.UnicodeScalarView()
    var octets = 0
    for scalar in line.unicodeScalars {
      let width = UTF8.width(scalar)
      if octets + width > mostOctets {
        result.append(contentsOf: "\r\n ".unicodeScalars)
        octets = 1
      }
      result.append(scalar)
      octets += width
    }
    result.append(contentsOf: "\r\n".unicodeScalars)
    return String(result)
  }
}
