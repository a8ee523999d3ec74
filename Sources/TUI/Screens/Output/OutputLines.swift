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
    var isContinued = false
    func end(at end: Int, _ content: Range<Int>?, isCut: Bool = false) {
      if let content {
        let place = start + content.lowerBound..<start + end
        lines.append(line(bytes[content], place, isContinued: isContinued))
      }
      begin = end
      isContinued = isCut
    }
    bytes.withUnsafeBufferPointer { all in
      for index in all.indices {
        if index > 0, (start + index).isMultiple(of: block), index - block >= 0, lastFeed < index - block {
          end(at: index, begin.map { $0..<index }, isCut: true)
        }
        guard all[index] == 0x0A else { continue }
        lastFeed = index
        end(at: index + 1, begin.map { $0..<index })
      }
    }
    if let begin, begin < bytes.count { end(at: bytes.count, begin..<bytes.count) }
    return lines
  }

  /// Where a line that has no end before it is cut next.
  ///
  /// - Parameters:
  ///   - offset: of a byte of the line.
  ///   - start: where the line begins.
  static func cut(after offset: Int, inLineFrom start: Int) -> Int {
    // The first whole block of the line stands before the first cut.
    let first = (start + block - 1) / block + 1
    return max(offset / block + 1, first) * block
  }

  private static func line(_ bytes: ArraySlice<UInt8>, _ range: Range<Int>, isContinued: Bool) -> OutputLine {
    OutputLine(
      range: range, text: visible(TabStops.expanded(TerminalText.plain(bytes))), isContinued: isContinued)
  }
}
