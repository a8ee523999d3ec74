import Domain
import Terminal
import Text

/// Where the parts of the grid are.
enum DutyWeeksLayout {
  /// The title, its rule, and the row with the weeks.
  static let headRows = 3
  static let teamWidth = 14
  private static let leastCell = 13

  /// Rows for the teams: all but the head, the line about what is selected, and the footer.
  static func rows(_ size: Size) -> Int { max(1, size.height - headRows - 2) }
  static func weeks(_ size: Size) -> Int { max(1, (size.width - teamWidth - 3) / (leastCell + 1)) }
  static func cellWidth(_ size: Size) -> Int { (size.width - teamWidth - 3) / weeks(size) - 1 }
  static func x(of week: Int, _ size: Size) -> Int { teamWidth + 2 + week * (cellWidth(size) + 1) }

  /// The week in a column of the screen; nil to the left of the first.
  static func week(at x: Int, _ size: Size) -> Int? {
    let offset = x - teamWidth - 2
    return offset < 0 ? nil : min(offset / (cellWidth(size) + 1), weeks(size) - 1)
  }
}

/// Paints the grid of teams and weeks.
struct DutyWeeksDrawing {
  let weeks: DutyWeeksScreen
  let app: App

  func draw(on screen: inout Screen, in area: Rect) {
    TitleBar.draw(on: &screen, in: area.split(top: 1).top, app)
    let rows = weeks.rows
    let filter = weeks.filter ?? ""
    Rule.draw(
      on: &screen, in: Rect(x: area.x, y: area.y + 1, width: area.width, height: 1),
      left: filter.isEmpty ? "Duties by week" : "Duties by week  /\(filter)",
      right: rows.isEmpty ? "" : "\(weeks.selected + 1) of \(rows.count)", isStrong: true)
    drawHeads(on: &screen, in: area)
    let height = DutyWeeksLayout.rows(app.size)
    for (offset, row) in rows.dropFirst(weeks.top).prefix(height).enumerated() {
      draw(
        row, at: area.y + DutyWeeksLayout.headRows + offset, isSelected: weeks.top + offset == weeks.selected, &screen)
    }
    screen.scrollBar(
      at: Point(x: area.maxX - 1, y: area.y + DutyWeeksLayout.headRows), rows: height, first: weeks.top,
      total: rows.count, style: .dim)
    drawFoot(on: &screen, in: area)
  }

  private func drawHeads(on screen: inout Screen, in area: Rect) {
    let width = DutyWeeksLayout.cellWidth(app.size)
    screen.put("team", at: Point(x: area.x + 2, y: area.y + 2), style: .dim, width: DutyWeeksLayout.teamWidth - 1)
    for index in 0..<DutyWeeksLayout.weeks(app.size) {
      let isNow = weeks.first + index == 0
      let date = ClockText.date(weeks.edge(weeks.first + index, app), app)
      let text = isNow ? "this week" : String(weeks.isFar(index, app) ? date[...] : date.dropFirst(5))
      screen.put(
        text, at: Point(x: DutyWeeksLayout.x(of: index, app.size), y: area.y + 2),
        style: isNow ? Style(bold: true) : .dim, width: width)
    }
  }

  private func draw(_ row: DutyWeeks.Row, at y: Int, isSelected: Bool, _ screen: inout Screen) {
    let width = DutyWeeksLayout.cellWidth(app.size)
    let cells = row.cells.prefix(DutyWeeksLayout.weeks(app.size))
    let isWrong = cells.contains { !$0.problems.isEmpty }
    screen.put(isWrong ? screen.glyphs.warning : " ", at: Point(x: 0, y: y), style: Style(foreground: .yellow))
    screen.put(
      row.team.text, at: Point(x: 2, y: y), style: isSelected ? Style(bold: true) : .plain,
      width: DutyWeeksLayout.teamWidth - 1)
    for (index, cell) in cells.enumerated() {
      let place = Rect(x: DutyWeeksLayout.x(of: index, app.size), y: y, width: width, height: 1)
      screen.put(Self.text(cell), at: place.origin, style: style(cell, index), width: width)
      if isSelected, weeks.first + index == weeks.week { screen.select(place) }
    }
  }

  private func style(_ cell: DutyWeeks.Cell, _ index: Int) -> Style {
    if cell.duties.isEmpty { return .dim }
    if cell.duties.contains(where: \.isGap) { return Style(foreground: .red) }
    if !cell.problems.isEmpty { return Style(foreground: .yellow) }
    if cell.duties.contains(where: { $0.people.contains(app.viewer.handle) }) { return Style(foreground: .cyan) }
    return weeks.first + index < 0 ? .dim : .plain
  }

  /// `ana+bo`, with how many more duties there are; `!` before it where something is wrong.
  static func text(_ cell: DutyWeeks.Cell) -> String {
    // The longest: of a week that a plan began in, not the hour before its first hand-over.
    guard let first = cell.duties.max(by: { $0.window.milliseconds < $1.window.milliseconds }) else { return "-" }
    let more = cell.duties.count > 1 ? " (\(cell.duties.count))" : ""
    return (cell.problems.isEmpty ? "" : "!") + pair(first) + more
  }

  private static func pair(_ duty: PlannedDuty) -> String {
    duty.people.isEmpty
      ? "nobody" : duty.people.count == 1 ? "\(duty.people[0])+?" : duty.people.map(\.text).joined(separator: "+")
  }

  /// What is selected, in full; or why nothing is.
  private func drawFoot(on screen: inout Screen, in area: Rect) {
    let y = area.y + area.height - 1
    var words = weeks.failure.map { "\($0). \(app.key(of: "app.redraw")) reads again." } ?? ""
    if let row = weeks.row, let cell = weeks.cell {
      let duties = cell.duties.map { duty in
        "\(ClockText.day(duty.window.start, app)) to \(ClockText.day(duty.window.end, app)) \(Self.pair(duty))"
      }
      let told = duties.isEmpty ? ["nobody is planned"] : duties
      words = "\(row.team): " + (cell.problems.map(\.description) + told).joined(separator: "; ")
    } else if weeks.failure == nil {
      words =
        weeks.weeks == nil
        ? "reading\(screen.glyphs.ellipsis)"
        : weeks.filter?.isEmpty == false ? "Nothing matches. Esc shows all." : "There is no team yet."
    }
    screen.put(words, at: Point(x: area.x + 1, y: y), style: .dim, width: area.width - 2)
  }
}

extension DutyWeeksScreen {
  /// Whether a week is in another year than this one, so that its year is told.
  func isFar(_ index: Int, _ app: App) -> Bool {
    ClockText.date(edge(first + index, app), app).prefix(4) != ClockText.date(app.now, app).prefix(4)
  }
}
