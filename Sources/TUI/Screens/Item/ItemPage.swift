import ChecklistFile
import Domain
import Terminal
import Text

/// An item laid out to be read: its facts, its description, what is to be done and what is in the way, what was said,
/// and how it came to be where it is.
struct ItemPage {
  let content: ItemContent
  let width: Int
  let app: App

  private var item: Item { content.item }
  /// As wide as the longest name needs: what was imported brings its own.
  private var facts: LabelledLines {
    let labels = item.links.map(\.kind.words) + item.extra.map(\.name) + content.comments.map(\.by.text)
    return LabelledLines(width: width, labelWidth: LabelColumn.width(of: labels, atLeast: 15))
  }

  var lines: [StyledLine] {
    SpanWrapping(width: width).lines([Span(item.title, .bold)]) + [StyledLine()] + facing + description + tasks
      + blockers + comments + history
  }

  /// What a list's line has no room for, the facts in few words: for looking at it beside the list.
  var inShort: [StyledLine] {
    let facts = [
      item.owners.isEmpty ? "nobody works on it" : ItemWords.names(item.owners),
      item.requester.map { "asked for by \($0)" },
      item.labels.isEmpty ? nil : item.labels.joined(separator: ", "),
      item.epic.map { "epic \($0)" }, item.due.map { "due \($0)" },
      content.runs.isEmpty ? nil : "runs \(content.runs.map(\.description).joined(separator: ", "))",
      "changed \(ClockText.date(item.updatedAt, app))",
    ].compactMap(\.self)
    return SpanWrapping(width: width).lines([Span(item.title, .bold)])
      + SpanWrapping(width: width).lines([Span(facts.joined(separator: "  \(app.glyphs.bullet)  "), .dim)])
      + blockers + description + tasks + comments
  }

  private var facing: [StyledLine] {
    let facts = facts
    let points = item.points.map { "\($0)" } ?? (item.type == .release ? "takes none" : "not estimated")
    var lines = facts.lines("state", "\(ItemWords.sign(of: item.state, app.glyphs)) \(item.state.rawValue)")
    lines += facts.lines("type", item.type.rawValue) + facts.lines("points", points)
    lines += facts.lines("team", item.team.text)
    lines += facts.lines("owners", item.owners.isEmpty ? "nobody" : ItemWords.names(item.owners))
    if let requester = item.requester { lines += facts.lines("asked for by", requester.text) }
    if !item.labels.isEmpty { lines += facts.lines("labels", item.labels.joined(separator: ", ")) }
    if let epic = item.epic { lines += facts.lines("epic", epic) }
    if let due = item.due { lines += facts.lines("due", due) }
    if !content.runs.isEmpty {
      lines += facts.lines("runs", content.runs.map(\.description).joined(separator: ", "))
    }
    for link in item.links { lines += facts.lines(link.kind.words, target(of: link)) }
    if let source = item.source { lines += facts.lines("imported from", source.text) }
    for field in item.extra { lines += facts.lines(field.name, field.value) }
    return lines + facts.lines("written", ClockText.dateAndTime(item.createdAt, app))
      + facts.lines("changed", ClockText.dateAndTime(item.updatedAt, app))
  }

  private func target(of link: ItemLink) -> String {
    guard let lesson = link.lesson.flatMap({ content.lessons[$0] }) else { return link.target }
    return "\(lesson.number), \(LessonWords.fate(of: lesson)): \(LessonWords.line(lesson.text, most: 200))"
  }

  var description: [StyledLine] {
    guard !item.description.isEmpty else { return [] }
    return heading("Description")
      + MarkdownLines.lines(of: MarkdownPage(item.description), width: width, glyphs: app.glyphs)
  }

  var tasks: [StyledLine] {
    guard !item.tasks.isEmpty else { return [] }
    let done = item.tasks.count(where: \.isDone)
    return heading("Tasks, \(done) of \(item.tasks.count) done")
      + item.tasks.flatMap { signed($0.isDone ? app.glyphs.done : app.glyphs.pending, $0.text) }
  }

  var blockers: [StyledLine] {
    var lines = item.blockers.flatMap { blocker -> [StyledLine] in
      signed(blocker.isResolved ? app.glyphs.done : app.glyphs.warning, blocker.words(content.titles))
    }
    if !content.waiting.isEmpty {
      lines += signed(app.glyphs.bullet, "\(ItemWords.names(content.waiting)) waits for it")
    }
    return lines.isEmpty ? [] : heading("What waits for what") + lines
  }

  var comments: [StyledLine] {
    guard !content.comments.isEmpty else { return [] }
    let facts = facts
    return heading("Comments")
      + content.comments.flatMap { comment in
        facts.lines("\(comment.by)", ClockText.dateAndTime(comment.at, app), .dim)
          + MarkdownLines.lines(of: MarkdownPage(comment.text), width: width, glyphs: app.glyphs)
      }
  }

  private var history: [StyledLine] {
    guard !content.transitions.isEmpty else { return [] }
    let facts = facts
    return heading("How it came here")
      + content.transitions.flatMap { step in
        let run = step.run.map { ", by run \($0)" } ?? ""
        let why = step.reason.map { ": \($0)" } ?? ""
        return facts.lines(
          ClockText.date(step.at, app), "\(step.from.rawValue) to \(step.to.rawValue), \(step.by)\(run)\(why)")
      }
  }

  private func heading(_ text: String) -> [StyledLine] {
    [StyledLine()] + SpanWrapping(width: width).lines([Span(text, Style(bold: true, underline: true))])
  }

  private func signed(_ sign: String, _ text: String) -> [StyledLine] {
    SpanWrapping(width: width, first: [Span("\(sign) ")], rest: [Span("  ")]).lines([Span(text)])
  }
}
