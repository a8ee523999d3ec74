import Domain
import Terminal
import Text

/// Paints a grooming session: the item large, and below it, or beside it where there is room, what was decided last and
/// what comes next.
struct GroomDrawing {
  let groom: GroomScreen
  let app: App

  /// From here on what comes next stands beside the item.
  private static let leastWide = 132
  /// Longer lines are hard to read.
  private static let longestLine = 110

  private static func isWide(_ size: Size) -> Bool { size.width >= leastWide }
  private static func sideWidth(_ size: Size) -> Int { max(48, size.width / 3) }

  /// Rows for the decisions below the item, with their rule.
  private static func logRows(_ size: Size) -> Int {
    isWide(size) ? 0 : size.height < 20 ? 2 : size.height < 30 ? 5 : 9
  }

  static func pageWidth(_ size: Size) -> Int {
    let room = isWide(size) ? size.width - sideWidth(size) - 1 : size.width
    return max(1, min(longestLine, room - 3))
  }

  /// Rows for the item's text: all but the footer, its title, and what stands below.
  static func pageRows(_ size: Size) -> Int { max(1, size.height - 2 - logRows(size)) }

  func draw(on canvas: inout Screen, in area: Rect) {
    if Self.isWide(app.size) {
      let (left, rest) = area.split(left: area.width - Self.sideWidth(app.size) - 1)
      let side = Rect(x: rest.x + 1, y: rest.y, width: rest.width - 1, height: rest.height)
      drawItem(on: &canvas, in: left)
      canvas.line(from: rest.origin, rows: rest.height, style: .dim)
      // With an empty row below.
      let next = min(max(1, upcoming.count), side.height / 2) + 2
      let (top, bottom) = side.split(top: next)
      drawNext(on: &canvas, in: top)
      drawLog(on: &canvas, in: bottom)
    } else {
      let (top, bottom) = area.split(bottom: Self.logRows(app.size))
      drawItem(on: &canvas, in: top)
      drawLog(on: &canvas, in: bottom)
    }
  }

  private var queue: GroomingQueue? { groom.answer?.queue }
  private var upcoming: [GroomingEntry] { queue?.entries.filter { $0.item.number != groom.item?.number } ?? [] }

  private func drawItem(on canvas: inout Screen, in area: Rect) {
    let team = groom.team.map { " \($0)" } ?? ""
    groom.page.draw(
      on: &canvas, in: area, title: "Groom\(team)\(filter)",
      empty: groom.failure ?? "reading\(canvas.glyphs.ellipsis)", note: progress)
  }

  private var filter: String {
    guard let filter = queue?.session?.filter, !filter.isEmpty else { return "" }
    return "  /\(visible(filter))"
  }

  /// `▮▮▯▯▯▯▯▯ 7 of 23`.
  private var progress: String {
    guard let queue, !queue.progress.isEmpty else { return app.viewer.storeNote }
    let bar = app.glyphs.progressBar(
      done: queue.decided, of: queue.decided + queue.waiting, width: app.size.width < 70 ? 6 : 12)
    return "\(bar) \(queue.progress)"
  }

  private func drawNext(on canvas: inout Screen, in area: Rect) {
    let (rule, rows) = area.split(top: 1)
    Rule.draw(on: &canvas, in: rule, left: "Next", right: queue.map { "\($0.moreText) more" } ?? "")
    if upcoming.isEmpty {
      canvas.put("nothing else waits", at: Point(x: rows.x + 1, y: rows.y), style: .dim, width: rows.width - 2)
    }
    let shown = upcoming.prefix(rows.height - 1)
    let width = Self.numberWidth(shown.map(\.item.number))
    for (offset, entry) in shown.enumerated() {
      let reasons = entry.reasons.map(\.rawValue).joined(separator: ", ") + (entry.isPutOff ? ", put off" : "")
      put(
        "\(entry.item.number)".padded(toWidth: width), entry.item.title, reasons, isDimmed: false,
        on: &canvas, in: Rect(x: rows.x, y: rows.y + offset, width: rows.width, height: 1))
    }
  }

  private func drawLog(on canvas: inout Screen, in area: Rect) {
    let (rule, rows) = area.split(top: 1)
    let session = queue?.session.map { session in
      "session \(session.number), begun \(ClockText.time(session.startedAt, app)) by \(session.by)"
    }
    let count = queue.map { $0.decided > 0 ? "Decided \($0.decided)" : "Decided" } ?? "Decided"
    Rule.draw(on: &canvas, in: rule, left: count, right: session ?? "no session yet")
    let log = groom.answer?.log ?? []
    if log.isEmpty {
      canvas.put(
        "nothing yet: the first decision begins a session, which goes on where it stopped whenever you come back",
        at: Point(x: rows.x + 1, y: rows.y), style: .dim, width: rows.width - 2)
    }
    let width = Self.numberWidth(log.prefix(rows.height).map(\.decision.item))
    for (offset, line) in log.prefix(rows.height).enumerated() {
      let who = line.decision.by == app.viewer.handle ? "" : ", \(line.decision.by)"
      put(
        "\(line.decision.item)".padded(toWidth: width), line.title, line.decision.words + who, isDimmed: line.isRemoved,
        on: &canvas, in: Rect(x: rows.x, y: rows.y + offset, width: rows.width, height: 1))
    }
  }

  /// Columns for the numbers and the gap after them.
  private static func numberWidth(_ numbers: [ItemNumber]) -> Int {
    (numbers.map(\.description.count).max() ?? 1) + 2
  }

  /// Number and title on the left, cut where they have to be, and what is said of them on the right.
  private func put(
    _ number: String, _ title: String, _ words: String, isDimmed: Bool, on canvas: inout Screen, in row: Rect
  ) {
    let glyphs = canvas.glyphs
    let words = LessonWords.line(words, most: 200).truncated(toWidth: row.width / 2, ellipsis: glyphs.ellipsis)
    let room = row.width - 2 - words.displayWidth - 2
    canvas.put(
      [Span(number, .dim), Span(LessonWords.line(title, most: 200), isDimmed ? .dim : .plain)],
      at: Point(x: row.x + 1, y: row.y), width: max(0, room))
    canvas.put(words, at: Point(x: row.maxX - 1 - words.displayWidth, y: row.y), style: .dim, width: words.displayWidth)
  }
}

extension GroomingQueue {
  /// `23`, or `1000+` where nobody has counted further.
  var waitingText: String { text(waiting) }
  /// The same, without what is asked about now.
  var moreText: String { text(max(0, waiting - 1)) }

  private func text(_ count: Int) -> String { "\(count)\(waiting >= Self.most ? "+" : "")" }
}
