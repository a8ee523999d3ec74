/// A change of whole lines: every line that stays keeps its bytes.
struct LineEdit {
  /// Lines that go, by number.
  var removed: Set<Int> = []
  /// Lines that come, by the number of the line they come before; one past the last line is the end.
  var inserted: [Int: [NewLine]] = [:]
  /// The line ending of the lines that come and have none of their own.
  var ending: [UInt8]

  /// A line that comes.
  struct NewLine: Hashable {
    var content: [UInt8] = []
    var ending: [UInt8]?

    static let blank = NewLine()
  }

  /// The file with the change made.
  ///
  /// A file without a line ending at its end has none afterwards either.
  func applied(to source: SourceLines) -> [UInt8] {
    let bytes = source.bytes
    var result = Array(bytes[..<source[1].start])
    var lastEnding = 0
    func append(_ content: some Sequence<UInt8>, ending: some Collection<UInt8>) {
      result += content
      result += ending
      lastEnding = ending.count
    }
    for number in 1...source.count + 1 {
      for line in inserted[number] ?? [] {
        if lastEnding == 0, result.count > source[1].start { result += ending }
        let wanted = line.ending ?? ending
        // A carriage return and the line feed of a blank line behind it would be one end instead of two.
        let wouldJoin = line.content.isEmpty && result.last == .carriageReturn && wanted.first == .newline
        append(line.content, ending: wouldJoin ? [.carriageReturn] : wanted)
      }
      guard number <= source.count, !removed.contains(number) else { continue }
      append(source.content(of: number), ending: source.ending(of: number))
    }
    let endsBare = source.ending(of: source.count).isEmpty
    if endsBare, lastEnding > 0 { result.removeLast(lastEnding) }
    return result
  }
}
