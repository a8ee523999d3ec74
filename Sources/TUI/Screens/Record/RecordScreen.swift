import Domain
import Exchange
import Store
import Terminal
import Text
import Workflow

/// A run's record in full: everything that was written on it, as it is printed and kept.
struct RecordScreen: TextPageScreen {
  static let name = ScreenName("record")

  let number: RunNumber
  private(set) var record: RunRecord?
  private(set) var failure: String?
  var page = TextPage()
  /// The lines for one width; the record is long and does not change while one scrolls.
  private var width = 0

  init(_ number: RunNumber) { self.number = number }

  mutating func refresh(_ app: inout App) -> [Effect] { [app.read(RecordQuestion(number: number))] }

  mutating func receive(_ reply: Reply, _ app: inout App) -> [Effect] {
    guard let (question, record) = reply.to(RecordQuestion.self), question.number == number else { return [] }
    self.record = record
    failure = nil
    width = 0
    return []
  }

  mutating func couldNotRead(_ question: any Question, _ failure: Failure) {
    if (question as? RecordQuestion)?.number == number { self.failure = failure.words }
  }

  mutating func settle(_ app: App) {
    if let record, width != app.size.width {
      width = app.size.width
      let text = RunText.text(record, glyphs: app.glyphs == .ascii ? .ascii : .unicode, width: width - 2)
      page.show(text.split(separator: "\n", omittingEmptySubsequences: false).map { TextPage.Line(String($0)) })
    }
    page.settle(height: TextPage.rows(app.size))
  }

  var isRead: Bool { record != nil || failure != nil }

  func copyable(_ app: App) -> String? { record.map { RunMarkdown.page($0) } }

  func draw(on screen: inout Screen, in area: Rect, _ app: App) {
    let title = record.map { "Run \($0.run.number), the record  \($0.run.version.reference)" } ?? "Run \(number)"
    page.draw(
      on: &screen, in: area, title: title, empty: failure ?? "reading\(screen.glyphs.ellipsis)",
      note: app.viewer.storeNote)
  }

  static let commands: [Command] = [
    .on(RecordScreen.self, "record.run", ["Enter"], "Open the run itself", label: "the run", rank: 10) { screen, app in
      app.isBelow(RunScreen.self) { $0.number == screen.number } ? app.back() : app.open(RunScreen(screen.number))
    },
    nextHitCommand(rank: 20),
    .on(
      RecordScreen.self, "record.export", ["X"], "Write the record to a file, as a Markdown page", label: "export",
      rank: 40
    ) { screen, app in Export.ask([screen.number], &app) },
    .on(
      RecordScreen.self, "record.copy", ["y"], "Copy the record as one Markdown page", label: "copy", rank: 30,
      when: { screen, _ in screen.record == nil ? .no("it is not read yet") : .yes }
    ) { screen, app in screen.copyable(app).map { [.terminal(.copy($0))] } ?? [] },
  ]
}

private struct RecordQuestion: Question {
  var number: RunNumber
  var topic: String { "\(number)" }

  func answer(from backend: any Backend) throws -> RunRecord {
    try backend.onStore { store, _, now in try RunRecords.record(of: number, in: store, at: now) }
  }
}
