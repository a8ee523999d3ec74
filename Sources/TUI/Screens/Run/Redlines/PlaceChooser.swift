import Domain
import Terminal
import Text

/// Where a step is to go, chosen on the list itself: the line moves through it until Enter.
struct PlaceChooser: OverlayModel {
  let step: Step
  let run: Run
  let places: StepPlaces
  private(set) var chosen: Int
  /// A number that is being typed.
  private(set) var typed = ""
  /// The place, and what to call it.
  let take: @Sendable (StepPlace, String, inout App) -> [Effect]

  init(_ step: Step, in run: Run, take: @escaping @Sendable (StepPlace, String, inout App) -> [Effect]) {
    self.step = step
    self.run = run
    places = StepPlaces(moving: step.id, in: run.steps)
    chosen = places.start
    self.take = take
  }

  mutating func press(_ input: Typed, _ app: inout App) -> OverlayOutcome {
    guard case .key(let key) = input else { return .stays() }
    switch key {
    case .escape: return .closes()
    case .enter: return answer(&app)
    case .up, .character("k"): move(by: -1)
    case .down, .character("j"): move(by: 1)
    case .pageUp, .control("B"): move(by: -10)
    case .pageDown, .control("F"): move(by: 10)
    case .home: move(by: -places.rows.count)
    case .end: move(by: places.rows.count)
    case .backspace: type(String(typed.dropLast()))
    case .character(let digit) where digit.isASCII && digit.isNumber: type(String((typed + String(digit)).suffix(5)))
    default: break
    }
    return .stays()
  }

  private mutating func move(by rows: Int) {
    typed = ""
    chosen = max(0, min(places.rows.count - 1, chosen + rows))
  }

  private mutating func type(_ digits: String) {
    typed = digits
    chosen = Int(digits).flatMap(places.row(atNumber:)) ?? places.start
  }

  private func answer(_ app: inout App) -> OverlayOutcome {
    guard places.rows.indices.contains(chosen) else { return .closes() }
    guard chosen != places.current else {
      app.say("step \(step.number) stands there now", .refusal)
      return .stays()
    }
    let place = places.rows[chosen].place
    return .closes(take(place, words(for: place), &app))
  }

  private func words(for place: StepPlace) -> String {
    let number = run.steps.first { $0.id == place.anchor }?.number ?? 0
    return if case .before = place { "before step \(number)" } else { "after step \(number)" }
  }

  mutating func click(_ point: Point, in area: Rect, _ app: inout App) -> OverlayOutcome {
    let panel = panel(in: area)
    guard point.y > panel.y else { return .stays() }
    let line = first(panel.height - 1) + point.y - panel.y
    if let row = places.row(atNumber: line) { chosen = row }
    return .stays()
  }

  func hints(_ app: App) -> [Hint] {
    [Hint("Enter", "put it there"), Hint("j k", "move it"), Hint("0-9", "to a number"), Hint("Esc", "back")]
  }

  // MARK: Drawing

  private func panel(in area: Rect) -> Rect {
    area.split(bottom: min(area.height, max(7, area.height * 3 / 5), places.others.count + 2)).bottom
  }

  /// The first line that shows, so that the moved one does.
  private func first(_ height: Int) -> Int {
    let position = places.rows.isEmpty ? 0 : places.rows[chosen].position
    return max(0, min(position - height / 2, places.others.count + 1 - height))
  }

  func draw(on screen: inout Screen, in area: Rect, _ app: App) {
    let panel = panel(in: area)
    screen.fill(panel)
    let (title, list) = panel.split(top: 1)
    guard places.rows.indices.contains(chosen) else { return }
    let row = places.rows[chosen]
    let goal = chosen == places.current ? "where it stands" : words(for: row.place)
    Rule.draw(
      on: &screen, in: title, left: "move step \(step.number) to where?",
      right: typed.isEmpty ? goal : "number \(typed): \(goal)", isStrong: true)
    let top = first(list.height)
    for offset in 0..<list.height {
      let line = top + offset
      let place = Rect(x: list.x, y: list.y + offset, width: list.width, height: 1)
      if line == row.position {
        let section = run.steps.first { $0.id == row.place.anchor }?.section ?? step.section
        put(step, depth: row.depth, in: section, sign: screen.glyphs.current, on: &screen, at: place)
        screen.select(place)
      } else {
        let index = line < row.position ? line : line - 1
        guard places.others.indices.contains(index) else { continue }
        let other = places.others[index]
        put(other, depth: other.depth, in: other.section, sign: " ", on: &screen, at: place)
      }
    }
  }

  private func put(
    _ step: Step, depth: Int, in section: Section, sign: String, on screen: inout Screen, at row: Rect
  ) {
    let number = "\(step.number)".padded(toWidth: 3, alignment: .right)
    let text = FilledText.line(step, run)
    let section = Span("  \(section.rawValue)", .dim)
    let indent = String(repeating: "  ", count: min(4, depth))
    let room = row.width - 8 - indent.count - section.text.displayWidth
    screen.put(
      [Span(" \(sign) ", .bold), Span("\(number) ", .dim), Span(indent + text.prefix(ofWidth: room))],
      at: row.origin, width: row.width - section.text.displayWidth - 1)
    screen.put([section], at: Point(x: row.maxX - section.text.displayWidth - 1, y: row.y))
  }
}
