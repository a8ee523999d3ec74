import Terminal
import Text
import Workflow

/// Paints a fold: what would be written and whether it would be committed, and below it the page. Above, so that no message
/// covers it.
struct FoldDrawing {
  let fold: FoldScreen
  let app: App

  /// Rows for text: all but the title, the facts, the rule below them, and the footer.
  var pageHeight: Int { max(1, app.size.height - 3 - facts.count) }

  func draw(on screen: inout Screen, in area: Rect) {
    let facts = fold.preview == nil ? [] : facts
    let (head, below) = area.split(top: facts.count + 1)
    Rule.draw(
      on: &screen, in: head.split(top: 1).top, left: "Fold \(LessonWords.names(fold.lessons))\(into)", right: count,
      isStrong: true)
    for (offset, line) in facts.enumerated() {
      screen.put(line.spans, at: Point(x: head.x + 1, y: head.y + 1 + offset), width: head.width - 2)
    }
    let views = FoldScreen.View.allCases.map { $0 == fold.view ? "[\($0.rawValue)]" : $0.rawValue }
    fold.page.draw(
      on: &screen, in: below, title: views.joined(separator: " "),
      empty: fold.failure ?? "reading\(screen.glyphs.ellipsis)", note: app.viewer.storeNote)
  }

  private var into: String { fold.preview.map { " into \($0.version.reference)" } ?? "" }

  private var count: String {
    guard let preview = fold.preview else { return "" }
    if fold.isFolding { return "being written" }
    let changes = preview.changes.count
    let byHand = preview.plan.isEditedByHand ? ", by hand" : ""
    let inTheWay = preview.plan.conflicts.count + preview.plan.unproposed.count
    let parts = [
      inTheWay > 0 ? "\(inTheWay) in the way" : "",
      changes > 0 || inTheWay == 0 ? changes == 1 ? "1 change" : "\(changes) changes" : "",
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: ", ") + byHand
  }

  /// The file and the commit, in as many lines as it takes to read why not, but few.
  private var facts: [StyledLine] {
    let lines = LabelledLines(width: max(1, app.size.width - 2), labelWidth: 8)
    return [("file", fileFact), ("commit", commitFact)].flatMap { label, fact in
      lines.lines(label, [fact]).prefix(Self.mostLines)
    }
  }

  private static let mostLines = 3

  private static let warning = Style(foreground: .yellow)

  private var fileFact: Span {
    if let complaint = fold.complaint {
      return Span("\(app.glyphs.warning) \(app.key(of: "fold.edit")) has what you wrote: \(complaint)", Self.warning)
    }
    guard let look = fold.look else { return Span("looking\(app.glyphs.ellipsis)", .dim) }
    if let obstacle = look.obstacle { return Span("\(app.glyphs.warning) \(FoldError.words(obstacle))", Self.warning) }
    guard let path = look.path else {
      return Span(
        look.paths.isEmpty
          ? "none here: the version is made in the store"
          : "none is written: the version is made in the store")
    }
    return Span(path)
  }

  private var commitFact: Span {
    guard let look = fold.look else { return Span("") }
    if look.obstacle != nil { return Span("none", .dim) }
    let words = look.commitWords(isWanted: fold.isCommitted, key: app.key(of: "fold.commit"))
    return Span(words, look.noCommit == nil ? fold.isCommitted ? .bold : .plain : .dim)
  }
}
