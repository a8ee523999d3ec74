import Domain

/// Reads the stretch of a command's output that is around what a screen shows.
struct OutputLoading {
  enum Place: Hashable, Sendable {
    case end
    case around(Int)
  }

  let source: any OutputSource

  /// In bytes, on each side of what is asked for; the end of an output that is followed is read this often that less of it
  /// has to do.
  static let reach = 128 << 10
  static let reachAtEnd = 64 << 10
  /// What is not kept is let go in pieces of this size.
  private static let segment = 4 << 20

  /// - Parameter size: of all the output, by which its end is known.
  func page(_ place: Place, size: Int) throws -> OutputPage {
    switch place {
    case .end: try page(max(0, size - Self.reachAtEnd)..<size, of: size)
    case .around(let offset): try page(max(0, offset - Self.reach)..<min(size, offset + Self.reach), of: size)
    }
  }

  private struct Piece {
    var start: Int
    var bytes: [UInt8]
    var end: Int { start + bytes.count }
  }

  private func page(_ wanted: Range<Int>, of size: Int) throws -> OutputPage {
    // One block more than is wanted, by which the first line's beginning is known.
    let from = max(0, wanted.lowerBound / OutputLines.block - 1) * OutputLines.block
    guard from < wanted.upperBound else { return OutputPage() }
    var pieces = try pieces(of: from..<wanted.upperBound)
    if from > 0, pieces.first.map({ $0.start > from }) ?? true {
      // What is not kept is in the middle of the output: before it stands the end of its first part.
      let head = min(from, ExecutionOutput.keptLimit / 2)
      let lower = max(0, head - Self.reach) / OutputLines.block * OutputLines.block
      pieces = try self.pieces(of: lower..<head) + pieces
    }
    if let last = pieces.last, last.end < wanted.upperBound {
      // Its last part begins at the latest so far before the end; where exactly, reading from the gap on tells.
      let tail = (size - ExecutionOutput.keptLimit / 2 + Self.segment - 1) / Self.segment * Self.segment
      if last.end < tail { pieces += try self.pieces(of: last.end..<min(size, tail + Self.reach)) }
    }
    var page = OutputPage()
    var previous: Piece?
    for piece in pieces {
      var isLineStart = piece.start == 0
      if let previous, previous.end < piece.start {
        page.lines.append(Self.gap(previous.end..<piece.start))
        isLineStart = true
      } else if previous == nil, piece.start > from {
        page.lines.append(Self.gap(from..<piece.start))
        isLineStart = true
      }
      page.lines += OutputLines.lines(of: piece.bytes, from: piece.start, isLineStart: isLineStart)
      previous = piece
    }
    if let first = page.lines.first, let last = page.lines.last {
      page.range = first.range.lowerBound..<last.range.upperBound
    }
    return page
  }

  /// All that is kept of a range, gap by gap.
  private func pieces(of range: Range<Int>) throws -> [Piece] {
    var pieces: [Piece] = []
    var position = range.lowerBound
    while position < range.upperBound {
      let (start, bytes) = try source.bytes(in: position..<range.upperBound)
      if bytes.isEmpty { break }
      if let last = pieces.last, last.end == start {
        pieces[pieces.count - 1].bytes += bytes
      } else {
        pieces.append(Piece(start: start, bytes: bytes))
      }
      position = start + bytes.count
    }
    return pieces
  }

  private static func gap(_ range: Range<Int>) -> OutputLine {
    OutputLine(range: range, text: "what stood here was not kept: \(ByteCount.text(range.count))", isGap: true)
  }
}

/// Sizes as people say them.
enum ByteCount {
  /// `812 bytes`, `3.2 KiB`, `64.0 MiB`.
  static func text(_ bytes: Int) -> String {
    let kibibyte = 1024
    if bytes < kibibyte { return bytes == 1 ? "1 byte" : "\(bytes) bytes" }
    let (unit, name) = bytes < kibibyte * kibibyte ? (kibibyte, "KiB") : (kibibyte * kibibyte, "MiB")
    let tenths = bytes * 10 / unit
    return "\(tenths / 10).\(tenths % 10) \(name)"
  }
}
