import Testing

@testable import Exchange

@Suite("CSV")
struct CSVTests {
  @Test(
    "Quotes, doubled quotes and line breaks within quotes are read, however the bytes arrive", arguments: [1, 2, 7, 99])
  func quotes(chunk: Int) throws {
    let found = try rows("a,b\r\n\"x \"\"y\"\"\",\"two\r\nlines\"\r\nlast,\"\"", chunk: chunk)
    #expect(found.map(\.fields) == [["a", "b"], ["x \"y\"", "two\r\nlines"], ["last", ""]])
    #expect(found.map(\.number) == [1, 2, 3])
    #expect(found.map(\.line) == [1, 2, 4])
  }

  @Test("A BOM, CR alone and empty lines are taken; an empty line counts as a row")
  func breaks() throws {
    let found = try rows("\u{FEFF}a,b\r\r1,2\r")
    #expect(found.map(\.fields) == [["a", "b"], ["1", "2"]])
    #expect(found.map(\.number) == [1, 3])
  }

  @Test("A short row is filled up, an overlong one is given whole")
  func widths() throws {
    let found = try rows("a,b,c\n1\n1,2,3,4\n")
    #expect(found[1].fields == ["1", "", ""] && found[1].given == 1)
    #expect(found[2].fields == ["1", "2", "3", "4"])
  }

  @Test(
    "What is no CSV is refused with its row, line and column",
    arguments: [
      ("a,b\n\"x\ny\",\"open", ImportError(.unterminatedQuote, row: 2, line: 3, column: 4)),
      ("a,b\nx,y\"z\n", ImportError(.illegalQuoting, row: 2, line: 2, column: 4)),
      ("a,b\nx,\"y\"z\n", ImportError(.illegalQuoting, row: 2, line: 2, column: 6)),
      ("a\nü\u{0}\n", ImportError(.nul, row: 2, line: 2, column: 2)),
      ("a\n<<<<<<< HEAD\n", ImportError(.conflictMarker("<<<<<<<"), row: 2, line: 2)),
      ("a\nb\n=======\n", ImportError(.conflictMarker("======="), row: 3, line: 3)),
      ("a\n>>>>>>> x", ImportError(.conflictMarker(">>>>>>>"), row: 2, line: 2)),
    ])
  func refused(text: String, expected: ImportError) {
    for chunk in [1, 3, 1000] { #expect(throws: expected) { try rows(text, chunk: chunk) } }
  }

  @Test("Latin-1 is refused at its byte, with the way to convert it", arguments: [false, true])
  func latin1(isQuoted: Bool) {
    let quote: [UInt8] = isQuoted ? [Byte.quote] : []
    let bytes = Array("a,b\nx,".utf8) + quote + Array("Zo".utf8) + [0xEB] + quote + [Byte.lf]
    var reader = CSVReader(Bytes.source(bytes))
    let expected = ImportError(.notUTF8(0xEB), row: 2, line: 2, column: isQuoted ? 6 : 5)
    #expect(throws: expected) { while try reader.next() != nil {} }
    #expect(expected.description.contains("iconv -f latin1 -t utf8"))
  }

  @Test("UTF-16 is named as what it is")
  func utf16() {
    #expect(Imported.refusal([0xFF, 0xFE, 0x49, 0x00])?.reason == .utf16)
  }

  @Test("A field that never ends is refused, not read into memory")
  func endless() {
    var given = 0
    var reader = CSVReader {
      given += 1
      return given == 1 ? Array("a\n\"".utf8) : Array(repeating: 0x78, count: 1 << 20)
    }
    #expect(throws: ImportError(.fieldTooLong, row: 2, line: 2)) { while try reader.next() != nil {} }
    #expect(given < 20)
  }

  @Test("What is written is read again as it was", arguments: 0..<200)
  func roundTrip(seed: Int) throws {
    var random = Dice(seed: UInt64(seed))
    let width = Int.random(in: 1...5, using: &random)
    let written = (0..<8).map { _ in (0..<width).map { _ in random.field() } }
    let bytes = written.flatMap { CSVWriter.row($0.map(FormulaGuard.guarded)) }
    for chunk in [1, 5, 4096] {
      var reader = CSVReader(Bytes.source(bytes, chunk: chunk))
      var read: [[String]] = []
      while let row = try reader.next() { read.append(row.fields.map(FormulaGuard.bare)) }
      #expect(read == written)
    }
  }
}

/// The same throws for the same seed (splitmix64).
struct Dice: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func field() -> String {
    let pieces = [
      "a", "word", "\"", "\"\"", ",", "\n", "\r\n", "\r", " ", "'", "=", "+", "-", "@", "\t", "＝", "ü", "漢", "😀",
      "<<<<<<<",
      "=======", ">>>>>>> x", "e\u{301}", "\u{FEFF}", "\\", "|",
    ]
    return (0..<Int.random(in: 0...5, using: &self)).map { _ in pieces.randomElement(using: &self) ?? "" }.joined()
  }
}
