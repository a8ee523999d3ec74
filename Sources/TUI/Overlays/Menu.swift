import Terminal
import Text

/// A few commands to choose from, with what each would do; one that can't be used now says why.
struct Menu: OverlayModel {
  struct Item: Sendable {
    /// The key that takes it at once, while the menu shows; nil where there are more items than keys.
    let key: Character?
    let title: String
    let availability: Availability
    let perform: @Sendable (inout App) -> [Effect]
  }

  /// Keys for a menu of things that have none of their own; without those that move in it, or mean something else.
  private static let keys = Array("123456789abcdefghilmnopqrstuvwyz")

  /// The key of an item by its place; nil where they have run out.
  static func letter(_ index: Int) -> Character? { keys.indices.contains(index) ? keys[index] : nil }

  /// The same for any number of items, one after the other.
  static var letters: some Sequence<Character?> { (0...).lazy.map { letter($0) } }

  let title: String
  let items: [Item]
  private(set) var chosen: Int

  init(_ title: String, _ items: [Item]) {
    self.title = title
    self.items = items
    chosen = items.firstIndex { $0.availability.isYes } ?? 0
  }

  mutating func press(_ input: Typed, _ app: inout App) -> OverlayOutcome {
    guard case .key(let key) = input else { return .stays() }
    // An item's own letter comes before what it is elsewhere.
    if case .character(let character) = key, let index = items.firstIndex(where: { $0.key == character }) {
      return take(index, &app)
    }
    switch key {
    case .escape: return .closes()
    case .up, .character("k"): chosen = max(0, chosen - 1)
    case .down, .character("j"): chosen = min(items.count - 1, chosen + 1)
    case .enter: return take(chosen, &app)
    default: break
    }
    return .stays()
  }

  private mutating func take(_ index: Int, _ app: inout App) -> OverlayOutcome {
    guard items.indices.contains(index) else { return .stays() }
    chosen = index
    if case .no(let reason) = items[index].availability {
      app.say(reason, .refusal)
      return .stays()
    }
    return .closes(items[index].perform(&app))
  }

  mutating func click(_ point: Point, in area: Rect, _ app: inout App) -> OverlayOutcome {
    let panel = panel(in: area)
    return point.y > panel.y ? take(top(panel) + point.y - panel.y - 1, &app) : .closes()
  }

  private func panel(in area: Rect) -> Rect { area.split(bottom: min(area.height, items.count + 1)).bottom }

  /// The first item that shows, where not all of them fit.
  private func top(_ panel: Rect) -> Int {
    ScrollWindow.first(0, showing: chosen..<chosen + 1, of: items.count, height: panel.height - 1)
  }

  func hints(_ app: App) -> [Hint] { [Hint("Enter", "take it"), Hint("Esc", "back")] }

  func draw(on screen: inout Screen, in area: Rect, _ app: App) {
    let panel = panel(in: area)
    screen.fill(panel)
    let top = top(panel)
    let position = items.count < panel.height ? "" : "\(chosen + 1) of \(items.count)"
    Rule.draw(on: &screen, in: panel.split(top: 1).top, left: title, right: position, isStrong: true)
    for (index, item) in items.enumerated().dropFirst(top).prefix(max(0, panel.height - 1)) {
      let row = Rect(x: panel.x, y: panel.y + 1 + index - top, width: panel.width, height: 1)
      let key = item.key.map(String.init) ?? " "
      var spans = [Span("  \(key)  ", .bold), Span(item.title)]
      if case .no(let reason) = item.availability {
        spans = [Span("  \(key)  \(item.title)", .dim), Span("  \(reason)", .dim)]
      }
      screen.put(spans, at: row.origin, width: row.width)
      if index == chosen { screen.select(row) }
    }
  }
}
