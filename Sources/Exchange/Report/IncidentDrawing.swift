import Domain
import Text

/// What an incident's timeline looks like when it is drawn to scale: places, and the words at them.
///
/// Values only, so that it can be tested as such, and drawn as a picture or as letters.
struct IncidentDrawing: Hashable, Sendable {
  /// One of the six times: a flag on the axis.
  struct Mark: Hashable, Sendable {
    var kind: IncidentTime
    var at: Instant
    var x: Double
    /// 0 is right above the axis.
    var lane: Int
    var time: String
    var width: Double
  }

  /// From one of the times to another.
  struct Phase: Hashable, Sendable {
    var name: String
    var from: Double
    var until: Double
    /// How long, as in `12m30s`; `so far` where it goes on.
    var words: String
    var isOpen: Bool
  }

  /// When entries of one kind happened.
  struct Row: Hashable, Sendable {
    struct Tick: Hashable, Sendable {
      var x: Double
      var words: Phrase
    }

    var kind: IncidentEntryKind
    var ticks: [Tick]
  }

  struct RunBar: Hashable, Sendable {
    var run: RunNumber
    var kind: IncidentRunKind
    var from: Double
    var until: Double
    /// Whether it was begun before what is drawn, or ended after it.
    var isCutLeft: Bool
    var isCutRight: Bool
    var words: Phrase
    var failures: [Row.Tick]
  }

  static let width = 800.0
  static let left = 96.0
  /// Runs beyond that are told in words.
  static let mostRuns = 12

  var span: DrawnSpan
  var axis: DrawnAxis
  var marks: [Mark]
  var phases: [Phase]
  var rows: [Row]
  var runs: [RunBar]
  /// What lies too far off to be drawn, and whatever else must be said.
  var notes: [Phrase]
  /// The day or days that are shown, and the zone.
  var when: String

  init(_ record: IncidentRecord) {
    let times = record.incident.times
    let clock = record.clock
    let known = IncidentTime.allCases.compactMap { kind in times[kind].map { (kind: kind, at: $0) } }
    var core = known.filter { $0.kind != .closed }.map(\.at)
    if record.incident.state.isActive { core.append(record.now) }
    let begun = record.runs.filter { $0.record.run.progress.startedAt != nil }
    let others =
      record.timeline.events.map(\.at) + [times.closed].compactMap(\.self)
      + begun.flatMap { [$0.record.run.progress.startedAt, $0.record.run.progress.endedAt].compactMap(\.self) }
    let days = Set(core.map { CivilTime($0, in: clock.zone).isoDate })
    func label(_ at: Instant) -> String {
      let civil = CivilTime(at, in: clock.zone)
      return days == [civil.isoDate] ? civil.clock : "\(civil.isoDate.dropFirst(5)) \(civil.clock)"
    }
    func width(_ kind: IncidentTime, _ at: Instant) -> Double {
      Double(max(kind.words.displayWidth, label(at).displayWidth)) * 6.9 + 8
    }
    // To the right of the last pole there is room for the widest label.
    let room = known.map { width($0.kind, $0.at) }.max() ?? 0
    let span = DrawnSpan.around(core, others: others, left: Self.left, right: Self.width - room - 4)
    let drawn = known.filter { span.contains($0.at) }
    let lanes = FlagLanes.lanes(drawn.map { .init(x: span.x($0.at), width: width($0.kind, $0.at)) })
    self.span = span
    axis = DrawnAxis(span, in: clock.zone)
    marks = zip(drawn, lanes).map { time, lane in
      Mark(
        kind: time.kind, at: time.at, x: span.x(time.at), lane: lane, time: label(time.at),
        width: width(time.kind, time.at))
    }
    phases = Self.phases(times, record, span)
    rows = Self.rows(record, span)
    runs = begun.prefix(Self.mostRuns).compactMap { Self.bar($0, record, span) }
    let (first, last) = (CivilTime(span.from, in: clock.zone).isoDate, CivilTime(span.until, in: clock.zone).isoDate)
    when = "\(first == last ? first : "\(first) to \(last)"), \(clock.zoneName)"
    notes = []
    notes = Self.notes(record, span, begun, clock)
  }

