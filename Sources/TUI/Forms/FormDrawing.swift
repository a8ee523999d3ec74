import Terminal
import Text

/// Where the parts of a form are.
enum FormLayout {
  /// The title and its rule.
  static let headRows = 2

  /// Rows for fields: all but the head, the hint, the remarks and the footer.
  static func fieldRows(_ size: Size, _ remarks: Int) -> Int {
    max(3, size.height - 5 - (remarks == 0 ? 0 : min(remarks * 2 - 1, 8)))
  }
}

/// Paints a form: a label, what was typed, and what is wrong with it, on a line each; the question below.
struct FormDrawing<Model: FormScreen> {
  let screen: Model
  let app: App

  private static var labelWidth: Int { 14 }

  func draw(on canvas: inout Screen, in area: Rect) {
    guard let form = screen.form else {
      canvas.put(
        screen.failure ?? "reading\(canvas.glyphs.ellipsis)", at: Point(x: 1, y: 0), style: .dim,
        width: area.width - 2)
      return
    }
    canvas.put([Span(" ")] + screen.title, at: area.origin, width: area.width - 1)
    let left = form.fields.filter { form.complaint($0) == FormComplaint.missing }.count
    Rule.draw(
      on: &canvas, in: Rect(x: 0, y: 1, width: area.width, height: 1),
      right: [left == 0 ? "" : "\(left) to fill in", app.viewer.storeNote].filter { !$0.isEmpty }.joined(
        separator: "  "))
    let rows = FormLayout.fieldRows(app.size, screen.remarks(canvas.glyphs).count)
    for (offset, index) in form.fields.indices.dropFirst(screen.top).prefix(rows).enumerated() {
      draw(
        form.fields[index], of: form, isChosen: index == screen.chosen, on: &canvas, y: FormLayout.headRows + offset,
        width: area.width)
    }
    let below = FormLayout.headRows + min(rows, form.fields.count - screen.top)
    drawHint(on: &canvas, in: Rect(x: 0, y: below, width: area.width, height: area.height - below))
  }

  private func draw(
    _ field: FormField<Model.Fields.Purpose>, of form: Model.Fields, isChosen: Bool, on canvas: inout Screen, y: Int,
    width: Int
  ) {
    let sign = isChosen ? canvas.glyphs.current : " "
    canvas.put(" \(sign) ", at: Point(x: 0, y: y), style: .bold)
    if field.kind == .button {
      let text = screen.isSending ? " being written\(canvas.glyphs.ellipsis) " : " \(field.label) "
      canvas.put(text, at: Point(x: 3 + Self.labelWidth, y: y), style: isChosen ? .reverse : .bold)
      return
    }
    canvas.put(field.label, at: Point(x: 3, y: y), style: isChosen ? .bold : .dim, width: Self.labelWidth - 1)
    let complaint = form.complaint(field)
    let isWrong = complaint.map { $0 != FormComplaint.missing && !field.field.isBlank } ?? false
    let words = complaint.map { isWrong || !isChosen ? $0 : "" } ?? ""
    let x = 3 + Self.labelWidth
    let room = max(10, width - x - 1 - (words.isEmpty ? 0 : min(words.displayWidth, max(12, width - x - 24)) + 2))
    switch field.kind {
    case .choice(let choices):
      var spans = choices.flatMap { choice in
        [Span(" \(choice) ", choice == field.text ? (isChosen ? .reverse : .bold) : .dim), Span(" ")]
      }
      if spans.reduce(0, { $0 + $1.text.displayWidth }) > room {
        let place = (choices.firstIndex(of: field.text) ?? 0) + 1
        spans = [Span(" \(field.text) ", isChosen ? .reverse : .bold), Span("  \(place) of \(choices.count)", .dim)]
      }
      canvas.put(spans, at: Point(x: x - 1, y: y), width: room)
    case .text where isChosen:
      field.field.draw(on: &canvas, at: Point(x: x, y: y), width: room, ghost: form.ghost(of: field))
    case .fixed: canvas.put(field.text, at: Point(x: x, y: y), style: .dim, width: room)
    default: canvas.put(field.text, at: Point(x: x, y: y), width: room)
    }
    guard !words.isEmpty else { return }
    canvas.put(
      words, at: Point(x: x + room + 2, y: y), style: isWrong ? Style(foreground: .red) : .dim,
      width: width - x - room - 3)
  }

  private func drawHint(on canvas: inout Screen, in area: Rect) {
    var y = area.y + 1
    let hint = screen.field.map { [FormRemark(text: $0.hint, style: .dim)] } ?? []
    for remark in hint + screen.remarks(canvas.glyphs) {
      for line in remark.text.wrapped(toWidth: area.width - remark.indent - 2) where y < area.maxY {
        canvas.put(line, at: Point(x: remark.indent, y: y), style: remark.style)
        y += 1
      }
    }
  }
}
