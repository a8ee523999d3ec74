import ChecklistFile
import Domain
import Store
import Terminal
import Text

/// One checklist: its page as it reads, the versions it went through and why, and what lint says of it.
struct ChecklistScreen: ScreenModel {
  static let name = ScreenName("checklist")

  enum View: String, CaseIterable, Sendable { case page, versions, lint }

  let checklist: ChecklistName
  /// The version whose page and lint show; nil for the latest.
  private(set) var number: Int?
  private(set) var view = View.page
  private(set) var content: ChecklistContent?
  private(set) var failure: String?
  private var page = TextPage()
  private var versions = RowList<VersionSummary>(VersionColumns.all) { "\($0.reference) \($0.author) \($0.reason)" }
  /// What the page was laid out for.
  private var laidOut: Layout?

  private struct Layout: Equatable {
    var width: Int
    var view: View
    var version: VersionReference
  }

  init(_ checklist: ChecklistName) { self.checklist = checklist }

  mutating func refresh(_ app: inout App) -> [Effect] {
    [app.read(ChecklistQuestion(checklist: checklist, number: number))]
  }

  mutating func receive(_ reply: Reply, _ app: inout App) -> [Effect] {
    guard let (question, content) = reply.to(ChecklistQuestion.self), question.checklist == checklist,
      question.number == number
    else { return [] }
    failure = nil
    laidOut = nil
    self.content = content
    versions.replace(content.versions)
    return []
  }

  mutating func couldNotRead(_ question: any Question, _ failure: Failure) {
    if (question as? ChecklistQuestion)?.checklist == checklist { self.failure = failure.words }
  }

  mutating func settle(_ app: App) {
    versions.settle(height: max(1, app.size.height - 4), app)
    guard let content else { return }
    let layout = Layout(width: app.size.width, view: view, version: content.version.reference)
    if layout != laidOut {
      laidOut = layout
      lay(out: content, app)
    }
    page.settle(height: TextPage.rows(app.size))
  }

  private mutating func lay(out content: ChecklistContent, _ app: App) {
    switch view {
    case .page:
      let laidOut = ChecklistPage(content.version, width: app.size.width - 3, glyphs: app.glyphs)
      page.show(laidOut.lines)
    case .lint: page.show(lintLines(content, width: app.size.width - 2))
    case .versions: break
    }
  }

  private func lintLines(_ content: ChecklistContent, width: Int) -> [TextPage.Line] {
    if content.findings.isEmpty { return [TextPage.Line("Lint finds nothing to say.", .dim)] }
    return content.findings.flatMap { finding -> [TextPage.Line] in
      let head = "line \(finding.line)  \(finding.rule.rawValue)"
      let text = "\(finding.what): \(finding.why)".wrapped(toWidth: max(10, width - 2)).map { TextPage.Line("  \($0)") }
      return [TextPage.Line(head, Style(foreground: .yellow, bold: true))] + text + [TextPage.Line("")]
    }
  }

  var filterHint: String { "words to find" }

  var isRead: Bool { content != nil || failure != nil }

  var filter: String? {
    get { view == .versions ? versions.filter : page.search }
    set { if view == .versions { versions.narrow(to: newValue ?? "") } else { page.find(newValue ?? "") } }
  }

  mutating func move(_ movement: Movement, _ app: inout App) -> [Effect]? {
    guard view == .versions else {
      page.move(movement, height: TextPage.rows(app.size))
      return []
    }
    switch movement {
    case .lines(let lines): versions.select(versions.selectedIndex + lines)
    case .pages(let pages): versions.select(versions.selectedIndex + pages * max(1, app.size.height - 5))
    case .first: versions.select(0)
    case .last: versions.select(versions.visible.count - 1)
    }
    return []
  }

  mutating func click(_ mouse: Mouse, _ app: inout App) -> [Effect] {
    guard view == .versions else {
      page.scroll(by: mouse)
      return []
    }
    switch mouse.action {
    case .wheelUp: return move(.lines(-3), &app) ?? []
    case .wheelDown: return move(.lines(3), &app) ?? []
    case .press(.left) where mouse.point.y >= 2: versions.select(versions.top + mouse.point.y - 2)
    default: break
    }
    return []
  }

  func copyable(_ app: App) -> String? {
    switch view {
    case .page: content?.version.source
    case .versions: versions.selected.map { "\($0.reference)\t\($0.author)\t\($0.reason)" }
    case .lint: content.map { $0.findings.map(\.text).joined(separator: "\n") }
    }
  }

  func draw(on screen: inout Screen, in area: Rect, _ app: App) {
    let title = content.map { "\($0.version.reference)  \($0.version.title)" } ?? checklist.text
    let views = View.allCases.map { $0 == view ? "[\($0.rawValue)]" : $0.rawValue }.joined(separator: " ")
    let head = "\(title)   \(views)"
    let empty = failure ?? "reading\(screen.glyphs.ellipsis)"
    guard view == .versions, content != nil else {
      page.draw(on: &screen, in: area, title: head, empty: empty, note: app.viewer.storeNote)
      return
    }
    let position = "\(versions.selectedIndex + 1) of \(versions.visible.count)"
    ListDrawing(list: versions, position: position, empty: "", app: app).draw(on: &screen, in: area)
    Rule.draw(on: &screen, in: area.split(top: 1).top, left: head, right: position, isStrong: true)
  }

