import Terminal
import Text
import Workflow

/// Paints a fold: the page above, and below it what would be written and whether it would be committed.
struct FoldDrawing {
  let fold: FoldScreen
  let app: App

  /// Rows for text: all but the title, the facts with their rule, and the footer.
  var pageHeight: Int { max(1, app.size.height - 3 - facts.count) }

  func draw(on screen: inout Screen, in area: Rect) {
    let (top, below) = area.split(bottom: facts.count + 1)
    let views = FoldScreen.View.allCases.map { $0 == fold.view ? "[\($0.rawValue)]" : $0.rawValue }
    let title = "Fold \(LessonWords.names(fold.lessons))\(into)   \(views.joined(separator: " "))"
    fold.page.draw(
      on: &screen, in: top, title: title, empty: fold.failure ?? "reading\(screen.glyphs.ellipsis)", note: count)
    guard fold.preview != nil else { return }
    screen.line(from: below.origin, columns: below.width, style: .dim)
    for (offset, line) in facts.enumerated() {
      screen.put(line.spans, at: Point(x: below.x + 1, y: below.y + 1 + offset), width: below.width - 2)
    }
  }

  private var into: String { fold.preview.map { " into \($0.version.reference)" } ?? "" }

  private var count: String {
    guard let preview = fold.preview else { return "" }
    if fold.isFolding { return "being written" }
    let changes = preview.changes.count
    let byHand = preview.plan.isEditedByHand ? ", by hand" : ""
    let inTheWay = preview.plan.conflicts.count + preview.plan.unproposed.count
    return (inTheWay > 0 ? "\(inTheWay) in the way, " : "") + (changes == 1 ? "1 change" : "\(changes) changes")
      + byHand
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
          ? "none on this machine: the version is made in the store"
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
