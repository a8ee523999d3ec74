import Terminal

/// Asks what to look for in an output, and looks for it as one types. Enter keeps it; Esc ends the search, and leaves what
/// shows where it is: unlike a filter it has hidden nothing.
struct OutputSearchPrompt: OverlayModel {
  private var field: TextField

  init(_ text: String) { field = TextField(text) }

  mutating func press(_ input: Typed, _ app: inout App) -> OverlayOutcome {
    switch input {
    case .key(.escape): return .closes(look(for: "", &app))
    case .key(.enter): return .closes()
    case .key(.up): return .stays(app.dispatch(.up))
    case .key(.down): return .stays(app.dispatch(.down))
    default:
      _ = field.press(input)
      return .stays(look(for: field.string, &app))
    }
  }

  private func look(for text: String, _ app: inout App) -> [Effect] {
    app.change(OutputScreen.self) { $0.look(for: text, &$1) } ?? []
  }

  func hints(_ app: App) -> [Hint] {
    [Hint("Enter", "keep"), Hint("Esc", "end the search"), Hint("Up Down", "move")]
  }

  func draw(on screen: inout Screen, in area: Rect, _ app: App) {
    let row = area.split(bottom: 1).bottom
    screen.fill(row)
    screen.put("/", at: Point(x: row.x + 1, y: row.y), style: .bold)
    field.draw(
      on: &screen, at: Point(x: row.x + 3, y: row.y), width: row.width - 4,
      ghost: field.isEmpty ? "words to find, as they stand; a capital makes capitals count" : "")
  }
}
