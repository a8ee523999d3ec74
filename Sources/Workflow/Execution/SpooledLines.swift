import Domain
import Foundation
import Host
import Text

/// Goes through an output in its spool line by line, behind whoever writes it.
struct SpooledLines {
  private let output: SpooledOutput
  private var offset: Int
  private var open: [UInt8] = []

  /// So much is read at once, in bytes.
  private static let piece = 256 << 10
  /// A longer line is taken in pieces, in bytes.
  private static let longest = 64 << 10

  init(_ output: SpooledOutput, from offset: Int = 0) {
    self.output = output
    self.offset = offset
  }

  /// The next whole lines that are there, without escape sequences; nil where there is nothing new.
  ///
  /// - Parameter isOver: whether nothing follows any more, so that what stands at the end is a line too.
  mutating func next(isOver: Bool) -> [String]? {
    guard let piece = try? output.bytes(in: offset..<offset + Self.piece), !piece.bytes.isEmpty else {
      guard isOver, !open.isEmpty else { return nil }
      defer { open = [] }
      return [TerminalText.plain(open)]
    }
    offset = piece.start + piece.bytes.count
    var rest = (open + piece.bytes)[...]
    var lines: [String] = []
    while let end = rest.firstIndex(of: 10) {
      lines.append(TerminalText.plain(rest[..<end]))
      rest = rest[(end + 1)...]
    }
    while rest.count >= Self.longest {
      lines.append(TerminalText.plain(rest.prefix(Self.longest)))
      rest = rest.dropFirst(Self.longest)
    }
    open = Array(rest)
    return lines
  }

  func countLineEnds() -> Int {
    var count = 0
    var place = offset
    while let piece = try? output.bytes(in: place..<place + Self.piece), !piece.bytes.isEmpty {
      count += piece.bytes.count { $0 == 10 }
      place = piece.start + piece.bytes.count
    }
    return count
  }
}
