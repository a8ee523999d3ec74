import Terminal

/// Narrows the list of the screen as one types. Enter keeps it, Esc takes it away, Tab completes where the screen knows
/// how, and goes through what fits.
struct Filter: OverlayModel {
  private var field: TextField
  /// What Tab goes through: the text that it began with, and which of the words stands there.
  private var turning: (text: String, offer: FilterOffer, index: Int)?

  init(_ text: String) { field = TextField(text) }

  mutating func press(_ input: Typed, _ app: inout App) -> OverlayOutcome {
    switch input {
    case .key(.escape):
      return .closes(app.narrow(to: ""))
    case .key(.enter): return .closes()
    case .key(.tab): return .stays(complete(by: 1, &app))
    case .key(.backTab): return .stays(complete(by: -1, &app))
    case .key(.right) where field.isCursorAtEnd && turning == nil: return .stays(complete(by: 1, &app))
    case .key(.up), .key(.down):
      let effects = app.dispatch(input == .key(.up) ? .up : .down)
      return .stays(effects)
    default:
      turning = nil
      _ = field.press(input)
      return .stays(app.narrow(to: field.string))
    }
  }

  /// Puts the next word that fits where the cursor stands; the only one that fits is taken, and Tab goes on from it.
  private mutating func complete(by step: Int, _ app: inout App) -> [Effect] {
    let text = field.string
    if let turning {
      self.turning?.index = (turning.index + step + turning.offer.words.count) % turning.offer.words.count
    } else if let offer = offer(app), !offer.words.isEmpty {
      turning = (text, offer, step > 0 ? 0 : offer.words.count - 1)
    }
    guard let turning else { return [] }
    var characters = Array(turning.text)
    let word = turning.offer.words[turning.index]
    characters.replaceSubrange(turning.offer.range, with: Array(word))
    field = TextField(String(characters), cursor: turning.offer.range.lowerBound + word.count)
    if turning.offer.words.count == 1 { self.turning = nil }
    return app.narrow(to: field.string)
  }

  /// What fits at the cursor; nil where that is what stands there already.
  private func offer(_ app: App) -> FilterOffer? {
    guard let offer = app.top?.completion(of: field.string, at: field.cursor) else { return nil }
    let typed = String(field.text[offer.range])
    return offer.words.isEmpty || offer.words == [typed] ? nil : offer
  }

  func hints(_ app: App) -> [Hint] {
    let keys = [Hint("Enter", "keep"), Hint("Esc", "show all"), Hint("Up Down", "move")]
    return turning == nil && offer(app) == nil ? keys : [Hint("Tab", "complete")] + keys
  }

  func draw(on screen: inout Screen, in area: Rect, _ app: App) {
    let (rest, row) = area.split(bottom: 1)
    if !field.isEmpty, let offer = turning?.offer ?? offer(app) {
      draw(offer.words, on: &screen, in: rest.split(bottom: 1).bottom)
    }
    screen.fill(row)
    screen.put("/", at: Point(x: row.x + 1, y: row.y), style: .bold)
    field.draw(
      on: &screen, at: Point(x: row.x + 3, y: row.y), width: row.width - 4,
      ghost: field.isEmpty ? app.top?.filterHint ?? "" : "")
  }

  /// What fits, as far as a line goes, with the word that stands there marked.
  private func draw(_ words: [String], on screen: inout Screen, in row: Rect) {
    screen.fill(row)
    var x = row.x + 3
    for (index, word) in words.enumerated().dropFirst(max(0, (turning?.index ?? 0) - 3)) where x < row.maxX - 2 {
      let style: Style = turning?.index == index ? .reverse : .dim
      x += screen.put(word, at: Point(x: x, y: row.y), style: style, width: row.maxX - x) + 2
    }
  }
}
