import Domain

/// Reads the stretch of a command's output that is around what a screen shows.
struct OutputLoading {
  enum Place: Hashable, Sendable {
    case end
    case around(Int)
  }

  /// What a screen wants to be read.
  struct Wanted: Hashable, Sendable {
    var place: Place
    var window: OutputWindow
  }

  let source: any OutputSource
  /// What is read at once on each side at the most, in bytes.
  var most = OutputLoading.mostAtOnce

  /// In bytes, on each side of what is asked for, where that fills the window; the end of an output that is followed is
  /// read this often that less of it has to do.
  static let reach = 128 << 10
  static let reachAtEnd = 64 << 10
  /// Of lines as long as they get, 64 rows; nobody is to wait longer for a key.
  static let mostAtOnce = 4 << 20
  /// What is not kept is let go in pieces of this size.
  private static let segment = 4 << 20

  /// How far is read to each side, in bytes.
  private struct Reach: Hashable {
    var before: Int
    var after: Int
  }

  /// A page that fills the window and has as much again on each side, so far as there is so much; where lines are long it
  /// takes several tries.
  ///
  /// - Parameter size: of all the output, by which its end is known.
  func page(_ place: Place, size: Int, for window: OutputWindow = OutputWindow()) throws -> OutputPage {
    var (offset, reach) = (size, Reach(before: Self.reachAtEnd, after: 0))
    if case .around(let wanted) = place {
      (offset, reach) = (min(wanted, size), Reach(before: Self.reach, after: Self.reach))
    }
    while true {
      var page = try page(around: offset, reach, of: size)
      let next = further(than: reach, page, around: offset, of: size, for: window)
      if next == reach || next == nil {
        page.wanted = Wanted(place: place, window: window)
        page.size = size
        page.isBounded = next == reach
        return page
      }
      if let next { reach = next }
    }
  }

  /// How far has to be read so that a page fills its window; nil where it does, the same where that would be too much.
  private func further(
    than reach: Reach, _ page: OutputPage, around offset: Int, of size: Int, for window: OutputWindow
  ) -> Reach? {
    guard let first = page.lines.first else { return nil }
    let index = offset >= size ? page.lines.count : page.index(of: offset)
    let lacksBefore = first.range.lowerBound > 0 && !page.hasRows(2 * window.height, in: 0..<index, of: window)
    let lacksAfter =
      page.range.upperBound < size
      && !page.hasRows(3 * window.height, in: index..<page.lines.count, of: window)
    guard lacksBefore || lacksAfter else { return nil }
    return Reach(
      before: lacksBefore ? min(max(most, reach.before), 4 * reach.before) : reach.before,
      after: lacksAfter ? min(max(most, reach.after), 4 * reach.after) : reach.after)
  }

  private struct Piece {
    var start: Int
    var bytes: [UInt8]
    var end: Int { start + bytes.count }
  }

  private func page(around offset: Int, _ reach: Reach, of size: Int) throws -> OutputPage {
    let wanted = max(0, offset - reach.before)..<max(0, min(size, offset + reach.after))
    // One block more than is wanted, by which the first line's beginning is known.
    let from = max(0, wanted.lowerBound / OutputLines.block - 1) * OutputLines.block
    guard from < wanted.upperBound else { return OutputPage() }
    var pieces = try pieces(of: from..<wanted.upperBound)
    if from > 0, pieces.first.map({ $0.start > from }) ?? true {
      // What is not kept is in the middle of the output: before it stands the end of its first part.
      let head = min(from, ExecutionOutput.keptLimit / 2)
      let lower = max(0, head - max(Self.reach, reach.before)) / OutputLines.block * OutputLines.block
      pieces = try self.pieces(of: lower..<head) + pieces
    }
    if let last = pieces.last, last.end < wanted.upperBound {
      // Its last part begins at the latest so far before the end; where exactly, reading from the gap on tells.
      let tail = (size - ExecutionOutput.keptLimit / 2 + Self.segment - 1) / Self.segment * Self.segment
      if last.end < tail { pieces += try self.pieces(of: last.end..<min(size, tail + max(Self.reach, reach.after))) }
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
