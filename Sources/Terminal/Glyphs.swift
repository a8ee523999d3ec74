/// The lines and signs of one kind of terminal. Each takes one column, except the ASCII ellipsis.
public struct Glyphs: Hashable, Sendable {
  public let horizontal, vertical: String
  public let topLeft, topRight, bottomLeft, bottomRight: String
  /// Where a line meets a border or another line; named after the border that they sit on.
  public let teeTop, teeBottom, teeLeft, teeRight, cross: String

  /// The states of a step.
  public let pending, current, done, failed, skipped, notApplicable, deferred, overridden, waiting: String
  /// A killer step, an open redline, a note, something to look out for.
  public let flag, redline, bullet, warning: String

  public let arrowUp, arrowDown, arrowLeft, arrowRight: String
  public let progressFull, progressEmpty: String
  public let scrollTrack, scrollThumb: String
  public let ellipsis: String

  public static let unicode = Glyphs(
    horizontal: "─", vertical: "│", topLeft: "┌", topRight: "┐", bottomLeft: "└", bottomRight: "┘",
    teeTop: "┬", teeBottom: "┴", teeLeft: "├", teeRight: "┤", cross: "┼",
    pending: "·", current: "▶", done: "✔", failed: "✖", skipped: "⊘", notApplicable: "–", deferred: "↷",
    overridden: "⇧", waiting: "◷", flag: "⚑", redline: "✎", bullet: "•", warning: "⚠",
    arrowUp: "↑", arrowDown: "↓", arrowLeft: "←", arrowRight: "→", progressFull: "▮", progressEmpty: "▯",
    scrollTrack: "│", scrollThumb: "┃", ellipsis: "…")

  public static let ascii = Glyphs(
    horizontal: "-", vertical: "|", topLeft: "+", topRight: "+", bottomLeft: "+", bottomRight: "+",
    teeTop: "+", teeBottom: "+", teeLeft: "+", teeRight: "+", cross: "+",
    pending: ".", current: ">", done: "+", failed: "X", skipped: "/", notApplicable: "-", deferred: "~",
    overridden: "^", waiting: "w", flag: "K", redline: "r", bullet: "*", warning: "!",
    arrowUp: "^", arrowDown: "v", arrowLeft: "<", arrowRight: ">", progressFull: "#", progressEmpty: ".",
    scrollTrack: "|", scrollThumb: "#", ellipsis: "...")

  /// A bar of `width` columns: `▮▮▮▯▯`. Begun work always shows a block, unfinished work always a gap.
  public func progressBar(done: Int, of total: Int, width: Int) -> String {
    let width = max(0, width)
    var full = total > 0 ? min(max(0, done), total) * width / total : 0
    if done > 0, full == 0, total > 0, width > 1 { full = 1 }
    return String(repeating: progressFull, count: full) + String(repeating: progressEmpty, count: width - full)
  }
}
