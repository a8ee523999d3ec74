import Domain
import Exchange
import Foundation
import Terminal
import Text

/// One incident, as the pair works on it at three in the morning: what is known of it above, what happened below, and what
/// stands around it beside.
struct IncidentScreen: ScreenModel {
  static let name = ScreenName("incident")

  enum Pane: Hashable, Sendable { case timeline, around }

  let number: IncidentNumber
  private(set) var content: IncidentContent?
  private(set) var failure: String?
  var pane = Pane.timeline
  private(set) var timeline = TimelineList()
  private(set) var around = SectionList<AroundTarget>(.page)
  /// What was searched for on the timeline.
  private var search = ""
  private var isFound = true
  /// Something was written here: what comes of it is shown, wherever one was.
  private(set) var showsOwn = false

  init(_ number: IncidentNumber) { self.number = number }

  var incident: Incident? { content?.incident }
  var zone: TimeZone? { content?.record.clock.zone }
  var isRead: Bool { content != nil || failure != nil }

  mutating func refresh(_ app: inout App) -> [Effect] { [app.read(IncidentQuestion(number: number))] }

  mutating func receive(_ reply: Reply, _ app: inout App) -> [Effect] {
    guard let (question, content) = reply.to(IncidentQuestion.self), question.number == number else { return [] }
    self.content = content
    failure = nil
    timeline.take(content.record.timeline.events)
    if showsOwn {
      showsOwn = false
      let mine = content.record.timeline.entries.filter { $0.by == app.viewer.handle }
      if let last = mine.max(by: { $0.seq < $1.seq }) { timeline.select(.entry(last.seq)) }
    }
    return []
  }

  mutating func couldNotRead(_ question: any Question, _ failure: Failure) {
    if (question as? IncidentQuestion)?.number == number { self.failure = failure.words }
  }

  mutating func wrote(_ write: PendingWrite, _ result: Result<Written, Failure>, _ app: inout App) -> [Effect] {
    if case .success = result, (write.write as? StoreWrite)?.name == noteWrite { showsOwn = true }
    return []
  }

  /// By which it knows what it wrote on the timeline.
  var noteWrite: String { "note on incident \(number)" }

  // MARK: Searching and moving

  var filterHint: String { "words to find on the timeline" }

  var filter: String? {
    get { search }
    set {
      search = newValue ?? ""
      if !search.isEmpty { find(isNext: false) }
    }
  }

  mutating func find(isNext: Bool) {
    guard let content else { return }
    isFound = timeline.find(search, in: { content.text(of: $0) }, isNext: isNext)
  }

  func layout(_ app: App) -> IncidentLayout {
    let rows = content.map { IncidentHeader(content: $0, app: app).lines.count } ?? 1
    return IncidentLayout(app.size, headerRows: rows, pane: pane)
  }

  mutating func move(_ movement: Movement, _ app: inout App) -> [Effect]? {
    let layout = layout(app)
    switch pane {
    case .timeline: timeline.move(movement, height: layout.timelineRows)
    case .around: around.move(movement, page: layout.aroundRows)
    }
    return []
  }

  mutating func settle(_ app: App) {
    guard let content else { return }
    let layout = layout(app)
    if layout.timeline != nil {
      timeline.settle(content, width: layout.timelineWidth, height: layout.timelineRows, app)
    }
    around.settle(AroundRows(content: content, app: app).sections, height: layout.aroundRows)
  }

  /// How long it has lasted stands in its header.
  var settlesWithTime: Bool { false }
  func nextChange(_ app: App) -> Countdown { incident?.state.isActive == true ? .eachMinute(app) : .never }

  mutating func click(_ mouse: Mouse, _ app: inout App) -> [Effect] {
    let layout = layout(app)
    let isOnAround = layout.around?.contains(mouse.point) ?? false
    switch mouse.action {
    case .wheelUp, .wheelDown:
      let lines = mouse.action == .wheelUp ? -1 : 1
      if isOnAround { around.move(.lines(lines), page: 1) } else { timeline.move(.lines(lines), height: 1) }
    case .press(.left):
      if isOnAround, let area = layout.around {
        pane = .around
        if around.press(row: mouse.point.y - area.y - 1) { return openSelection(&app) }
      } else if let area = layout.timeline, area.contains(mouse.point) {
        pane = .timeline
        if timeline.press(row: mouse.point.y - area.y - 1) { return openSelection(&app) }
      }
    default: break
    }
    return []
  }

  /// The event under the cursor, as a line; the whole timeline has the report.
  func copyable(_ app: App) -> String? {
    guard let content else { return nil }
    switch pane {
    case .timeline:
      return timeline.selectedEvent.map { "\($0.at.rfc3339)\t\($0.by)\t\(content.text(of: $0))" }
    case .around: return around.selectedRow.map { "\($0.text)\t\($0.detail)\t\($0.when)" }
    }
  }

  // MARK: Drawing

  func draw(on screen: inout Screen, in area: Rect, _ app: App) {
    guard let content else {
      let words = failure ?? "incident \(number): reading\(screen.glyphs.ellipsis)"
      for (offset, line) in words.wrapped(toWidth: max(1, app.size.width - 2)).enumerated() {
        screen.put(line, at: Point(x: 1, y: offset), style: failure == nil ? .dim : Style(foreground: .red))
      }
      return
    }
    let layout = layout(app)
    IncidentHeader(content: content, app: app).draw(on: &screen, in: layout.header)
    if let place = layout.timeline { drawTimeline(on: &screen, in: place, layout, app) }
    if let place = layout.around {
      let (top, body) = place.split(top: 1)
      let other = layout.isSideBySide ? "" : "\(app.key(of: "incident.pane")) shows the timeline"
      Rule.draw(on: &screen, in: top, left: "around it", right: other, isStrong: pane == .around)
      SectionDrawing(list: around, isActive: pane == .around).draw(on: &screen, in: body)
    }
    if layout.isSideBySide, let place = layout.around {
      screen.line(from: Point(x: place.x - 1, y: place.y + 1), rows: place.height - 1, style: .dim)
      screen.put(screen.glyphs.teeTop, at: Point(x: place.x - 1, y: place.y), style: .dim)
    }
  }

  private func drawTimeline(on screen: inout Screen, in area: Rect, _ layout: IncidentLayout, _ app: App) {
    let (top, body) = area.split(top: 1)
    let found = search.isEmpty ? "" : isFound ? "/\(search)  " : "/\(search) is not in it  "
    let place = timeline.events.isEmpty ? "" : "\(timeline.selectedIndex + 1) of \(timeline.events.count)"
    Rule.draw(
      on: &screen, in: top, left: "timeline", right: found + place, isStrong: pane == .timeline)
    timeline.draw(on: &screen, in: body, isActive: pane == .timeline)
  }
}

extension IncidentTimeline {
  /// The incident's own.
  var entries: [IncidentEntry] {
    events.compactMap { event in if case .entry(let entry) = event { entry } else { nil } }
  }
}

extension IncidentContent {
  /// What an event says, in one text without who and when.
  func text(of event: IncidentEvent) -> String {
    switch event {
    case .entry(let entry):
      let evidence = entry.evidence.map { " \($0.health?.rawValue ?? "") \($0.kind.rawValue) \($0.name) \($0.text)" }
      return "\(entry.kind.rawValue) \(entry.text)" + evidence.joined()
    case .run(let number, let entry):
      return "run \(number) " + RunEntryWords.text(entry, in: record.run(number)?.run)
    }
  }
}
