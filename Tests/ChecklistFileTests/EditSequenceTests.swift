import Domain
import Testing

@testable import ChecklistFile

/// After every edit the lines that it has no business with are the same byte for byte, the steps and their ids are
/// those expected, and taking the edit back gives the bytes back; an edit that is refused leaves the page alone.
@Suite("Random sequences of edits")
struct EditSequenceTests {
  @Test("On real files, as they are, with CRLF and without a final newline", arguments: Samples.realFiles)
  func realFiles(file: RealFile) throws {
    let crlf = Array(String(decoding: file.bytes, as: UTF8.self).replacing("\n", with: "\r\n").utf8)
    for (name, bytes) in [("", file.bytes), ("crlf-", crlf), ("bare-", Array(file.bytes.dropLast()))] {
      for seed in 0..<3 as Range<UInt64> {
        var sequence = try EditSequence(bytes: bytes, name: name + file.name, seed: seed)
        sequence.run(12)
        #expect(sequence.surrenders == [])
      }
    }
  }

  @Test("On generated files of every style", arguments: 0..<8)
  func generated(block: Int) throws {
    for seed in block * 20..<(block + 1) * 20 {
      let bytes = MarkdownGenerator.bytes(seed: UInt64(seed))
      var sequence = try EditSequence(bytes: bytes, name: "seed-\(seed).md", seed: UInt64(seed))
      sequence.run(8)
      #expect(sequence.surrenders == [], "seed \(seed)")
    }
  }

  @Test("In a file of one style every edit can be taken back byte for byte", arguments: 0..<4)
  func plain(block: Int) throws {
    for seed in block * 60..<(block + 1) * 60 {
      let bytes = PlainGenerator.bytes(seed: UInt64(seed))
      var sequence = try EditSequence(bytes: bytes, name: "plain-\(seed).md", seed: UInt64(seed), isPlain: true)
      sequence.run(1)
    }
  }
}
