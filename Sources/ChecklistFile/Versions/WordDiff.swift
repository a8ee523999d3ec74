/// Which words of a text are others than they were.
///
///     WordDiff(from: "Deploy, and watch", to: "Deploy, and watch the canaries").marked
///     // Deploy, and watch{+ the canaries+}
///
/// The kept and the removed pieces together are the old text byte for byte, the kept and the added ones the new text.
public struct WordDiff: Hashable, Sendable, Codable {
  public struct Piece: Hashable, Sendable, Codable {
    public enum Kind: String, Hashable, Sendable, Codable { case kept, removed, added }

    public var kind: Kind
    public var text: String

    public init(_ kind: Kind, _ text: String) {
      self.kind = kind
      self.text = text
    }
  }

  /// Part of one side; for showing the two sides next to each other.
  public struct Span: Hashable, Sendable {
    public var text: String
    public var isChanged: Bool
  }

  /// In the order of reading, what was removed before what came in its place. None is empty.
  public private(set) var pieces: [Piece] = []

  public var old: [Span] {
    pieces.filter { $0.kind != .added }.map { Span(text: $0.text, isChanged: $0.kind != .kept) }
  }
  public var new: [Span] {
    pieces.filter { $0.kind != .removed }.map { Span(text: $0.text, isChanged: $0.kind != .kept) }
  }

  /// The way `git diff --word-diff` marks words: `[-old-]` and `{+new+}`.
  public var marked: String {
    pieces.map { piece in
      switch piece.kind {
      case .kept: piece.text
      case .removed: "[-\(piece.text)-]"
      case .added: "{+\(piece.text)+}"
      }
    }.joined()
  }

  /// Takes time about linear in the texts' length; in very long ones with much changed, whole stretches are marked.
  public init(from old: String, to new: String) {
    let (left, right) = (Words.split(old), Words.split(new))
    var numbers: [[UInt8]: Int] = [:]
    func number(_ word: Substring) -> Int {
      let next = numbers.count
      let bytes = Array(word.utf8)
      if let known = numbers[bytes] { return known }
      numbers[bytes] = next
      return next
    }
    let matches = SequenceMatching.matches(from: left.map(number), to: right.map(number))
    var (oldStart, newStart) = (0, 0)
    var index = 0
    while index < matches.count {
      let first = matches[index]
      while index + 1 < matches.count, matches[index + 1].follows(matches[index]) { index += 1 }
      let last = matches[index]
      index += 1
      // Changed words with nothing but spacing between them read as one change.
      let isAfterChange = first.old > oldStart || first.new > newStart
      let isBeforeChange = last.old + 1 < left.count || last.new + 1 < right.count
      let isSpacing = right[first.new...last.new].allSatisfy { $0.allSatisfy(\.isWhitespace) }
      if isAfterChange, isBeforeChange, isSpacing { continue }
      add(.removed, left[oldStart..<first.old])
      add(.added, right[newStart..<first.new])
      add(.kept, right[first.new...last.new])
      (oldStart, newStart) = (last.old + 1, last.new + 1)
    }
    add(.removed, left[oldStart...])
    add(.added, right[newStart...])
    slide()
  }

  /// A word that came between two others takes the spacing after it along, not the one before it.
  private mutating func slide() {
    for index in pieces.indices.dropFirst().dropLast()
    where pieces[index].kind != .kept && pieces[index - 1].kind == .kept && pieces[index + 1].kind == .kept {
      let spacing = pieces[index].text.prefix(while: \.isWhitespace)
      let (count, next) = (spacing.count, pieces[index + 1].text)
      guard count > 0, count < next.count, next.prefix(count).utf8.elementsEqual(spacing.utf8) else { continue }
      pieces[index - 1].text += spacing
      pieces[index].text = String(pieces[index].text.dropFirst(count) + next.prefix(count))
      pieces[index + 1].text = String(next.dropFirst(count))
    }
  }

  private mutating func add(_ kind: Piece.Kind, _ words: ArraySlice<Substring>) {
    guard !words.isEmpty else { return }
    pieces.append(Piece(kind, words.joined()))
  }
}
