import Domain
import Terminal

/// The item that is asked about, laid out to be decided upon: what it is, why it is asked about, what is in the way,
/// and what was said last.
struct GroomPage {
  let answer: GroomQuestion.Answer
  let width: Int
  let app: App

  /// So many comments stand here; the item's page has all.
  private static let lastComments = 3

  var lines: [StyledLine] {
    guard let entry = answer.entry, let content = answer.content else { return nothing }
    var recent = content
    recent.comments = Array(content.comments.suffix(Self.lastComments))
    let page = ItemPage(content: recent, width: width, app: app)
    return SpanWrapping(width: width).lines([Span("\(entry.item.number)  \(entry.item.title)", .bold)])
      + FactRows(width: width).lines(facts(content)) + [StyledLine()] + why(entry, content)
      + waits(entry, content, page) + page.description + page.tasks + page.comments
  }

  private var nothing: [StyledLine] {
    guard let team = answer.team, let queue = answer.queue else {
      return wrapped("There is no team yet: \(app.key(of: "go.teams")) makes one.")
    }
    guard let session = queue.session else {
      return wrapped("Nothing in the backlog of team \(team.name) needs a decision.")
    }
    let count = queue.decided == 1 ? "1 item is" : "\(queue.decided) items are"
    return wrapped(
      "Nothing needs a decision any more: \(count) decided. \(app.key(of: "groom.finish")) ends session \(session.number)."
    )
  }

  private func wrapped(_ text: String) -> [StyledLine] { SpanWrapping(width: width).lines([Span(text)]) }

  private func facts(_ content: ItemContent) -> [Span] {
    let item = content.item
    let points = item.points.map { $0 == 1 ? "1 point" : "\($0) points" } ?? "not estimated"
    let state = "\(ItemWords.sign(of: item.state, app.glyphs)) \(item.state.rawValue)"
    var facts = [
      Span(item.type.rawValue, ItemWords.style(of: item.type)), Span(state, ItemWords.style(of: item.state)),
    ]
    if item.type != .release { facts.append(Span(points)) }
    facts.append(Span(item.owners.isEmpty ? "nobody's" : ItemWords.names(item.owners)))
    if let due = item.due { facts.append(Span("due \(due)")) }
    if !item.labels.isEmpty { facts.append(Span(item.labels.joined(separator: ", "), .dim)) }
    if let epic = item.epic { facts.append(Span("epic \(epic)", .dim)) }
    if let requester = item.requester { facts.append(Span("asked for by \(requester)", .dim)) }
    facts.append(Span("written \(ClockText.date(item.createdAt, app))", .dim))
    if let run = content.runs.last { facts.append(Span("carried by run \(run)", .dim)) }
    return facts
  }

  /// The reasons, and below two of them what they are about.
  private func why(_ entry: GroomingEntry, _ content: ItemContent) -> [StyledLine] {
    guard let rules = answer.queue?.rules else { return [] }
    let style = Style(foreground: .yellow, bold: true)
    var lines = entry.reasons.flatMap { reason -> [StyledLine] in
      let sentence = reason.sentence(of: entry.facts, rules)
      let more: String? =
        switch reason {
        case .rejected: content.transitions.last { $0.to == .rejected }.flatMap(rejection)
        case .blocked: ": " + blockers(content)
        case .unestimated: "; a digit gives one: \(rules.settings.scale.map(String.init).joined(separator: " "))"
        default: nil
        }
      return SpanWrapping(width: width, first: [Span("\(app.glyphs.warning) ", style)], rest: [Span("  ")])
        .lines([Span(sentence, style)] + (more.map { [Span($0)] } ?? []))
    }
    if entry.isPutOff { lines += wrapped("\(app.glyphs.deferred) it was put off, and all else is decided") }
    return lines
  }

  private func rejection(_ step: ItemTransition) -> String? { step.reason.map { "; \(step.by): \($0)" } }

  /// What is in the way, each in a few words.
  private func blockers(_ content: ItemContent) -> String {
    content.item.blockers.filter { !$0.isResolved }.map { blocker in
      let item = blocker.itemNumber.map { number in
        "item \(number)" + (content.titles[number].map { " (\(LessonWords.line($0, most: 80)))" } ?? "")
      }
      return [item, blocker.text.isEmpty ? nil : blocker.text].compactMap(\.self).joined(separator: ": ")
    }.joined(separator: "; ")
  }

  /// All that waits, where the reasons have not said it.
  private func waits(_ entry: GroomingEntry, _ content: ItemContent, _ page: ItemPage) -> [StyledLine] {
    entry.reasons.contains(.blocked) && content.waiting.isEmpty ? [] : page.blockers
  }
}