  private mutating func turn(to view: View) -> [Effect] {
    self.view = view
    page = TextPage()
    laidOut = nil
    return []
  }

  private mutating func turn(by steps: Int) -> [Effect] {
    let all = View.allCases
    let index = all.firstIndex(of: view) ?? 0
    return turn(to: all[(index + steps + all.count) % all.count])
  }

  /// The page of the version that is selected in the list.
  private mutating func openVersion(_ app: inout App) -> [Effect] {
    guard let selected = versions.selected else { return [] }
    number = selected.reference.number
    return turn(to: .page) + refresh(&app)
  }

  private mutating func showChanges(_ app: inout App) -> [Effect] {
    guard let content else { return [] }
    let version = content.version
    var lines = [Reader.Line("\(version.reference), by \(version.author) on \(ClockText.date(version.madeAt, app))")]
    lines.append(Reader.Line(version.reason.isEmpty ? "no reason was given" : version.reason, .bold))
    lines.append(Reader.Line(""))
    lines +=
      content.changes.isEmpty
      ? [Reader.Line(version.parent == nil ? "This is the first version." : "No step differs.")]
      : content.changes.map { Reader.Line($0.summary) }
    app.show(Reader("What changed in \(version.reference)", lines))
    return []
  }

  static let commands: [Command] = [
    .on(
      ChecklistScreen.self, "checklist.view", ["Tab", "Right"], "Turn to the page, the versions, lint", label: "view",
      rank: 10
    ) {
      screen, _ in screen.turn(by: 1)
    },
    .on(
      ChecklistScreen.self, "checklist.view-back", ["S-Tab", "Left"], "Turn to the view before", label: "view before"
    ) {
      screen, _ in screen.turn(by: -1)
    },
    .on(
      ChecklistScreen.self, "checklist.open", ["Enter"], "Read the selected version", label: "open", rank: 20,
      matters: { screen, _ in screen.view == .versions },
      when: { screen, _ in screen.view == .versions ? .yes : .no("Tab turns to the versions first") }
    ) { $0.openVersion(&$1) },
    .on(
      ChecklistScreen.self, "checklist.next", ["]"], "Next line with what was searched for", label: "next hit",
      rank: 25,
      matters: { screen, _ in screen.view != .versions && screen.filter?.isEmpty == false },
      when: { screen, _ in
        screen.view != .versions && screen.filter?.isEmpty == false ? .yes : .no("/ searches a page first")
      }
    ) { screen, _ in
      screen.page.findNext()
      return []
    },
    .on(
      ChecklistScreen.self, "checklist.changes", ["d"], "Read what this version changed, and why", label: "changes",
      rank: 30, when: { screen, _ in screen.content == nil ? .no("it is not read yet") : .yes }
    ) { $0.showChanges(&$1) },
    .on(ChecklistScreen.self, "checklist.new", ["n"], "Start a run by the latest version", label: "new run", rank: 40) {
      screen, app in app.open(StartScreen(checklist: screen.checklist))
    },
  ]
}

/// A version, the versions beside it, what it changed, and what lint says of it.
struct ChecklistContent: Sendable {
  var version: ChecklistVersion
  var versions: [VersionSummary]
  var changes: [StepChange]
  var findings: [LintFinding]
}

private struct ChecklistQuestion: Question {
  var checklist: ChecklistName
  var number: Int?
  var topic: String { checklist.text }

  func answer(from backend: any Backend) throws -> ChecklistContent {
    try backend.onStore { store, _, _ in
      try store.read { reader in
        let version = try reader.version(of: checklist, number: number)
        let parent = try version.parent.map { try reader.version(of: checklist, number: $0) }
        return ChecklistContent(
          version: version, versions: try reader.versions(of: checklist),
          changes: parent.map { VersionDiff(from: $0.steps, to: version.steps).changes } ?? [],
          findings: Lint.findings(bytes: Array(version.source.utf8), fileName: checklist.text))
      }
    }
  }
}

extension VersionSummary: Identifiable {
  public var id: Int { reference.number }
}

enum VersionColumns {
  static let all: [Column<VersionSummary>] = [
    Column("version") { row, _, _ in Span("v\(row.reference.number)", .bold) },
    Column("made") { row, app, _ in Span(ClockText.dateAndTime(row.madeAt, app), .dim) },
    Column("by", expendable: 0) { row, _, _ in Span(row.author.text) },
    Column("why", isFlexible: true) { row, _, _ in Span(row.reason.replacing("\n", with: " ")) },
  ]
}
