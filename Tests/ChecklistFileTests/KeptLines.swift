@testable import ChecklistFile

/// The lines that an edit has no business with, and the blank ones between them.
struct KeptLines {
  private struct Line {
    var number: Int
    var content: ArraySlice<UInt8>
    var ending: ArraySlice<UInt8>
    /// The blank lines before it; nil where lines that the edit is about lie there too.
    var blankBefore: [ArraySlice<UInt8>]?

    var text: String { "\"\(String(decoding: content, as: UTF8.self))\"" }
  }

  private let lines: [Line]
  private let lastNumber: Int

  init(_ document: ChecklistDocument, touching touched: ClosedRange<Int>?) {
    let source = document.source
    var lines: [Line] = []
    var blank: [ArraySlice<UInt8>]? = []
    for number in 1...max(1, source.count) {
      let content = source.content(of: number)
      if touched?.contains(number) == true {
        blank = nil
      } else if source.isBlank(number), number < source.count {
        blank?.append(source.bytes[source[number].start..<source[number].end])
      } else {
        lines.append(Line(number: number, content: content, ending: source.ending(of: number), blankBefore: blank))
        blank = []
      }
    }
    self.lines = lines.filter { !$0.content.allSatisfy(\.isBlank) }
    lastNumber = source.count
  }

  /// What is not as it was; nil where everything is.
  func difference(in document: ChecklistDocument, touching touched: ClosedRange<Int>?) -> String? {
    let after = KeptLines(document, touching: touched)
    guard lines.count == after.lines.count else {
      return "\(lines.count) lines were to stay and \(after.lines.count) did"
    }
    for (old, new) in zip(lines, after.lines) {
      let place = "line \(old.number), now \(new.number)"
      if old.content != new.content { return "\(place) was \(old.text) and is \(new.text)" }
      let isAnEnd = old.number == lastNumber || new.number == after.lastNumber
      if old.ending != new.ending, !isAnEnd || !(old.ending.isEmpty || new.ending.isEmpty) {
        return "\(place) has another ending"
      }
      if let blank = old.blankBefore, let now = new.blankBefore, blank != now {
        return "\(place) has \(now.count) blank lines before it, not \(blank.count)"
      }
    }
    return nil
  }
}
