import Domain
import Terminal
import Text

/// Paints the form: a label, what was typed, and what is wrong with it, on a line each; the question below.
struct StartDrawing {
  let screen: StartScreen
  let app: App

  private static let labelWidth = 14

  /// Rows for fields: all but the title, its rule, the question, the obstacles and the footer.
  static func fieldRows(_ size: Size, _ obstacles: Int) -> Int {
    max(3, size.height - 5 - (obstacles == 0 ? 0 : min(obstacles * 2 + 1, 8)))
  }

  func draw(on canvas: inout Screen, in area: Rect) {
    guard let form = screen.form else {
      canvas.put(
        screen.failure ?? "\(screen.checklist): reading…", at: Point(x: 1, y: 0), style: .dim, width: area.width - 2)
      return
    }
    let version = form.page.version
    canvas.put(
      [Span(" Start a run ", .bold), Span("by \(version.reference), \(version.title)")], at: area.origin,
      width: area.width - 1)
    let left = form.fields.filter { form.complaint($0) != nil }.count
    Rule.draw(
      on: &canvas, in: Rect(x: 0, y: 1, width: area.width, height: 1),
      right: left == 0 ? "" : "\(left) to fill in")
    let rows = Self.fieldRows(app.size, screen.obstacles.count)
    for (offset, index) in form.fields.indices.dropFirst(screen.top).prefix(rows).enumerated() {
      draw(
        form.fields[index], of: form, isChosen: index == screen.chosen, on: &canvas, y: 2 + offset, width: area.width)
    }
    let below = 2 + min(rows, form.fields.count - screen.top)
    drawHint(form, on: &canvas, in: Rect(x: 0, y: below, width: area.width, height: area.height - below))
  }

  private func draw(
    _ field: StartField, of form: StartFields, isChosen: Bool, on canvas: inout Screen, y: Int, width: Int
  ) {
    let sign = isChosen ? canvas.glyphs.current : " "
    canvas.put(" \(sign) ", at: Point(x: 0, y: y), style: .bold)
    if field.kind == .button {
      let text = screen.isStarting ? " being started… " : " \(field.label) "
      canvas.put(text, at: Point(x: 3 + Self.labelWidth, y: y), style: isChosen ? .reverse : .bold)
      return
    }
    canvas.put(field.label, at: Point(x: 3, y: y), style: isChosen ? .bold : .dim, width: Self.labelWidth - 1)
    let complaint = form.complaint(field)
    // What is only not filled in yet is no mistake, and not shouted.
    let isWrong = complaint != nil && !field.field.isBlank
    let words = complaint.map { isWrong || !isChosen ? $0 : "" } ?? ""
    let x = 3 + Self.labelWidth
    let room = max(10, width - x - 1 - (words.isEmpty ? 0 : min(words.displayWidth, max(12, width - x - 24)) + 2))
    switch field.kind {
    case .choice(let choices):
      let spans = choices.flatMap { choice in
        [Span(" \(choice) ", choice == field.text ? (isChosen ? .reverse : .bold) : .dim), Span(" ")]
      }
      canvas.put(spans, at: Point(x: x - 1, y: y), width: room)
    case .text where isChosen:
      field.field.draw(on: &canvas, at: Point(x: x, y: y), width: room, ghost: form.ghost(of: field))
    default: canvas.put(field.text, at: Point(x: x, y: y), width: room)
    }
    guard !words.isEmpty else { return }
    canvas.put(
      words, at: Point(x: x + room + 2, y: y), style: isWrong ? Style(foreground: .red) : .dim,
      width: width - x - room - 3)
  }

  private func drawHint(_ form: StartFields, on canvas: inout Screen, in area: Rect) {
    var y = area.y + 1
    func put(_ text: String, _ style: Style, indent: Int = 3) {
      for line in text.wrapped(toWidth: area.width - indent - 2) where y < area.maxY {
        canvas.put(line, at: Point(x: indent, y: y), style: style)
        y += 1
      }
    }
    if let hint = screen.field?.hint { put(hint, .dim) }
    guard !screen.obstacles.isEmpty else { return }
    put(
      "These rules stand in the way. A reason in \"override\" lets it pass, and stays on the run's record:",
      Style(foreground: .yellow))
    for obstacle in screen.obstacles {
      put("\(canvas.glyphs.bullet) \(obstacle.rule.rawValue): \(obstacle.message)", .plain, indent: 5)
    }
  }
}
