import Terminal

/// Where the parts of an incident's page are, for a size of the window: side by side where there is room, else one at a
/// time below the header.
struct IncidentLayout: Hashable, Sendable {
  var header: Rect
  /// With its rule on top.
  var timeline: Rect?
  /// What stands around it, with its rule on top.
  var around: Rect?

  static let wide = 120

  init(_ size: Size, headerRows: Int, pane: IncidentScreen.Pane) {
    let content = Rect(x: 0, y: 0, width: size.width, height: size.height - 1)
    let parts = content.split(top: headerRows)
    header = parts.top
    if size.width >= Self.wide {
      let sides = parts.rest.split(left: size.width * 3 / 5)
      timeline = sides.left
      around = Rect(
        x: sides.rest.x + 1, y: sides.rest.y, width: max(0, sides.rest.width - 1), height: sides.rest.height)
    } else if pane == .timeline {
      timeline = parts.rest
    } else {
      around = parts.rest
    }
  }

  var isSideBySide: Bool { timeline != nil && around != nil }
  var timelineRows: Int { max(0, (timeline?.height ?? 0) - 1) }
  /// Two columns for the sign of what is selected, one for the scroll bar.
  var timelineWidth: Int { max(8, (timeline?.width ?? 0) - 4) }
  var aroundRows: Int { max(0, (around?.height ?? 0) - 1) }

  /// How many rows a header may take.
  static func mostHeaderRows(_ size: Size) -> Int { size.height < 20 ? 5 : 7 }
}
