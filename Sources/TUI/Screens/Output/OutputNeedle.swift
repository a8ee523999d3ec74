import Text

/// What is looked for in an output, prepared once for many lines.
struct OutputNeedle: Sendable {
  private let text: String
  private let bytes: [UInt8]
  private let isExact: Bool

  init(_ text: String) {
    isExact = text.contains(where: \.isUppercase)
    self.text = isExact ? text : text.lowercased()
    bytes = Array(self.text.utf8)
  }

  var isEmpty: Bool { bytes.isEmpty }

  /// A byte of the first line that has it.
  func first(in output: [UInt8]) -> Int? {
    var start = 0
    while start < output.count {
      let end = Self.end(of: start, in: output)
      if let hit = place(in: output[start..<end]) { return hit }
      start = end + 1
    }
    return nil
  }

  /// A byte of the last line that has it.
  func last(in output: [UInt8]) -> Int? {
    var end = output.last == 0x0A ? output.count - 1 : output.count
    while end >= 0 {
      let start = output[..<end].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
      if let hit = place(in: output[start..<end]) { return hit }
      end = start - 1
    }
    return nil
  }

  /// A byte of each line that has it; of a line that is shown in pieces, of each piece.
  ///
  /// - Parameter offset: of the first byte; what is returned is counted from there too.
  func places(in output: [UInt8], from offset: Int) -> [Int] {
    guard !isEmpty else { return [] }
    var places: [Int] = []
    var start = 0
    while start < output.count {
      let end = Self.end(of: start, in: output)
      var rest = start
      while rest < end, let hit = place(in: output[rest..<end]) {
        places.append(offset + hit)
        rest = OutputLines.cut(after: offset + hit, inLineFrom: offset + start) - offset
      }
      start = end + 1
    }
    return places
  }

  /// Where in a line of a screen it stands, each place of it.
  func ranges(in line: String) -> [Range<String.Index>] {
    guard !isEmpty else { return [] }
    return line.ranges(of: text, ignoringCase: !isExact)
  }

  private static func end(of start: Int, in output: [UInt8]) -> Int {
    output[start...].firstIndex(of: 0x0A) ?? output.count
  }

  private func place(in line: ArraySlice<UInt8>) -> Int? {
    let raw = rawPlace(in: line)
    // Escape sequences may stand between the letters, or be what was found.
    guard line.contains(where: { $0 == 0x1B || $0 == 0x08 || $0 == 0x0D || $0 >= 0x80 }) else { return raw }
    return ranges(in: visible(TabStops.expanded(TerminalText.plain(line)))).isEmpty ? nil : raw ?? line.startIndex
  }

  private func rawPlace(in line: ArraySlice<UInt8>) -> Int? {
    line.withUnsafeBufferPointer { line -> Int? in
      guard line.count >= bytes.count, let first = bytes.first else { return nil }
      search: for start in 0...line.count - bytes.count where fold(line[start]) == first {
        for offset in 1..<max(1, bytes.count) where fold(line[start + offset]) != bytes[offset] { continue search }
        return start
      }
      return nil
    }.map { line.startIndex + $0 }
  }

  private func fold(_ byte: UInt8) -> UInt8 {
    !isExact && (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }
}

extension String {
  /// The places of a text, one after the other, that do not overlap.
  fileprivate func ranges(of text: String, ignoringCase: Bool) -> [Range<String.Index>] {
    let (own, other) = (ignoringCase ? lowercased() : self, text)
    // Where lowering changes how long it is, places could not be told from each other.
    guard own.unicodeScalars.count == unicodeScalars.count else { return ranges(of: text) }
    var ranges: [Range<String.Index>] = []
    let (scalars, wanted) = (Array(own.unicodeScalars), Array(other.unicodeScalars))
    guard !wanted.isEmpty, scalars.count >= wanted.count else { return [] }
    var index = 0
    while index + wanted.count <= scalars.count {
      if scalars[index] == wanted[0], scalars[index..<index + wanted.count].elementsEqual(wanted) {
        let start = unicodeScalars.index(unicodeScalars.startIndex, offsetBy: index)
        ranges.append(start..<unicodeScalars.index(start, offsetBy: wanted.count))
        index += wanted.count
      } else {
        index += 1
      }
    }
    return ranges
  }
}
