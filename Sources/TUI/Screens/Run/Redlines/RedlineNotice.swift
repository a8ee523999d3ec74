import Domain
import Terminal

/// Rule 7 on the run's screen: the checklist's open redlines, in a line above the steps until somebody has read them.
extension RunScreen {
  func openRedlineNotice(_ run: Run, _ app: App) -> [Notice] {
    guard !redlines.isEmpty else { return [] }
    let others = redlines.filter { $0.source.run != number || $0.by != app.viewer.handle }
    let count = redlines.count == 1 ? "1 redline is" : "\(redlines.count) redlines are"
    return [
      Notice(
        id: "redlines \(others.map(\.number.description).joined(separator: ","))",
        title: "\(count) open on this checklist", styled: redlines.map { line($0, run, app) },
        // One's own need not be pointed out.
        isQuiet: others.isEmpty)
    ]
  }

  private func line(_ lesson: Lesson, _ run: Run, _ app: App) -> StyledLine {
    let words = RedlineWords(lesson: lesson, version: run.version)
    return StyledLine(
      [Span("\(words.place(app.glyphs)), ")] + words.proposal + [Span("  (\(words.origin(app, on: number)))", .dim)])
  }
}
