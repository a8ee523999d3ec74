import Domain
import Exchange
import Terminal
import Text

/// Lays one event of a timeline out: when, a sign and a word for what it is, who, and what they said.
///
///     02:41  ? hypothesis   ana  the drain is too small for what the apps write now
struct TimelineLines {
  let content: IncidentContent
  let app: App
  let width: Int

  private var timeline: IncidentTimeline { content.record.timeline }
  private static let timeWidth = 5
  /// The longest word, observation, and two columns behind it.
  private static let wordWidth = 13
  /// Below this the words are not set in a column of their own.
  private static let roomy = 66

  private var isRoomy: Bool { width >= Self.roomy }

  func lines(of event: IncidentEvent) -> [StyledLine] {
    switch event {
    case .entry(let entry): lines(of: entry)
    case .run(let number, let entry): lines(of: entry, in: number)
    }
  }

  private func lines(of entry: IncidentEntry) -> [StyledLine] {
    let isWrong = timeline.isCorrected(entry)
    var text: [Span] = []
    if let target = entry.target { text.append(Span("instead of entry \(target): ", .dim)) }
    text.append(Span(entry.text, isWrong ? .dim : entry.kind == .change ? .dim : .plain))
    if let by = timeline.corrections[entry.seq] {
      text.insert(Span("wrong, entry \(by) is right: ", Style(foreground: .yellow)), at: 0)
    }
    let lines = laid(
      at: entry.at, sign: IncidentWords.sign(of: entry.kind, app.glyphs), word: entry.kind.rawValue,
      style: isWrong ? .dim : IncidentWords.style(of: entry.kind), by: entry.signature,
      text: text + late(entry.at, entry.written))
    return lines + EvidenceLines(evidence: entry.evidence, width: width, margin: margin, glyphs: app.glyphs).lines
  }

  private func lines(of entry: Entry, in number: RunNumber) -> [StyledLine] {
    let run = content.record.run(number)?.run
    let isFailure = entry.kind == .failed
    return laid(
      at: entry.at, sign: isFailure ? app.glyphs.failed : app.glyphs.current, word: "run \(number)",
      style: isFailure ? Style(foreground: .red) : .dim, by: entry.signature,
      text: [Span(RunEntryWords.text(entry, in: run))] + late(entry.at, entry.written))
  }

  private var margin: Int { Self.timeWidth + 2 + (isRoomy ? 2 + Self.wordWidth : 2) }

  private func laid(
    at: Instant, sign: String, word: String, style: Style, by: Signature, text: [Span]
  ) -> [StyledLine] {
    let shown = isRoomy ? LabelColumn.padded(word, toWidth: Self.wordWidth) : "\(word)  "
    let who = by.isOneself ? by.by.text : "\(by.by) (at \(by.login))"
    return SpanWrapping(
      width: width,
      first: [Span(ClockText.clock(at, app), .dim), Span("  "), Span("\(sign) ", style)]
        + (isRoomy ? [Span(shown, style)] : []),
      rest: [Span(String(repeating: " ", count: margin))]
    ).lines((isRoomy ? [] : [Span(shown, style)]) + [Span("\(who)  ", .dim)] + text)
  }

  /// What was written down well after it happened says so.
  private func late(_ at: Instant, _ written: Instant) -> [Span] {
    written - at >= .seconds(60) ? [Span("  (written \(ClockText.time(written, app)))", .dim)] : []
  }
}

/// What an entry of a run says on the timeline of an incident, in a line.
enum RunEntryWords {
  static func text(_ entry: Entry, in run: Run?) -> String {
    let step = entry.step.map { id -> String in
      guard let run, let step = run.steps.first(where: { $0.id == id }) else { return "\(id) " }
      return "step \(step.number) \(LessonWords.line(FilledText.line(step, run), most: 48)): "
    }
    if let command = command(entry) { return (step ?? "") + command }
    var words = (step ?? "") + entry.kind.rawValue.replacing("-", with: " ")
    if let section = entry.section { words += " \(section.rawValue)" }
    if let subject = entry.subject { words += " \(subject)" }
    if let evidence = entry.evidence { words += " \(evidence.name)" }
    let said = entry.reason ?? entry.value.flatMap { entry.kind == .runPlanned || entry.kind == .runMoved ? nil : $0 }
    return words + (said.map { ": \($0)" } ?? "")
  }

