import Domain
import Terminal

/// The events of a timeline, of which one is selected: laid out for a width, scrolled, and followed at its end.
struct TimelineList: Sendable {
  /// The same event has the same id from one reading to the next.
  enum EventID: Hashable, Sendable {
    case entry(Int)
    case run(RunNumber, Int)

    init(_ event: IncidentEvent) {
      switch event {
      case .entry(let entry): self = .entry(entry.seq)
      case .run(let number, let entry): self = .run(number, entry.seq)
      }
    }
  }

  /// A line as it shows: of an event, or the day that begins above one.
  struct Line: Sendable {
    /// By its place among the events; nil for a day.
    var event: Int?
    var line: StyledLine
  }

  private(set) var events: [IncidentEvent] = []
  private(set) var lines: [Line] = []
  private(set) var selected: EventID?
  private(set) var top = 0
  private var laidOut: Layout?

  private struct Layout: Equatable {
    var width: Int
    /// Which day it is decides what times look like.
    var today: String
    var reading: Int
  }

  private var readings = 0

  var selectedIndex: Int { events.lastIndex { EventID($0) == selected } ?? max(0, events.count - 1) }
  var selectedEvent: IncidentEvent? { events.indices.contains(selectedIndex) ? events[selectedIndex] : nil }
  var isAtEnd: Bool { events.isEmpty || selectedIndex == events.count - 1 }

  /// Takes the events as they are now. Whoever was at the end stays there, as more is written.
  mutating func take(_ new: [IncidentEvent]) {
    let follows = isAtEnd
    events = new
    if follows || !events.contains(where: { EventID($0) == selected }) { selected = events.last.map { EventID($0) } }
    readings += 1
  }

  mutating func select(_ id: EventID) { selected = id }

  mutating func select(_ index: Int) {
    guard !events.isEmpty else { return }
    selected = EventID(events[max(0, min(index, events.count - 1))])
  }

  /// Goes on to the next event, from the selected one, that has all the words in it.
  mutating func find(_ words: String, in matches: (IncidentEvent) -> String, isNext: Bool) -> Bool {
    let match = WordMatch(words)
    let start = selectedIndex + (isNext ? 1 : 0)
    let order = Array(events.indices.dropFirst(start)) + Array(events.indices.prefix(start))
    guard let hit = order.first(where: { match.matches(matches(events[$0])) }) else { return false }
    select(hit)
    return true
  }

  mutating func move(_ movement: Movement, height: Int) {
    switch movement {
    case .lines(let lines): select(selectedIndex + lines)
    case .pages(let pages): select(selectedIndex + pages * max(1, height / 2))
    case .first: select(0)
    case .last: select(events.count - 1)
    }
  }

  /// - Parameter row: from the first that shows.
  /// - Returns: whether it was selected already, so that it is meant to be opened.
  mutating func press(row: Int) -> Bool {
    let index = top + row
    guard row >= 0, lines.indices.contains(index), let event = lines[index].event else { return false }
    if event == selectedIndex { return true }
    select(event)
    return false
  }

  mutating func settle(_ content: IncidentContent, width: Int, height: Int, _ app: App) {
    let layout = Layout(width: width, today: ClockText.date(app.now, app), reading: readings)
    if layout != laidOut {
      laidOut = layout
      lay(content, width: width, app)
    }
    let chosen = selectedIndex
    let first = lines.firstIndex { $0.event == chosen } ?? 0
    let end = (lines.lastIndex { $0.event == chosen } ?? 0) + 1
    // What is longer than the window shows from its beginning.
    top = ScrollWindow.first(top, showing: first..<min(end, first + max(1, height)), of: lines.count, height: height)
  }

  private mutating func lay(_ content: IncidentContent, width: Int, _ app: App) {
    let layout = TimelineLines(content: content, app: app, width: width)
    lines = []
    var day = ""
    for (index, event) in events.enumerated() {
      let date = ClockText.date(event.at, app)
      if date != day {
        day = date
        lines.append(Line(event: nil, line: StyledLine(date, .dim)))
      }
      lines += layout.lines(of: event).map { Line(event: index, line: $0) }
    }
  }

  func draw(on screen: inout Screen, in area: Rect, isActive: Bool) {
    let chosen = selectedIndex
    // Of an entry of several lines the first one that shows.
    var isMarked = false
    for (offset, line) in lines.dropFirst(top).prefix(area.height).enumerated() {
      let row = Rect(x: area.x, y: area.y + offset, width: area.width - 1, height: 1)
      screen.put(line.line.spans, at: Point(x: row.x + 2, y: row.y), width: max(0, row.width - 2))
      guard line.event == chosen, !isMarked else { continue }
      isMarked = true
      screen.put(screen.glyphs.current, at: row.origin, style: isActive ? .bold : .dim)
      if isActive { screen.select(row) }
    }
    screen.scrollBar(
      at: Point(x: area.maxX - 1, y: area.y), rows: area.height, first: top, total: lines.count, style: .dim)
  }
}
