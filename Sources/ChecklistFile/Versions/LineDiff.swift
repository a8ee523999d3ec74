/// A page with what has changed in it marked, line by line.
public struct LineDiff: Hashable, Sendable {
  public struct Line: Hashable, Sendable {
    /// Its number in the old page and in the new one; nil where it is not in that one.
    public var old: Int?
    public var new: Int?
    /// Without its ending.
    public var text: String

    public var isAdded: Bool { old == nil }
    public var isRemoved: Bool { new == nil }
  }

  /// In the order of the pages, those that went before those that came in their place.
  public private(set) var lines: [Line] = []

  /// Line endings play no part.
  public init(from old: String, to new: String) {
    let (left, right) = (SourceLines(Array(old.utf8)), SourceLines(Array(new.utf8)))
    var (oldNext, newNext) = (1, 1)
    func changed(upTo oldEnd: Int, _ newEnd: Int) -> [Line] {
      (oldNext..<oldEnd).map { Line(old: $0, new: nil, text: left.text(of: $0)) }
        + (newNext..<newEnd).map { Line(old: nil, new: $0, text: right.text(of: $0)) }
    }
    for match in SequenceMatching.matches(from: left.hashes, to: right.hashes) {
      lines += changed(upTo: match.old + 1, match.new + 1)
      lines.append(Line(old: match.old + 1, new: match.new + 1, text: right.text(of: match.new + 1)))
      (oldNext, newNext) = (match.old + 2, match.new + 2)
    }
    lines += changed(upTo: left.count + 1, right.count + 1)
  }

  public var isEmpty: Bool { !lines.contains { $0.isAdded || $0.isRemoved } }
}