  /// What became of a step's command, as in `end of execution 12: exit 1 after 3s`; nil for other entries.
  private static func command(_ entry: Entry) -> String? {
    let what = entry.value ?? "a command"
    return switch entry.kind {
    case .commandStarted: "began \(what)"
    case .commandStopped: "asked for a stop of \(what)"
    case .commandEnded: "end of \(what)"
    default: nil
    }
  }
}

/// Evidence below its entry: what is sick beside what is healthy, where there is room for both.
struct EvidenceLines {
  let evidence: [IncidentEvidence]
  let width: Int
  let margin: Int
  let glyphs: Terminal.Glyphs

  private static let leastColumn = 20
  /// Of a log so many lines show; Enter shows all.
  static let mostLines = 6

  var lines: [StyledLine] {
    let sick = evidence.filter { $0.health == .sick }
    let healthy = evidence.filter { $0.health == .healthy }
    let column = (width - margin - 3) / 2
    guard !sick.isEmpty, !healthy.isEmpty, column >= Self.leastColumn else {
      return evidence.flatMap { stacked($0) }
    }
    let left = sick.flatMap { lines(of: $0, width: column) }
    let right = healthy.flatMap { lines(of: $0, width: column) }
    let beside = (0..<max(left.count, right.count)).map { index in
      let one = left.indices.contains(index) ? left[index] : StyledLine()
      let other = right.indices.contains(index) ? right[index].spans : []
      let space = String(repeating: " ", count: max(0, column - one.displayWidth))
      return StyledLine(
        [Span(indent)] + one.spans + [Span(space), Span(" \(glyphs.vertical) ", .dim)] + other)
    }
    return beside + evidence.filter { $0.health == nil }.flatMap { stacked($0) }
  }

  private var indent: String { String(repeating: " ", count: min(margin, max(0, width - Self.leastColumn))) }

  private func stacked(_ one: IncidentEvidence) -> [StyledLine] {
    lines(of: one, width: max(8, width - indent.count)).map { StyledLine([Span(indent)] + $0.spans) }
  }

  private func lines(of one: IncidentEvidence, width: Int) -> [StyledLine] {
    let health = one.health.map { "\($0.rawValue) " } ?? ""
    let style: Style =
      switch one.health {
      case .sick: Style(foreground: .red)
      case .healthy: Style(foreground: .green)
      case nil: .plain
      }
    let head = [Span("\(health)\(one.kind.rawValue) ", style)]
    switch one.kind {
    case .metric:
      return SpanWrapping(width: width, rest: [Span("  ")]).lines(
        head + [Span(one.name), Span(" = "), Span(one.text, .bold)])
    case .file:
      let facts = one.file.map { ", \($0.size) bytes, SHA-256 \($0.sha256.prefix(12))" } ?? ""
      return SpanWrapping(width: width, rest: [Span("  ")]).lines(head + [Span(one.name), Span(facts, .dim)])
    case .log:
      let rows = one.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      let bar = Span("\(glyphs.vertical) ", .dim)
      let shown = rows.prefix(Self.mostLines).map { row in
        StyledLine([bar, Span(visible(row).truncated(toWidth: max(1, width - 2), ellipsis: glyphs.ellipsis), .command)])
      }
      let more =
        rows.count > Self.mostLines
        ? [StyledLine([bar, Span("and \(rows.count - Self.mostLines) lines more", .dim)])] : []
      return SpanWrapping(width: width, rest: [Span("  ")]).lines(head + [Span(one.name)]) + shown + more
    }
  }
}
