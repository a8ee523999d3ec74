import Domain
import Exchange
import Foundation
import Host
import Store
import Terminal

/// One retro, as it is held: the cursor goes from part to part, and a key writes there.
struct RetroScreen: ScreenModel {
  static let name = ScreenName("retro")

  let subject: RetroSubject
  private(set) var record: RetroRecord?
  /// Whom one may name.
  private(set) var people: [Handle] = []
  private(set) var failure: String?
  private(set) var hasRead = false
  private(set) var rows: [RetroRow] = []
  private(set) var selected: RetroPart = .people
  private(set) var top = 0
  /// Whether what shows follows the cursor; not while one scrolls through a part that is longer than the screen.
  private var follows = true
  /// What the rows were laid out for; nil when they have to be anew.
  private var laidOut: Layout?
  /// What was sent to the editor.
  private var editing: RetroPart?
  /// What came back from it and could not be written.
  private var unsaved: (part: RetroPart, text: String)?

  private struct Layout: Hashable {
    var width: Int
    var isRoomy: Bool
  }

  init(of retro: RetroNumber) { subject = .retro(retro) }
  /// The retro of an incident; where there is none, Enter opens one.
  init(ofIncident incident: IncidentNumber) { subject = .incident(incident) }

  var retro: Retro? { record?.retro }
  var zone: TimeZone? { record?.clock.zone }
  var isRead: Bool { hasRead || failure != nil }
  var hasDraft: Bool { unsaved != nil }
  /// How late it is.
  var settlesWithTime: Bool { true }

  mutating func refresh(_ app: inout App) -> [Effect] { [app.read(RetroRecordQuestion(subject: subject))] }

  mutating func receive(_ reply: Reply, _ app: inout App) -> [Effect] {
    guard let (question, answer) = reply.to(RetroRecordQuestion.self), question.subject == subject else { return [] }
    let isFirst = record == nil
    (record, people) = (answer.record, answer.people)
    (failure, hasRead, laidOut) = (nil, true, nil)
    // One comes to answer: the first question that is open.
    if isFirst, let record { selected = record.openQuestions.first.map { .question($0) } ?? .people }
    return []
  }

  mutating func couldNotRead(_ question: any Question, _ failure: Failure) {
    if (question as? RetroRecordQuestion)?.subject == subject { self.failure = failure.words }
  }

  mutating func wrote(_ write: PendingWrite, _ result: Result<Written, Failure>, _ app: inout App) -> [Effect] {
    guard let name = (write.write as? StoreWrite)?.name else { return [] }
    if case .success = result, name == RetroChanges.edited { unsaved = nil }
    // What was refused is shown beside what stands there.
    return refresh(&app)
  }

  // MARK: Moving

  static func height(_ size: Size) -> Int { max(1, size.height - 2) }
  /// Longer lines are hard to read on a wall.
  static func width(_ size: Size) -> Int { max(20, min(size.width - 4, 124)) }

  /// The parts in the order of the page.
  private var parts: [RetroPart] { rows.compactMap { $0.isHead ? $0.part : nil } }

  /// The rows of a part; what it has is one stretch, but for decisions in between.
  private func stretch(of part: RetroPart) -> Range<Int> {
    guard let first = rows.firstIndex(where: { $0.part == part && $0.isHead }) else { return 0..<0 }
    var end = first + 1
    while end < rows.count, !rows[end].isHead, rows[end].part == part { end += 1 }
    return first..<end
  }

  mutating func move(_ movement: Movement, _ app: inout App) -> [Effect]? {
    let (parts, height) = (parts, Self.height(app.size))
    guard let place = parts.firstIndex(of: selected) else { return [] }
    switch movement {
    case .lines(let lines):
      if scroll(lines, height) { return [] }
      selected = parts[max(0, min(parts.count - 1, place + lines))]
    case .pages(let pages):
      let row = stretch(of: selected).lowerBound + pages * max(1, height - 1)
      let next = parts.last { stretch(of: $0).lowerBound <= max(0, row) } ?? selected
      selected = next == selected ? parts[max(0, min(parts.count - 1, place + pages.signum()))] : next
    case .first: selected = parts.first ?? selected
    case .last: selected = parts.last ?? selected
    }
    follows = true
    return []
  }

  /// Within a part that does not fit.
  private mutating func scroll(_ lines: Int, _ height: Int) -> Bool {
    let stretch = stretch(of: selected)
    let isBelow = lines > 0 && stretch.upperBound > top + height
    let isAbove = lines < 0 && stretch.lowerBound < top && stretch.upperBound > top
    guard isBelow || isAbove else { return false }
    top = max(0, min(top + lines * max(1, height / 2), rows.count - height))
    follows = false
    return true
  }

  mutating func settle(_ app: App) {
    guard let record else { return }
    let width = Self.width(app.size)
    let layout = Layout(width: width, isRoomy: RetroLayout.isRoomy(app))
    if laidOut != layout {
      laidOut = layout
      let before = parts
      rows = RetroLayout(record: record, width: width, app: app).rows
      keepCursor(before)
    }
    let height = Self.height(app.size)
    guard follows else {
      top = max(0, min(top, rows.count - height))
      return
    }
    var shown = stretch(of: selected)
    // With the first part what stands above it, with the last what stands below, and with any part its heading.
    let lead = selected == parts.first ? 0 : max(0, shown.lowerBound - 1)
    let end = selected == parts.last ? rows.count : shown.upperBound
    shown = lead..<min(end, lead + height)
    top = ScrollWindow.first(top, showing: shown, of: rows.count, height: height)
  }

  /// Where the part is gone, the one that took its place.
  private mutating func keepCursor(_ before: [RetroPart]) {
    let parts = parts
    guard !parts.contains(selected) else { return }
    let place = before.firstIndex(of: selected) ?? 0
    selected = parts[max(0, min(place, parts.count - 1))]
    follows = true
  }

  mutating func click(_ mouse: Mouse, _ app: inout App) -> [Effect] {
    switch mouse.action {
    case .wheelUp: top = max(0, top - 3)
    case .wheelDown: top = max(0, min(top + 3, rows.count - Self.height(app.size)))
    case .press(.left):
      let index = top + mouse.point.y - 1
      guard mouse.point.y >= 1, rows.indices.contains(index), let part = rows[index].part else { return [] }
      if part == selected { return change(&app) }
      (selected, follows) = (part, true)
      return []
    default: return []
    }
    follows = false
    return []
  }

  func copyable(_ app: App) -> String? { record.map { RetroMarkdown.page($0) } }

  // MARK: Writing

  mutating func change(_ app: inout App) -> [Effect] {
    guard let record else {
      guard case .incident(let incident) = subject else { return [] }
      return RetroOpening.open(incident, &app)
    }
    return RetroChanges.change(selected, record, people, &app)
  }

  mutating func edit(_ app: inout App) -> [Effect] {
    guard let record, let text = selected.text(in: record.retro.content) else { return [] }
    editing = selected
    let mine = unsaved.flatMap { $0.part == selected ? $0.text : nil }
    return [.terminal(.edit(mine ?? text))]
  }

  mutating func edited(_ text: String, _ app: inout App) -> [Effect] {
    guard let record, let part = editing else { return [] }
    unsaved = (part, text.trimmed)
    return RetroChanges.write(text.trimmed, to: part, record, named: RetroChanges.edited, &app)
  }

  func draw(on screen: inout Screen, in area: Rect, _ app: App) {
    RetroDrawing(retro: self, app: app).draw(on: &screen, in: area)
  }
}
