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
}
