import ChecklistFile
import Domain
import Store
import Terminal
import Workflow

/// One checklist: its page as it reads, the versions it went through and why, why each line is there, how each step has
/// fared, and what that suggests.
struct ChecklistScreen: ScreenModel {
  static let name = ScreenName("checklist")

  enum View: String, CaseIterable, Sendable { case page, versions, why, record, advice }

  let checklist: ChecklistName
  /// The version that shows; nil for the latest.
  private(set) var number: Int?
  private(set) var view = View.page
  private(set) var content: ChecklistContent?
  private(set) var record: StepRecord?
  private(set) var failure: String?
  private var texts: [View: TextPane] = [:]
  private var versions = VersionList.pane()
  private var why = WhyList.pane()
  private var steps = RecordList.pane()

  init(_ checklist: ChecklistName) { self.checklist = checklist }

  // MARK: What is read

  mutating func refresh(_ app: inout App) -> [Effect] {
    [app.read(ChecklistQuestion(checklist: checklist, number: number))] + readView(&app)
  }

  /// What the view needs beside the page; it is read when somebody turns to it.
  private func readView(_ app: inout App) -> [Effect] {
    switch view {
    case .page, .versions: []
    case .why: [app.read(BlameQuestion(checklist: checklist, number: number))]
    case .record, .advice: [app.read(StepRecordQuestion(checklist: checklist, number: number))]
    }
  }

  mutating func receive(_ reply: Reply, _ app: inout App) -> [Effect] {
    if let (question, content) = reply.to(ChecklistQuestion.self), isMine(question.checklist, question.number) {
      failure = nil
      self.content = content
      versions.list.replace(content.versions)
      layTexts()
      showRecord()
    } else if let (question, blame) = reply.to(BlameQuestion.self), isMine(question.checklist, question.number) {
      why.list.replace(blame.lines)
    } else if let (question, record) = reply.to(StepRecordQuestion.self), isMine(question.checklist, question.number) {
      self.record = record
      layTexts()
      showRecord()
    } else if let (question, changes) = reply.to(VersionChangesQuestion.self), question.checklist == checklist,
      app.isWanted(question)
    {
      app.show(VersionList.page(changes, app))
    }
    return []
  }

  mutating func couldNotRead(_ question: any Question, _ failure: Failure) {
    switch question {
    case let question as ChecklistQuestion where question.checklist == checklist: self.failure = failure.words
    case let question as BlameQuestion where question.checklist == checklist: why.list.failure = failure.words
    case let question as StepRecordQuestion where question.checklist == checklist: steps.list.failure = failure.words
    default: break
    }
  }

  var isRead: Bool { content != nil || failure != nil }

  private func isMine(_ checklist: ChecklistName, _ number: Int?) -> Bool {
    checklist == self.checklist && number == self.number
  }

  /// What was searched for is kept while the same page is laid out anew.
  private mutating func layTexts() {
    guard let content else { return }
    let record = record
    set(.page) { width, app in ChecklistPage(content.version, width: width, glyphs: app.glyphs).lines }
    set(.advice) { width, _ in AdvicePage.lines(record, content.findings, width: width) }
  }

  private mutating func set(_ view: View, _ lay: @escaping @Sendable (Int, App) -> [StyledLine]) {
    var pane = texts[view] ?? TextPane(lay)
    pane.relay(lay)
    texts[view] = pane
  }

  private mutating func showRecord() {
    guard let content, let record else { return }
    steps.list.replace(RecordList.rows(record, of: content.version))
  }

  // MARK: The pane that shows

  private var pane: any Pane {
    get {
      switch view {
      case .page, .advice: texts[view] ?? TextPane { _, _ in [] }
      case .versions: versions
      case .why: why
      case .record: steps
      }
    }
    set {
      switch newValue {
      case let pane as TextPane: texts[view] = pane
      case let pane as ListPane<VersionSummary>: versions = pane
      case let pane as ListPane<ChecklistBlame.Line>: why = pane
      case let pane as ListPane<StepRow>: steps = pane
      default: break
      }
    }
  }

