import ChecklistFile
import Domain
import Terminal
import Text
import Workflow

/// A fold laid out to be judged: lessons that stand in the way first, then the page that would be, with a sign before
/// every step that changes.
struct FoldPage {
  private(set) var lines: [StyledLine] = []
  /// Where each thing to look at begins, from the top.
  private(set) var stops: [Int] = []
  private let preview: FoldPreview
  private let width: Int
  private let glyphs: Glyphs

  init(_ preview: FoldPreview, width: Int, glyphs: Glyphs) {
    self.preview = preview
    self.width = max(1, width)
    self.glyphs = glyphs
    addObstacles()
    addPage()
  }

  // MARK: What can't be folded

  private mutating func addObstacles() {
    let plan = preview.plan
    for conflict in plan.conflicts {
      stops.append(lines.count)
      add(heading: conflict.lesson)
      lines +=
        ConflictLines(
          conflict: conflict, latest: plan.latest.reference.number, width: width, glyphs: glyphs
        ).lines
      lines.append(StyledLine())
    }
    for lesson in plan.unproposed {
      stops.append(lines.count)
      add(heading: lesson)
      lines += wrapped([Span("It proposes no edit yet.", Style(foreground: .yellow))]) + [StyledLine()]
    }
    guard !lines.isEmpty else { return }
    lines += wrapped([
      Span("E writes the page by hand, with all of this in sight. Esc goes back: there e proposes anew, x declines.")
    ])
    lines.append(StyledLine(String(repeating: glyphs.horizontal, count: width), .dim))
    lines.append(StyledLine())
  }

  private mutating func add(heading lesson: Lesson) {
    lines += wrapped([Span("Lesson \(lesson.number)  ", .bold), Span(LessonWords.line(lesson.text))])
  }

  // MARK: The page that would be

  private static let margin = "  "

  private mutating func addPage() {
    let plan = preview.plan
    let byStep = Dictionary(grouping: preview.changes.filter { $0.kind != .removed }, by: \.step)
    let texts = byStep.compactMapValues { changes -> [Span]? in
      if let reworded = changes.first(where: { $0.kind == .reworded }) { return reworded.words.spans() }
      return changes.first { $0.kind == .added }.map { [Span($0.new, .added)] }
    }
    let page = ChecklistPage(preview.version, width: max(1, width - Self.margin.count), glyphs: glyphs, texts: texts)
    let places = Dictionary(page.places.map { ($0.step, $0) }, uniquingKeysWith: { first, _ in first })
    let gone = RemovedSteps(preview.changes, from: plan.latest.steps, places: places, end: page.lines.count)
    let begins = Dictionary(page.places.map { ($0.line, $0.step) }, uniquingKeysWith: { first, _ in first })
    let ends = Dictionary(page.places.map { ($0.end, $0.step) }, uniquingKeysWith: { first, _ in first })
    var added: Range<Int>?
    for index in 0...page.lines.count {
      if let step = ends[index], let changes = byStep[step] { addDetails(changes, of: step) }
      for step in gone.before[index] ?? [] { add(removed: step) }
      guard index < page.lines.count else { break }
      var sign: Span?
      if let step = begins[index], let changes = byStep[step] {
        stops.append(lines.count)
        sign = Self.sign(of: changes)
        if changes.contains(where: { $0.kind == .added }), let place = places[step] { added = place.line..<place.end }
      } else if added?.contains(index) == true {
        sign = StepChange.Kind.added.sign
      }
      add(page.lines[index], sign)
    }
    if preview.changes.isEmpty, !preview.lines.isEmpty { addAboutLines() }
  }

  /// What matters most of what has changed about a step.
  private static func sign(of changes: [StepChange]) -> Span {
    let order: [StepChange.Kind] = [.added, .reworded, .attributesChanged, .bodyChanged, .moved]
    return (order.first { kind in changes.contains { $0.kind == kind } } ?? .moved).sign
  }

  private mutating func add(_ line: StyledLine, _ sign: Span?) {
    guard let sign else {
      lines.append(line.spans.isEmpty ? line : StyledLine([Span(Self.margin)] + line.spans))
      return
    }
    lines.append(StyledLine([sign, Span(" ")] + line.spans))
  }

  private mutating func add(removed step: Step) {
    stops.append(lines.count)
    let first = [StepChange.Kind.removed.sign, Span(" ")]
    let number = "\(step.number)".padded(toWidth: 3, alignment: .right)
    lines += SpanWrapping(width: width, first: first, rest: [Span("      ")]).lines([
      Span("\(number) ", .dim), Span("[-\(step.text)-]", .removed),
    ])
    addLessons(carriedBy: step.id)
  }

  /// Which lessons changed the step, where there are several to tell apart.
  private mutating func addLessons(carriedBy step: StepID) {
    guard preview.plan.lessons.count > 1 else { return }
    let numbers = preview.plan.carried.filter { $0.step == step }.map(\.lesson)
    guard !numbers.isEmpty else { return }
    lines.append(StyledLine("      \(LessonWords.names(numbers))", .dim))
  }

  /// What of a step has changed beside its text, below it.
  private mutating func addDetails(_ changes: [StepChange], of step: StepID) {
    for change in changes {
      let words: [Span]
      switch change.kind {
      case .added, .removed, .reworded: continue
      case .moved: words = [Span("moved from \(change.old) to \(change.new)", Style(foreground: .cyan))]
      case .attributesChanged: words = [Span("attributes: ", .dim)] + change.words.spans()
      case .bodyChanged: words = [Span("details: ", .dim)] + change.words.spans()
      }
      lines += SpanWrapping(width: width, first: [Span("      ")], rest: [Span("      ")]).lines(words)
    }
    addLessons(carriedBy: step)
  }

  private mutating func addAboutLines() {
    stops.append(0)
    lines =
      wrapped([Span("No step changes, but other lines of the file do: Tab shows them.", Style(foreground: .yellow))])
      + [StyledLine()] + lines
  }

  private func wrapped(_ spans: [Span]) -> [StyledLine] { SpanWrapping(width: width).lines(spans) }
}

/// Where on the new page the steps that go used to be.
private struct RemovedSteps {
  /// By the index of the line that they stand before.
  private(set) var before: [Int: [Step]] = [:]

  /// - Parameter end: the page's last line and one.
  init(_ changes: [StepChange], from old: [Step], places: [StepID: ChecklistPage.Place], end: Int) {
    let gone = Set(changes.filter { $0.kind == .removed }.map(\.step))
    guard !gone.isEmpty else { return }
    for (index, step) in old.enumerated() where gone.contains(step.id) {
      let section = old.indices.filter { old[$0].section == step.section && !gone.contains(old[$0].id) }
      let last = section.last { $0 < index }.flatMap { places[old[$0].id]?.end }
      let next = section.first { $0 > index }.flatMap { places[old[$0].id]?.line }
      before[last ?? next ?? end, default: []].append(step)
    }
  }
}
