import Domain
import Text

/// Looks for words in an output, a few MiB at a time, so that another search need not wait for the end of this one.
///
/// Letters match as they stand where one of them is a capital, else whatever their case. What stands in a line is looked
/// for, without the escape sequences in it.
struct OutputSearch {
  /// Where it goes on, or that it has been everywhere.
  enum Result: Hashable, Sendable {
    /// A byte of the line.
    case found(Int)
    case goOn(from: Int)
    case nowhere
  }

  let source: any OutputSource
  let text: String
  let isBackwards: Bool
  let size: Int

  /// How much is looked through at once, in bytes.
  static let stride = 8 << 20
  private static let window = 1 << 20

  /// - Parameter position: of a line's beginning; what is looked through begins there, or ends there.
  func search(from position: Int) throws -> Result {
    let needle = OutputNeedle(text)
    guard !needle.isEmpty, size > 0 else { return .nowhere }
    return isBackwards ? try backwards(needle, from: position) : try forwards(needle, from: position)
  }

  private func forwards(_ needle: OutputNeedle, from position: Int) throws -> Result {
    var position = position
    let limit = min(size, position + Self.stride)
    while position < limit {
      // A line that begins in the window may end behind it.
      let (start, bytes) = try source.bytes(in: position..<min(size, position + Self.window + OutputLines.block))
      guard !bytes.isEmpty else {
        position += Self.window
        continue
      }
      if let hit = needle.first(in: bytes) { return .found(start + hit) }
      let end = start + bytes.count
      guard end < size, let feed = bytes.lastIndex(of: 0x0A), feed > 0 else {
        position = end
        continue
      }
      position = start + feed + 1
    }
    return position >= size ? .nowhere : .goOn(from: position)
  }

  private func backwards(_ needle: OutputNeedle, from position: Int) throws -> Result {
    var position = position
    let limit = max(0, position - Self.stride)
    while position > limit {
      let lower = max(0, position - Self.window)
      let (start, bytes) = try lastStretch(of: lower..<position)
      guard !bytes.isEmpty else {
        position = lower
        continue
      }
      // The first line of the window may have begun before it, and is looked at with the next.
      let feed = start == 0 ? nil : bytes.firstIndex(of: 0x0A)
      let skipped = feed.map { $0 + 1 < bytes.count ? $0 + 1 : 0 } ?? 0
      if let hit = needle.last(in: Array(bytes[skipped...])) { return .found(start + skipped + hit) }
      position = start + skipped
    }
    return position <= 0 ? .nowhere : .goOn(from: position)
  }

  /// What is kept right before the end of a range, as far as the next gap.
  private func lastStretch(of range: Range<Int>) throws -> (start: Int, bytes: [UInt8]) {
    var stretch = try source.bytes(in: range)
    while !stretch.bytes.isEmpty, stretch.start + stretch.bytes.count < range.upperBound {
      let next = try source.bytes(in: stretch.start + stretch.bytes.count..<range.upperBound)
      if next.bytes.isEmpty { break }
      stretch =
        next.start == stretch.start + stretch.bytes.count ? (stretch.start, stretch.bytes + next.bytes) : next
    }
    return stretch
  }
}

struct OutputSearchQuestion: Question {
  let execution: Execution
  let text: String
  let isBackwards: Bool
  let from: Int
  /// Whether it has begun again at the other end.
  let isSecondTurn: Bool
  /// How often the search was asked for: what was asked before is not wanted any more.
  let turn: Int
  var topic: String { "\(execution.number)" }

  func answer(from backend: any Backend) throws -> OutputSearch.Result {
    let source = try backend.output(of: execution)
    return try OutputSearch(source: source, text: text, isBackwards: isBackwards, size: try source.state().size)
      .search(from: from)
  }
}
