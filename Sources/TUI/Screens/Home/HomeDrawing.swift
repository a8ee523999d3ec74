import Domain
import Terminal
import Text

/// Where things are on the first screen.
enum HomeLayout {
  /// The title and the rule with the column heads.
  static let headRows = 3

  /// Rows for the list: all but the head and the footer.
  static func listHeight(_ size: Size) -> Int { max(1, size.height - headRows - 1) }
}

struct HomeDrawing {
  let home: HomeScreen
  let app: App

  func draw(on screen: inout Screen, in area: Rect) {
    drawTitle(on: &screen, in: area.split(top: 1).top)
    let index = home.selection
    let position =
      home.count == 0 ? "" : "\(index + 1) of \(home.count)\(home.list == .runs && home.hasMoreRuns ? "+" : "")"
    let filter = home.filterText.isEmpty ? "" : "/\(home.filterText)  "
    Rule.draw(on: &screen, in: Rect(x: 0, y: 1, width: area.width, height: 1), right: filter + position)
    let table = home.list == .checklists ? checklistTable(screen.glyphs) : runTable(screen.glyphs)
    let widths = table.widths(in: area.width - 2)
    put(table.head, widths, on: &screen, y: 2, style: .dim)
    let list = Rect(x: 0, y: HomeLayout.headRows, width: area.width, height: area.height - HomeLayout.headRows)
    for (offset, row) in table.rows.dropFirst(home.top).prefix(list.height).enumerated() {
      put(row, widths, on: &screen, y: list.y + offset)
      if home.top + offset == index {
        screen.restyle(Rect(x: 0, y: list.y + offset, width: area.width, height: 1)) { $0.reverse = true }
      }
    }
    if table.rows.isEmpty { drawEmpty(on: &screen, in: list) }
  }

  private func drawTitle(on screen: inout Screen, in row: Rect) {
    func tab(_ title: String, _ count: Int?, more: Bool, isOn: Bool) -> [Span] {
      let number = count.map { " \($0)\(more ? "+" : "")" } ?? ""
      return [Span(" \(title)\(number) ", isOn ? Style(bold: true, underline: true) : .dim), Span("  ")]
    }
    var spans = [Span(" prodpair  ", .bold)]
    spans += tab("Checklists", home.checklists?.count, more: false, isOn: home.list == .checklists)
    spans += tab("Runs", home.runs?.count, more: home.hasMoreRuns, isOn: home.list == .runs)
    screen.put(spans, at: row.origin)
    let who = (app.viewer.personalStore.map { "personal store \($0)  " } ?? "") + app.viewer.handle.text
    let room = row.width - spans.reduce(0) { $0 + $1.text.displayWidth } - 1
    let shown = who.truncated(toWidth: max(0, room), ellipsis: screen.glyphs.ellipsis)
    let style: Style = app.viewer.personalStore == nil ? .dim : Style(foreground: .yellow)
    screen.put(shown, at: Point(x: row.maxX - shown.displayWidth - 1, y: 0), style: style)
  }

  private func put(_ cells: [Span], _ widths: [Int], on screen: inout Screen, y: Int, style: Style? = nil) {
    var x = 1
    for (cell, width) in zip(cells, widths) where width > 0 {
      screen.put(cell.text, at: Point(x: x, y: y), style: style ?? cell.style, width: width)
      x += width + 2
    }
  }

  private func drawEmpty(on screen: inout Screen, in list: Rect) {
    let isRead = home.list == .checklists ? home.checklists != nil : home.runs != nil
    let text =
      !isRead
      ? "reading…"
      : !home.filterText.isEmpty
        ? "nothing matches /\(home.filterText); Esc shows all"
        : home.list == .checklists
          ? "There is no checklist yet: bring one in with `prodpair checklist import FILE`."
          : "There was no run yet: Tab shows the checklists, and Enter there starts one."
    for (offset, line) in text.wrapped(toWidth: list.width - 4).enumerated() {
      screen.put(line, at: Point(x: 2, y: list.y + 1 + offset), style: .dim)
    }
  }
}

/// A table of spans whose last wide column gives way first.
struct ListTable {
  var head: [Span]
  var rows: [[Span]]
  /// The column that takes what is left.
  var flexible: Int
  /// Columns that are left away where there is no room, the first one first.
  var expendable: [Int]

  /// The columns' widths so that all of them, two apart, fit; 0 for one that is left away.
  func widths(in room: Int) -> [Int] {
    var widths = head.indices.map { column in
      ([head] + rows.prefix(200)).map { $0[column].text.displayWidth }.max() ?? 0
    }
    let least = min(widths[flexible], 24)
    func used() -> Int { widths.reduce(0) { $0 + ($1 > 0 ? $1 + 2 : 0) } - 2 - widths[flexible] }
    for column in expendable where used() + least > room { widths[column] = 0 }
    widths[flexible] = max(4, min(widths[flexible], room - used()))
    return widths
  }
}

extension HomeDrawing {
  private func checklistTable(_ glyphs: Glyphs) -> ListTable {
    let rows = home.visibleChecklists.map { list -> [Span] in
      let last = list.lastRun.map { "run \($0.number) \($0.state.rawValue)" } ?? "never run"
      return [
        Span(list.name.text), Span("v\(list.version)"), Span(list.title), Span("\(list.stepCount)"),
        Span(list.deploy ?? "", .dim), Span(list.team?.text ?? "", .dim),
        Span(last, list.lastRun.map { style(of: $0.state) } ?? .dim),
      ]
    }
    let head = ["checklist", "version", "title", "steps", "deploy", "team", "last run"].map { Span($0) }
    return ListTable(head: head, rows: rows, flexible: 2, expendable: [5, 4, 3])
  }

  private func runTable(_ glyphs: Glyphs) -> ListTable {
    let rows = home.visibleRuns.map { run -> [Span] in
      let when = run.startedAt ?? run.plan?.at
      return [
        Span("\(StateSigns.sign(of: run.state, glyphs)) \(run.number)", style(of: run.state)),
        Span(run.state.rawValue + (run.isRehearsal ? " rehearsal" : ""), style(of: run.state)),
        Span(run.version.description), Span(run.environment), Span(run.artifact.description),
        Span(run.pair.map(\.text).joined(separator: "+")),
        Span(when.map { ClockText.dateAndTime($0, app) } ?? "", .dim),
        Span(run.state == .planned ? "" : "\(run.settled)/\(run.active)"),
      ]
    }
    let head = ["  run", "state", "checklist", "where", "artifact", "pair", "began", "steps"].map { Span($0) }
    return ListTable(head: head, rows: rows, flexible: 4, expendable: [6, 7, 5])
  }

  private func style(of state: RunState) -> Style {
    switch state {
    case .running: Style(foreground: .cyan)
    case .paused: Style(foreground: .yellow)
    case .completed, .completedExceptDeferred: Style(foreground: .green)
    case .aborted, .rolledBack: Style(foreground: .red)
    case .planned: .plain
    case .cancelled: .dim
    }
  }
}
