/// A file's lines, told apart by LF, CRLF or CR; a byte order mark is none's. It knows nothing of what they mean.
struct FileLines {
  struct Line {
    /// From 1.
    var number: Int
    var content: ArraySlice<UInt8>
    var ending: ArraySlice<UInt8>

    var isBlank: Bool { content.allSatisfy { $0 == 0x20 || $0 == 0x09 } }
    var whole: ArraySlice<UInt8> { content + ending }
  }

  private(set) var lines: [Line] = []

  init(_ bytes: [UInt8]) {
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
      var next = min(end + 1, bytes.count)
      if end < bytes.count, bytes[end] == 0x0D, next < bytes.count, bytes[next] == 0x0A { next += 1 }
      lines.append(Line(number: lines.count + 1, content: bytes[start..<end], ending: bytes[end..<next]))
      start = next
    }
  }

  var count: Int { lines.count }

  func text(of number: Int) -> String { String(decoding: lines[number - 1].content, as: UTF8.self) }
}
