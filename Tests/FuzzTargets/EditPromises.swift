import ChecklistFile
import Domain

/// What an edit that was made has to leave as it was, worked out from the files' lines and the steps' ids alone.
struct EditPromises {
  let edit: ProposedEdit
  let id: StepID
  let before: FoldedPage
  let after: FoldedPage

  func check() throws {
    try checkIDs()
    let old = KeptLines(before.document, touching: lines(on: before))
    let new = KeptLines(after.document, touching: lines(on: after))
    try hold(
      "an edit leaves the other lines alone", old.difference(to: new) == nil,
      "\(old.difference(to: new) ?? "")\n\([before, after].map { $0.document.text.debugDescription })"
    )
    let again = try ChecklistDocument(bytes: after.document.bytes, fileName: "fuzz.md")
    try hold(
      "an edited file reads as what it was edited to",
      again.parsedSteps.map(\.text) == after.document.parsedSteps.map(\.text))
    try StepPromises.check(again, FileLines(again.bytes))
    if case .reword(_, let text) = edit, let index = after.ids.firstIndex(of: id) {
      // By scalars: to Swift a space that bears an accent is one character, and white.
      let words = { (text: String) in text.unicodeScalars.split { $0.properties.isWhitespace }.map(String.init) }
      try hold("a step says what it was reworded to", words(after.document.parsedSteps[index].text) == words(text))
    }
  }

  private func checkIDs() throws {
    let (old, new) = (Set(before.ids), Set(after.ids))
    try hold("every step has an id of its own", new.count == after.ids.count, "\(after.ids)")
    switch edit {
    case .add:
      try hold("a step that comes has an id that none has had", new == old.union([id]) && !old.contains(id))
    case .remove:
      try hold("a step that goes goes, and none comes", new.isSubset(of: old) && !new.contains(id))
    case .reword, .set, .unset:
      try hold("steps keep their ids and their order", after.ids == before.ids)
    case .move:
      try hold("steps keep their ids", new == old)
    }
  }

  /// The lines that the edit is about: all of the step where it comes, goes or moves, else those before what stands
  /// under it.
  private func lines(on page: FoldedPage) -> ClosedRange<Int>? {
    guard let index = page.ids.firstIndex(of: id) else { return nil }
    let steps = page.document.parsedSteps
    switch edit {
    case .add, .remove, .move: return steps[index].lines
    case .reword, .set, .unset:
      let next = steps.first { $0.parent == index }
      return steps[index].line...max(steps[index].line, next.map { $0.line - 1 } ?? steps[index].lines.upperBound)
    }
  }
}

/// The lines that an edit has no business with, and the blank ones between them.
struct KeptLines {
  private struct Kept {
    var line: FileLines.Line
    /// The blank lines before it; nil where lines that the edit is about lie there too.
    var blankBefore: [[UInt8]]?
  }

  private var kept: [Kept] = []
  private let lastNumber: Int

  init(_ document: ChecklistDocument, touching touched: ClosedRange<Int>?) {
    let lines = FileLines(document.bytes).lines
    lastNumber = lines.count
    var blank: [[UInt8]]? = []
    for line in lines {
      if touched?.contains(line.number) == true {
        blank = nil
      } else if line.isBlank {
        blank?.append(Array(line.whole))
      } else {
        kept.append(Kept(line: line, blankBefore: blank))
        blank = []
      }
    }
  }

  /// What is not as it was; nil where everything is.
  func difference(to after: KeptLines) -> String? {
    guard kept.count == after.kept.count else { return "\(kept.count) lines were to stay and \(after.kept.count) did" }
    for (old, new) in zip(kept, after.kept) {
      let place = "line \(old.line.number), now \(new.line.number)"
      if old.line.content != new.line.content { return "\(place) has another text" }
      let isAnEnd = old.line.number == lastNumber || new.line.number == after.lastNumber
      let endsBare = old.line.ending.isEmpty || new.line.ending.isEmpty
      if old.line.ending != new.line.ending, !(isAnEnd && endsBare) { return "\(place) has another ending" }
      if let blank = old.blankBefore, let now = new.blankBefore, blank != now {
        return "\(place) has \(now.count) blank lines before it, not \(blank.count)"
      }
    }
    return nil
  }
}
