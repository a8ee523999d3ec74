import Text

/// Cuts a stretch of output into lines, wherever in the output it lies, always at the same places.
///
/// A line ends with a line feed. One without end would take all memory there is, so that it is also cut at whole multiples
/// of ``block`` bytes before which no line feed stands in a whole block. That can be told from the block alone, and so
/// comes out the same whether one has come from above or from below.
enum OutputLines {
  /// In bytes; no line is longer than two of them.
  static let block = 32 << 10

  /// - Parameters:
  ///   - bytes: from `start` on, which is a multiple of ``block`` unless a line is known to begin there.
  ///   - isLineStart: whether a line begins at `start`; where it does not, what stands before the first cut is left out.
  static func lines(of bytes: [UInt8], from start: Int, isLineStart: Bool) -> [OutputLine] {
    var lines: [OutputLine] = []
    var begin: Int? = isLineStart ? 0 : nil
    var lastFeed = -1
    func end(at end: Int, _ content: Range<Int>?) {
      if let content { lines.append(line(bytes[content], at: start + content.lowerBound, to: start + end)) }
      begin = end
    }
    bytes.withUnsafeBufferPointer { all in
      for index in all.indices {
        if index > 0, (start + index).isMultiple(of: block), index - block >= 0, lastFeed < index - block {
          end(at: index, begin.map { $0..<index })
        }
        guard all[index] == 0x0A else { continue }
        lastFeed = index
        end(at: index + 1, begin.map { $0..<index })
      }
    }
    if let begin, begin < bytes.count { end(at: bytes.count, begin..<bytes.count) }
    return lines
  }

  private static func line(_ bytes: ArraySlice<UInt8>, at start: Int, to end: Int) -> OutputLine {
    OutputLine(range: start..<end, text: visible(TabStops.expanded(TerminalText.plain(bytes))))
  }
}