  private static func phases(_ times: IncidentTimes, _ record: IncidentRecord, _ span: DrawnSpan) -> [Phase] {
    IncidentSpans.all(times).compactMap { part in
      let end = part.until ?? (record.incident.state.isActive ? record.now : nil)
      guard let from = part.from, let end, from <= end else { return nil }
      let words = ElapsedText.text(end - from) + (part.until == nil ? " so far" : "")
      return Phase(
        name: part.name, from: span.x(span.clamped(from)), until: span.x(span.clamped(end)), words: words,
        isOpen: part.until == nil)
    }
  }

  private static func rows(_ record: IncidentRecord, _ span: DrawnSpan) -> [Row] {
    let entries = record.timeline.events.compactMap { event -> IncidentEntry? in
      if case .entry(let entry) = event, span.contains(entry.at) { entry } else { nil }
    }
    // The six times stand as flags.
    return IncidentEntryKind.allCases.filter { $0 != .time }.compactMap { kind in
      let ticks = entries.filter { $0.kind == kind }.map { entry in
        let time = CivilTime(entry.at, in: record.clock.zone).clockWithSeconds
        return Row.Tick(x: span.x(entry.at), words: "\(own: time) \(own: kind.rawValue), \(entry.by): \(entry.text)")
      }
      return ticks.isEmpty ? nil : Row(kind: kind, ticks: ticks)
    }
  }

  private static func bar(
    _ related: IncidentRecord.RelatedRun, _ record: IncidentRecord, _ span: DrawnSpan
  ) -> RunBar? {
    let run = related.record.run
    guard let start = run.progress.startedAt else { return nil }
    let end = run.progress.endedAt ?? max(start, record.now)
    guard start <= span.until, end >= span.from else { return nil }
    let failures = run.entries.filter { $0.kind == .failed && !run.isWithdrawn($0) && span.contains($0.at) }
    return RunBar(
      run: run.number, kind: related.kind, from: span.x(span.clamped(start)), until: span.x(span.clamped(end)),
      isCutLeft: start < span.from, isCutRight: end > span.until,
      words: "\(RunHeader(record: related.record).title), took \(own: ElapsedText.text(end - start))",
      failures: failures.map { entry in
        let time = CivilTime(entry.at, in: record.clock.zone).clockWithSeconds
        return Row.Tick(
          x: span.x(entry.at), words: "\(own: time) step \(entry.step?.text ?? "") failed: \(entry.reason ?? "")")
      })
  }

  private static func notes(
    _ record: IncidentRecord, _ span: DrawnSpan, _ begun: [IncidentRecord.RelatedRun], _ clock: LocalClock
  ) -> [Phrase] {
    var notes: [Phrase] = []
    if let closed = record.incident.times.closed, !span.contains(closed) {
      notes.append("closed \(own: clock.dateAndTime(closed))")
    }
    let entries = record.timeline.events.filter { event in
      if case .entry(let entry) = event { entry.kind != .time && !span.contains(entry.at) } else { false }
    }
    for (count, side) in [
      (entries.filter { $0.at < span.from }.count, "earlier"), (entries.filter { $0.at > span.until }.count, "later"),
    ] where count > 0 {
      notes.append("\(own: count) \(own: side) \(own: count == 1 ? "entry" : "entries")")
    }
    for (index, related) in begun.enumerated() {
      guard let start = related.record.run.progress.startedAt else { continue }
      if index >= mostRuns {
        notes.append("\(own: begun.count - mostRuns) more of the runs")
        break
      }
      if start < span.from { notes.append("run \(own: related.number) began \(own: clock.dateAndTime(start))") }
      if start > span.until { notes.append("run \(own: related.number) began later, \(own: clock.dateAndTime(start))") }
    }
    return notes
  }

  func masked(by mask: NameMask) -> IncidentDrawing {
    var drawing = self
    for row in rows.indices {
      for tick in rows[row].ticks.indices {
        drawing.rows[row].ticks[tick].words = mask.masked(rows[row].ticks[tick].words)
      }
    }
    for bar in runs.indices {
      drawing.runs[bar].words = mask.masked(runs[bar].words)
      for tick in runs[bar].failures.indices {
        drawing.runs[bar].failures[tick].words = mask.masked(runs[bar].failures[tick].words)
      }
    }
    return drawing
  }
}
