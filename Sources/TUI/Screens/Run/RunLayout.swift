import Terminal

/// Where the parts of the run screen are, for a size of the window.
///
/// Side by side where there is room, the detail below the list where the window is high, else one at a time.
struct RunLayout: Hashable, Sendable {
  /// One row, or two where the window is narrow.
  var header: Rect
  var bars: Rect
  var banner: Rect?
  /// With its title's rule on top; nil where the detail has all the room.
  var list: Rect?
  var detail: Rect?

  init(_ size: Size, pane: RunScreen.Pane, bannerRows: Int) {
    let content = Rect(x: 0, y: 0, width: size.width, height: size.height - 1)
    var rest = content
    (header, rest) = rest.split(top: size.width < 120 ? 2 : 1)
    (bars, rest) = rest.split(top: 1)
    if bannerRows > 0 {
      let parts = rest.split(top: bannerRows)
      banner = parts.top
      rest = parts.rest
    }
    if size.width >= 96 {
      // Beyond that, who and when stand too far from what.
      let left = min(112, max(52, size.width * 11 / 20))
      let parts = rest.split(left: left)
      list = parts.left
      detail = Rect(x: parts.rest.x + 1, y: rest.y, width: parts.rest.width - 1, height: rest.height)
    } else if pane == .detail {
      detail = rest
    } else if size.height >= 22 {
      let parts = rest.split(bottom: max(7, rest.height * 2 / 5))
      list = parts.rest
      detail = parts.bottom
    } else {
      list = rest
    }
  }

  var isSideBySide: Bool { list != nil && detail != nil && (detail?.x ?? 0) > 0 }
  var listRows: Int { max(0, (list?.height ?? 0) - 1) }
  var detailRows: Int { max(0, (detail?.height ?? 0) - 1) }
  var detailWidth: Int { max(8, (detail?.width ?? 0) - 2) }
}
