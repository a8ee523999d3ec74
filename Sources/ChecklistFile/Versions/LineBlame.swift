/// Which version brought each line of a checklist into the form that it has.
///
///     let lines = LineBlame.lines(newestFirst: [(origin: 3, source: third), (origin: 2, source: second)])
///
/// A line that was moved counts as brought by the version that moved it. Line endings play no part, so that a file
/// that goes over to CRLF, or gets a line ending at its end, keeps its history.
public enum LineBlame {
  /// A line of the newest version, and where its present form comes from.
  public struct Line<Origin> {
    /// From 1.
    public var number: Int
    /// Without its ending.
    public var text: String
    public var origin: Origin
  }

  /// Follows the versions in the order in which `next` gives them, the newest first, and asks for no more of them once
  /// every line is accounted for. Lines that the last one has as well are put down to it.
  ///
  /// Takes time linear in the versions' lengths. Where two that follow each other differ very much, more lines than
  /// necessary may count as changed.
  public static func lines<Origin, Failure: Error>(
    next: () throws(Failure) -> (origin: Origin, source: String)?
  ) throws(Failure) -> [Line<Origin>] {
    guard let newest = try next() else { return [] }
    let source = SourceLines(Array(newest.source.utf8))
    var origins = [Origin](repeating: newest.origin, count: source.count)
    var origin = newest.origin
    var hashes = source.hashes
    // The lines of the newest version that every version so far has, and where in the current one.
    var open = source.lines.indices.map { (line: $0, place: $0) }
    while !open.isEmpty, let older = try next() {
      let olderHashes = SourceLines(Array(older.source.utf8)).hashes
      var places = [Int](repeating: -1, count: hashes.count)
      for match in SequenceMatching.matches(from: olderHashes, to: hashes) { places[match.new] = match.old }
      open = open.compactMap { line, place in
        origins[line] = origin
        return places[place] < 0 ? nil : (line, places[place])
      }
      origin = older.origin
      hashes = olderHashes
    }
    for (line, _) in open { origins[line] = origin }
    return origins.enumerated().map { Line(number: $0 + 1, text: source.text(of: $0 + 1), origin: $1) }
  }

  public static func lines<Origin>(
    newestFirst versions: some Sequence<(origin: Origin, source: String)>
  ) -> [Line<Origin>] {
    var iterator = versions.makeIterator()
    return lines { iterator.next() }
  }
}

extension LineBlame.Line: Equatable where Origin: Equatable {}
extension LineBlame.Line: Sendable where Origin: Sendable {}
