import ChecklistFile

/// Two texts, apart by a NUL, and what has changed between them.
package struct DifferencesTarget: Sendable {
  package typealias Compare = @Sendable (_ old: String, _ new: String) -> [WordDiff.Piece]

  private let compare: Compare

  package init(compare: @escaping Compare = { WordDiff(from: $0, to: $1).pieces }) { self.compare = compare }

  package func check(_ bytes: [UInt8]) throws {
    let (before, after) = bytes.splitAtNUL
    let (old, new) = (before.asText, after.asText)
    let pieces = compare(old, new)
    func side(without kind: WordDiff.Piece.Kind) -> String {
      pieces.filter { $0.kind != kind }.map(\.text).joined()
    }
    try holdSame("what is kept and removed is the old text", side(without: .added), old)
    try holdSame("what is kept and added is the new text", side(without: .removed), new)
    try hold("no piece is empty", !pieces.contains { $0.text.isEmpty })

    let lines = LineDiff(from: old, to: new).lines
    let (oldLines, newLines) = (FileLines(Array(old.utf8)), FileLines(Array(new.utf8)))
    try hold("every line of the old page is there, in order", lines.compactMap(\.old) == Array(1..<oldLines.count + 1))
    try hold("every line of the new page is there, in order", lines.compactMap(\.new) == Array(1..<newLines.count + 1))
    for line in lines {
      if let number = line.new { try holdSame("a line has its text", line.text, newLines.text(of: number)) }
      if let number = line.old { try holdSame("a line has its text", line.text, oldLines.text(of: number)) }
    }
  }
}
