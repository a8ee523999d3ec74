/// Which part of a list shows.
enum ScrollWindow {
  /// The first line that shows, moved no more than needed so that `wanted` is in sight, with a line to spare
  /// on either side where there is room.
  static func first(_ first: Int, showing wanted: Range<Int>, of count: Int, height: Int) -> Int {
    guard height > 0 else { return 0 }
    let spare = height >= 8 ? 1 : 0
    var first = first
    first = max(first, wanted.upperBound + spare - height)
    first = min(first, max(0, wanted.lowerBound - spare))
    return max(0, min(first, count - height))
  }

  /// The same for rows above some of which stand lines of their own, which scroll along with them.
  static func first(_ first: Int, showing wanted: Int, of count: Int, height: Int, linesAbove: (Int) -> Int) -> Int {
    let spare = height >= 8 ? 1 : 0
    let last = max(wanted, min(count - 1, wanted + spare))
    let first = min(max(first, start(endingWith: last, height, linesAbove)), max(0, wanted - spare))
    return max(
      0,
      min(max(first, start(endingWith: wanted, height, linesAbove)), start(endingWith: count - 1, height, linesAbove)))
  }

  /// The first of the rows that fit above a row, and with it.
  private static func start(endingWith last: Int, _ height: Int, _ linesAbove: (Int) -> Int) -> Int {
    var (start, used) = (last, 1 + (last < 0 ? 0 : linesAbove(last)))
    while start > 0, used + 1 + linesAbove(start - 1) <= height {
      start -= 1
      used += 1 + linesAbove(start)
    }
    return start
  }
}
