import Domain
import Exchange
import Terminal
import Text

/// Where the parts of a figure are.
enum FigureLayout {
  /// The rule with the title, and the heads of the columns.
  static let headRows = 2
  /// Before the names of the matrix.
  static let margin = 1

  /// Lines below the figure for what is selected in words, without their rule.
  static func detailRows(_ size: Size) -> Int { size.height < 20 ? 3 : size.height < 40 ? 4 : 6 }
  /// Rows for the figure itself: all but the heads, the details, and the footer.
  static func rows(_ size: Size) -> Int { max(1, size.height - headRows - detailRows(size) - 2) }
  static func matrixWidth(_ size: Size) -> Int { max(1, size.width - 2 * margin) }
}

/// Paints a figure, and below it what is selected in words.
struct FigureDrawing {
  let screenModel: DutyFiguresScreen
  let app: App

  func draw(on screen: inout Screen, in area: Rect) {
    let lines = FigureDetails(screenModel: screenModel, app: app).lines(width: area.width - 2)
    let spare = max(0, FigureLayout.rows(app.size) - rowCount)
    let room = FigureLayout.detailRows(app.size)
    let (figure, below) = area.split(bottom: max(room, min(lines.count, room + spare)) + 1)
    drawFigure(on: &screen, in: figure)
    drawTitle(on: &screen, in: area.split(top: 1).top)
    guard screenModel.isRead, !isEmpty else { return }
    draw(lines, on: &screen, in: below)
  }

  /// How many rows of the figure show at most: where they are few, there is more room below.
  private var rowCount: Int {
    switch screenModel.kind {
    case .matrix: screenModel.matrix.rows.count
    case .load: screenModel.loads.visible.count
    case .coverage: screenModel.coverages.visible.count
    case .call: screenModel.calls.visible.count
    }
  }

  private func drawTitle(on screen: inout Screen, in row: Rect) {
    let names = DutyFiguresScreen.Kind.allCases.map { $0 == screenModel.kind ? "[\($0.rawValue)]" : $0.rawValue }
    let filter = screenModel.filter ?? ""
    let state = [
      filter.isEmpty ? "" : "/\(filter)", screenModel.kind == .load ? screenModel.period.rawValue : "",
      row.width < 76 ? "" : "team \(screenModel.team)",
    ].filter { !$0.isEmpty }
    Rule.draw(
      on: &screen, in: row, left: "Figures  \(names.joined(separator: " "))", right: state.joined(separator: "  "),
      isStrong: true)
  }

  private var isEmpty: Bool {
    switch screenModel.answer?.figures {
    case nil: true
    case .matrix(let matrix, _): matrix.people.isEmpty
    case .load(let load): load.fairness.loads.isEmpty
    case .coverage(let coverage): coverage.members.isEmpty || coverage.lines.isEmpty
    case .call(let orders): orders.isEmpty
    }
  }

  private func drawFigure(on screen: inout Screen, in area: Rect) {
    if let words {
      for (offset, line) in words.wrapped(toWidth: max(1, area.width - 4)).prefix(max(0, area.height - 2)).enumerated()
      {
        screen.put(line, at: Point(x: area.x + 2, y: area.y + 2 + offset), style: .dim)
      }
      return
    }
    switch screenModel.kind {
    case .matrix:
      let body = area.split(top: 1).rest
      screenModel.matrix.draw(
        on: &screen,
        in: Rect(
          x: body.x + FigureLayout.margin, y: body.y, width: FigureLayout.matrixWidth(app.size), height: body.height))
    case .load: draw(screenModel.loads, on: &screen, in: area)
    case .coverage: draw(screenModel.coverages, on: &screen, in: area)
    case .call: draw(screenModel.calls, on: &screen, in: area)
    }
  }

  private func draw<Row>(_ list: RowList<Row>, on screen: inout Screen, in area: Rect) {
    ListDrawing(list: list, position: "", empty: "", app: app).draw(on: &screen, in: area)
  }

  /// What stands there while there is no figure.
  private var words: String? {
    if let failure = screenModel.failure { return "\(failure). \(app.key(of: "app.redraw")) reads again." }
    guard screenModel.answer != nil else { return "reading\(app.glyphs.ellipsis)" }
    if screenModel.kind == .matrix, screenModel.matrix.rows.isEmpty, !screenModel.matrix.columns.isEmpty {
      return "Nobody matches /\(screenModel.matrix.filter). Esc shows all."
    }
    guard isEmpty else { return nil }
    let team = screenModel.team
    switch screenModel.kind {
    case .matrix, .load:
      return
        "Nobody is in the rotation of team \(team) yet: \(app.key(of: "duties.roster")) on its duties puts people into it."
    case .coverage: return "Nobody is in the rotation yet, or there is no checklist that the team could know."
    case .call:
      return "No component is known yet: `prodpair pair component add NAME HANDLE... --team \(team)` says whom to call."
    }
  }

  private func draw(_ lines: [StyledLine], on screen: inout Screen, in area: Rect) {
    Rule.draw(on: &screen, in: area.split(top: 1).top)
    let room = area.split(top: 1).rest
    let isWhole = lines.count <= room.height
    for (offset, line) in lines.prefix(isWhole ? room.height : room.height - 1).enumerated() {
      screen.put(line.spans, at: Point(x: room.x + 1, y: room.y + offset), width: room.width - 2)
    }
    guard !isWhole else { return }
    let more = lines.count - room.height + 1
    screen.put(
      "\(more) line\(more == 1 ? "" : "s") more: \(app.key(of: "list.plain")) shows all",
      at: Point(x: room.x + 1, y: room.maxY - 1), style: .dim, width: room.width - 2)
  }
}
