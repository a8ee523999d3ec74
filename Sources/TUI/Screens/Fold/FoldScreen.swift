import Domain
import Store
import Terminal
import Workflow

/// Lessons on their way into a checklist's next version: the page as it would read, what stands in the way, where it is
/// written, and whether git gets a commit.
struct FoldScreen: ScreenModel {
  static let name = ScreenName("fold")

  enum View: String, CaseIterable, Sendable { case page, lines }

  let lessons: [LessonNumber]
  private(set) var preview: FoldPreview?
  var look: FoldLook?
  private(set) var failure: String?
  private(set) var view = View.page
  var target = FoldTarget.itsFile
  var isCommitted = false
  /// The page as somebody wrote it by hand; kept whatever becomes of it.
  private(set) var handwritten: FoldPreview.Handwritten?
  /// Why the page that was written by hand is no good; nil when it is.
  private(set) var complaint: String?
  var isFolding = false
  private(set) var page = TextPage()
  private(set) var stops: [Int] = []
  /// What the page was laid out for; nil when it has to be anew.
  private var laidOut: Layout?
  /// Whether the first change has been put in sight.
  private var hasShownFirst = false

  private struct Layout: Equatable {
    var width: Int
    var view: View
  }

  init(_ lessons: [LessonNumber]) { self.lessons = lessons }

  // MARK: Reading

  mutating func refresh(_ app: inout App) -> [Effect] {
    // What is being written is not looked at anew until it is.
    isFolding ? [] : [app.read(FoldQuestion(lessons: lessons, handwritten: handwritten))] + readLook(&app)
  }

  func readLook(_ app: inout App) -> [Effect] {
    preview.map { [app.read(FoldLookQuestion(checklist: $0.version.reference.checklist, target: target))] } ?? []
  }

  mutating func receive(_ reply: Reply, _ app: inout App) -> [Effect] {
    if let (question, look) = reply.to(FoldLookQuestion.self), question.target == target {
      self.look = look
      if look.noCommit != nil { isCommitted = false }
      return []
    }
    guard let (question, preview) = reply.to(FoldQuestion.self), question.lessons == lessons,
      question.handwritten == handwritten
    else { return [] }
    let isFirst = self.preview == nil
    self.preview = preview
    (failure, complaint, laidOut) = (nil, nil, nil)
    return isFirst ? readLook(&app) : []
  }

  mutating func couldNotRead(_ question: any Question, _ failure: Failure) {
    if let question = question as? FoldLookQuestion, question.target == target {
      look = .failed(because: failure)
      return
    }
    guard let question = question as? FoldQuestion, question.lessons == lessons else { return }
    guard question.handwritten == nil else {
      complaint = failure.words
      return
    }
    // As for a lesson that somebody else has settled meanwhile: there is nothing to fold any more.
    (preview, self.failure, page) = (nil, failure.words, TextPage())
  }

  var isRead: Bool { preview != nil || failure != nil }
  var hasDraft: Bool { handwritten != nil }
  var losesDraft: Bool { hasDraft }

  /// What came back from the editor is looked at as a page; it stays, even if it is none.
  mutating func edited(_ text: String, _ app: inout App) -> [Effect] {
    guard let preview, !isFolding else { return [] }
    handwritten = FoldPreview.Handwritten(
      text: text, base: handwritten?.base ?? preview.plan.latest.reference.number)
    hasShownFirst = false
    return [app.read(FoldQuestion(lessons: lessons, handwritten: handwritten))]
  }

  /// The page that was written by hand has become a version.
  mutating func discard() { handwritten = nil }

  /// What the editor gets: what was written so far, else the page as the lessons make it.
  var editable: String? { handwritten?.text ?? preview?.version.source }

  // MARK: The page

  mutating func settle(_ app: App) {
    guard let preview else { return }
    let layout = Layout(width: app.size.width, view: view)
    if layout != laidOut {
      laidOut = layout
      let width = max(1, app.size.width - 3)
      switch view {
      case .page:
        let laidOut = FoldPage(preview, width: width, glyphs: app.glyphs)
        stops = laidOut.stops
        page.show(laidOut.lines)
      case .lines:
        let laidOut = FoldLines(preview.lines, width: width, glyphs: app.glyphs)
        stops = laidOut.stops
        page.show(laidOut.lines)
      }
      if !hasShownFirst {
        hasShownFirst = true
        lastShown = 0
        page.show(line: stops.first ?? 0)
      }
    }
    page.settle(height: FoldDrawing(fold: self, app: app).pageHeight)
  }

  var filterHint: String { "words to find" }

  var filter: String? {
    get { page.search }
    set { page.find(newValue ?? "") }
  }

  mutating func move(_ movement: Movement, _ app: inout App) -> [Effect]? {
    page.move(movement, height: FoldDrawing(fold: self, app: app).pageHeight)
    return []
  }

  mutating func click(_ mouse: Mouse, _ app: inout App) -> [Effect] {
    page.scroll(by: mouse)
    return []
  }

  func copyable(_ app: App) -> String? { editable }

  mutating func turn() {
    view = view == .page ? .lines : .page
    laidOut = nil
    hasShownFirst = false
    let search = page.search
    page = TextPage()
    page.find(search)
  }

  /// To the next change, and from the last one to the first.
  mutating func showNext() {
    if !page.search.isEmpty { return page.findNext() }
    guard !stops.isEmpty else { return }
    lastShown = (lastShown + 1) % stops.count
    page.show(line: stops[lastShown])
  }

  /// The change that was gone to last.
  private var lastShown = 0

  func draw(on screen: inout Screen, in area: Rect, _ app: App) {
    FoldDrawing(fold: self, app: app).draw(on: &screen, in: area)
  }
}
