import Terminal

/// Narrows the list of the screen as one types. Enter keeps it, Esc takes it away.
struct Filter: OverlayModel {
  private var field: TextField

  init(_ text: String) { field = TextField(text) }

  mutating func press(_ input: Typed, _ app: inout App) -> OverlayOutcome {
    switch input {
    case .key(.escape):
      return .closes(app.narrow(to: ""))
    case .key(.enter): return .closes()
    case .key(.up), .key(.down):
      let effects = app.dispatch(input == .key(.up) ? .up : .down)
      return .stays(effects)
    default:
      _ = field.press(input)
      return .stays(app.narrow(to: field.string))
    }
  }

  func hints(_ app: App) -> [Hint] { [Hint("Enter", "keep"), Hint("Esc", "show all"), Hint("Up Down", "move")] }

  func draw(on screen: inout Screen, in area: Rect, _ app: App) {
    let (_, row) = area.split(bottom: 1)
    screen.fill(row)
    screen.put("/", at: Point(x: row.x + 1, y: row.y), style: .bold)
    field.draw(
      on: &screen, at: Point(x: row.x + 3, y: row.y), width: row.width - 4,
      ghost: field.isEmpty ? app.top?.filterHint ?? "" : "")
  }
}
