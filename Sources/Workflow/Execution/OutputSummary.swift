import Domain
import Foundation
import Text

/// The first and the last lines of an output, as the record shows them without reading all of it.
struct OutputSummary {
  let output: ExecutionOutput

  /// A longer line is cut, in bytes.
  private static let lineLimit = 2000
  /// So much at either end is looked at, in bytes.
  private static let window = 256 << 10
  /// Of so many lines at the end one may say why it failed.
  private static let searched = 200

  /// - Parameters:
  ///   - content: what is kept of it.
  ///   - lineEnds: in all that it printed.
  init(_ content: [UInt8], lineEnds: Int, isFailure: Bool) {
    let shown = ExecutionOutput.shownLines
    let first = Self.lines(content.prefix(Self.window), most: shown + 1)
    let last = Self.lastLines(content)
    let hasOpenEnd = content.last.map { $0 != 10 } ?? false
    let count = max(first.count, lineEnds + (hasOpenEnd ? 1 : 0))
    let head = first.prefix(shown)
    let tail = last.suffix(min(shown, max(0, count - head.count)))
    output = ExecutionOutput(
      head: head.map(Self.text).joined(separator: "\n"), tail: tail.map(Self.text).joined(separator: "\n"),
      linesBetween: max(0, count - head.count - tail.count),
      failingLine: isFailure ? FailingLine.find(in: last.map(Self.text)) : nil)
  }

  /// The first lines of what is given.
  private static func lines(_ bytes: ArraySlice<UInt8>, most: Int) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var rest = bytes
    while lines.count < most, !rest.isEmpty {
      let end = rest.firstIndex(of: 10) ?? rest.endIndex
      lines.append(rest[..<end])
      rest = rest[min(end + 1, rest.endIndex)...]
    }
    return lines
  }

  private static func lastLines(_ content: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var end = content.last == 10 ? content.count - 1 : content.count
    let beginning = max(0, content.count - window)
    while lines.count < searched, end > beginning {
      let start = content[beginning..<end].lastIndex(of: 10).map { $0 + 1 } ?? beginning
      lines.append(content[start..<end])
      end = start - 1
    }
    if end == 0, lines.count < searched, content.first == 10 { lines.append([]) }
    return lines.reversed()
  }

  private static func text(_ line: ArraySlice<UInt8>) -> String {
    let text = TerminalText.plain(line.prefix(lineLimit))
    return line.count > lineLimit ? text + "…" : text
  }
}
