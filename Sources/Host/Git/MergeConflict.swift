/// A place that both sides changed.
public struct MergeConflict: Hashable, Sendable {
  /// Where it begins in our text, from 1; nil where we only took lines out.
  public var line: Int?
  public var ours: [String]
  public var theirs: [String]

  /// Finds the places in what `git merge-file` wrote with its usual markers, labelled `ours` and `theirs`.
  static func all(in merged: [UInt8], ours: [UInt8]) -> [MergeConflict] {
    var conflicts: [MergeConflict] = []
    var current: MergeConflict?
    var isTheirs = false
    for line in lines(merged) {
      switch (line, current) {
      case ("<<<<<<< ours", nil): (current, isTheirs) = (MergeConflict(line: nil, ours: [], theirs: []), false)
      case (_, nil): continue
      case ("=======", .some) where !isTheirs: isTheirs = true
      case (">>>>>>> theirs", .some(let conflict)) where isTheirs:
        conflicts.append(conflict)
        current = nil
      default: if isTheirs { current?.theirs.append(line) } else { current?.ours.append(line) }
      }
    }
    return placed(conflicts, in: lines(ours))
  }

  /// The places come in the order of the text, and what is ours in them stands there as it is.
  private static func placed(_ conflicts: [MergeConflict], in text: [String]) -> [MergeConflict] {
    var start = 0
    return conflicts.map { conflict in
      var conflict = conflict
      let count = conflict.ours.count
      guard count > 0, start + count <= text.count,
        let found = (start...(text.count - count)).first(where: { text[$0..<($0 + count)].elementsEqual(conflict.ours) }
        )
      else { return conflict }
      conflict.line = found + 1
      start = found + count
      return conflict
    }
  }

  private static func lines(_ bytes: [UInt8]) -> [String] {
    bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
      String(decoding: line.last == UInt8(ascii: "\r") ? line.dropLast() : line, as: UTF8.self)
    }
  }
}
