import Domain
import Foundation
import Testing
import Text

@testable import Exchange

@Suite("A line of a calendar")
struct ContentLineTests {
  /// Folded lines as bytes, each without its CRLF (RFC 5545, 3.1).
  private func parts(_ text: String) -> [[UInt8]] {
    var parts: [[UInt8]] = [[]]
    let bytes = Array(text.utf8)
    for (index, byte) in bytes.enumerated() {
      if byte == 0x0A, index > 0, bytes[index - 1] == 0x0D {
        parts[parts.count - 1].removeLast()
        parts.append([])
      } else {
        parts[parts.count - 1].append(byte)
      }
    }
    return parts
  }

  private func unfolded(_ parts: [[UInt8]]) -> String {
    String(
      decoding: parts.enumerated().flatMap { $0.offset == 0 ? $0.element : Array($0.element.dropFirst()) },
      as: UTF8.self)
  }

  /// What a reader makes of an escaped text (3.3.11).
  private func unescaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in text.unicodeScalars {
      if isEscaped {
        result.append(scalar == "n" ? "\n" : scalar)
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  private func randomText(_ random: inout some RandomNumberGenerator) -> String {
    var view = String.UnicodeScalarView()
    let ranges: [ClosedRange<UInt32>] = [
      0...0x7F, 0x20...0x7E, 0x80...0x7FF, 0x300...0x36F, 0x800...0xD7FF, 0xE000...0xFFFF, 0x10000...0x10FFFF,
      0x1F300...0x1F6FF,
    ]
    for _ in 0..<Int.random(in: 0...200, using: &random) {
      let range = ranges[Int.random(in: ranges.indices, using: &random)]
      if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &random)) { view.append(scalar) }
    }
    return String(view)
  }

  @Test("Whatever the text: no line is over 75 octets, none cuts a character, and unfolded it is what it was")
  func folding() throws {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<2000 {
      let text = randomText(&random)
      let parts = parts(ContentLine("SUMMARY", text: text).text)
      let what = "\(Array(text.unicodeScalars).map { $0.value })"
      #expect(parts.last == [], "ends with CRLF: \(what)")
      let lines = Array(parts.dropLast())
      for (index, line) in lines.enumerated() {
        #expect(line.count <= 75, "\(what)")
        #expect(index == 0 || line.first == 0x20, "\(what)")
        #expect(String(validating: line, as: UTF8.self) != nil, "\(what)")
        #expect(!line.contains { $0 < 0x20 || $0 == 0x7F }, "\(what)")
      }
      let value = unfolded(lines).utf8.dropFirst("SUMMARY:".utf8.count)
      let read = unescaped(String(decoding: value, as: UTF8.self))
      #expect(read.utf8.elementsEqual(visible(text.withPlainLineBreaks, keepingLineBreaks: true).utf8), "\(what)")
    }
  }

  @Test("A line of 75 octets is one; of 76 it is two")
  func limit() {
    #expect(ContentLine.folded(String(repeating: "x", count: 75)) == String(repeating: "x", count: 75) + "\r\n")
    #expect(ContentLine.folded(String(repeating: "x", count: 76)) == String(repeating: "x", count: 75) + "\r\n x\r\n")
    #expect(
      ContentLine.folded(String(repeating: "x", count: 73) + "日本") == String(repeating: "x", count: 73) + "\r\n 日本\r\n")
    #expect(ContentLine.folded("") == "\r\n")
  }

  @Test("A parameter ends neither its quotes nor its line, and what RFC 6868 would read in it is not there")
  func parameters() {
    let line = ContentLine("ATTENDEE", ["CN": "a\"b\r\nX:y;z,^n"], value: "mailto:a@b.c")
    #expect(line.text == "ATTENDEE;CN=\"a'b␍␊X:y;z,^^n\":mailto:a@b.c\r\n")
    #expect(ContentLine("ATTENDEE", ["CN": "Ana Maria"], value: "x").text == "ATTENDEE;CN=Ana Maria:x\r\n")
  }

  @Test("An address is one, whatever is in it; who has none that mail could go to gets none")
  func addresses() {
    #expect(CalendarValue.address("ana+duty@example.org", of: "ana") == "mailto:ana+duty@example.org")
    #expect(CalendarValue.address("a b;c\r\n@example.org", of: "ana") == "about:invalid#ana")
    #expect(CalendarValue.address("nobody", of: "an\na") == "about:invalid#an%0Aa")
    #expect(CalendarValue.address(nil, of: "ü") == "about:invalid#%C3%BC")
  }
}