  var filterHint: String { texts[view] == nil ? "words that stand in the line" : "words to find" }

  var filter: String? {
    get { pane.filter }
    set { pane.filter = newValue ?? "" }
  }

  mutating func move(_ movement: Movement, _ app: inout App) -> [Effect]? {
    pane.move(movement, app)
    return []
  }

  mutating func click(_ mouse: Mouse, _ app: inout App) -> [Effect] {
    pane.click(mouse, app)
    return []
  }

  mutating func settle(_ app: App) { pane.settle(app) }

  /// Two versions are marked to be compared.
  var marks: Int? { view == .versions ? versions.list.marked.count : nil }

  mutating func mark(_ which: Marking, _ app: inout App) -> [Effect] {
    switch which {
    case .selected: versions.list.toggleMark()
    case .all, .none: versions.list.clearMarks()
    }
    return []
  }

  var isSortable: Bool { view == .record }
  mutating func sortByNextColumn() { steps.list.sortByNextColumn() }
  mutating func reverseSort() { steps.list.reverseSort() }

  func copyable(_ app: App) -> String? {
    switch view {
    case .page: content?.version.source
    case .versions: versions.plainText(app)
    case .why: why.plainText(app)
    case .record: steps.plainText(app)
    case .advice: texts[.advice]?.page.lines.map(\.text).joined(separator: "\n")
    }
  }

  func draw(on screen: inout Screen, in area: Rect, _ app: App) {
    let title = content.map { "\($0.version.reference)  \($0.version.title)" } ?? checklist.text
    let views = View.allCases.map { $0 == view ? "[\($0.rawValue)]" : $0.rawValue }.joined(separator: " ")
    let room = max(12, area.width - views.count - 32)
    let head =
      "\(title.displayWidth > room ? title.truncated(toWidth: room, ellipsis: app.glyphs.ellipsis) : title)   \(views)"
    let empty = failure ?? (view == .record ? "No run has come to a step yet." : "reading\(screen.glyphs.ellipsis)")
    pane.draw(on: &screen, in: area, title: head, empty: empty, app)
  }

  // MARK: What the commands do

  mutating func turn(by steps: Int, _ app: inout App) -> [Effect] {
    let all = View.allCases
    let index = all.firstIndex(of: view) ?? 0
    view = all[(index + steps + all.count) % all.count]
    return readView(&app)
  }

  mutating func findNext() {
    texts[view]?.findNext()
  }

  var isSearched: Bool { texts[view] != nil && !pane.filter.isEmpty }

  /// Goes into the selected line: a version's page, why a line is there, how a step has fared.
  mutating func openSelection(_ app: inout App) -> [Effect] {
    switch view {
    case .page, .advice: return []
    case .versions:
      guard let selected = versions.list.selected else { return [] }
      number = selected.reference.number
      view = .page
      texts = [:]
      record = nil
      why = WhyList.pane()
      steps = RecordList.pane()
      return refresh(&app)
    case .why: if let line = why.list.selected { app.show(WhyList.page(line, app)) }
    case .record: if let row = steps.list.selected { app.show(RecordList.page(row, app)) }
    }
    return []
  }

  /// Two marked versions are compared; one with the selected; else the one that shows with what it was made from.
  mutating func showChanges(_ app: inout App) -> [Effect] {
    guard let content else { return [] }
    var question = VersionChangesQuestion(checklist: checklist, to: content.version.reference.number)
    if view == .versions, let selected = versions.list.selected {
      question.to = selected.reference.number
      let others = versions.list.chosen.map(\.reference.number).filter { $0 != question.to }
      if versions.list.marked.count == 2 {
        let both = versions.list.chosen.map(\.reference.number).sorted()
        (question.from, question.to) = (both[0], both[1])
      } else if versions.list.marked.count == 1, let other = others.first {
        (question.from, question.to) = (min(other, question.to), max(other, question.to))
      }
    }
    return [app.ask(question)]
  }
}
