import Domain
import Foundation
import Store
import Terminal

/// A grooming session: one item after the other that needs a decision, why, and a key for each decision.
///
/// All that there is of it is in the store, so whoever comes back goes on where it stopped.
struct GroomScreen: TextPageScreen {
  static let name = ScreenName("groom")

  private(set) var answer: GroomQuestion.Answer?
  private(set) var failure: String?
  var page = TextPage()
  private var chosenTeam: TeamName?
  /// A decision was written, and what comes next is not read yet.
  private var isDeciding = false
  /// It was said already that somebody was faster.
  private var isTold = false
  /// What the page was laid out for.
  private var laidOut: Layout?

  private struct Layout: Hashable {
    var width: Int
    var item: ItemNumber?
  }

  init(_ team: TeamName? = nil) { chosenTeam = team }

  var entry: GroomingEntry? { answer?.entry }
  var item: ItemLine? { entry?.item }
  var team: TeamName? { answer?.team?.name }
  var zone: TimeZone? { answer?.team?.zone }
  var isRead: Bool { (answer != nil || failure != nil) && !isDeciding }

  // MARK: Reading

  mutating func refresh(_ app: inout App) -> [Effect] {
    [app.read(GroomQuestion(team: chosenTeam, showing: isDeciding ? nil : item?.number))]
  }

  mutating func receive(_ reply: Reply, _ app: inout App) -> [Effect] {
    guard let (question, answer) = reply.to(GroomQuestion.self), question.team == chosenTeam else { return [] }
    if !isDeciding, !isTold, let before = item, before.number != answer.entry?.item.number {
      tell(whatBecameOf: before, answer, &app)
    }
    if answer.entry?.item.number != item?.number { page = TextPage() }
    self.answer = answer
    (failure, isDeciding, isTold, laidOut) = (nil, false, false, nil)
    return []
  }

  mutating func couldNotRead(_ question: any Question, _ failure: Failure) {
    guard question is GroomQuestion else { return }
    (answer, isDeciding, laidOut) = (nil, false, nil)
    page = TextPage()
    self.failure = failure.words
  }

  mutating func wrote(_ write: PendingWrite, _ result: Result<Written, Failure>, _ app: inout App) -> [Effect] {
    guard let name = (write.write as? StoreWrite)?.name else { return [] }
    switch result {
    // What was undone is asked about again at once, and what was decided is not.
    case .success: isDeciding = isDeciding || [GroomActions.deciding, StoreWrite.undo, StoreWrite.redo].contains(name)
    // Somebody was faster: what they did is to be seen.
    case .failure:
      guard name == GroomActions.deciding else { return [] }
      isTold = true
      return refresh(&app)
    }
    return []
  }

  /// It was asked about here, and somebody else has dealt with it.
  private func tell(whatBecameOf item: ItemLine, _ answer: GroomQuestion.Answer, _ app: inout App) {
    let known = Set(self.answer?.log.map(\.decision) ?? [])
    guard let line = answer.log.first(where: { $0.decision.item == item.number && !known.contains($0.decision) })
    else { return }
    guard line.decision.by != app.viewer.handle else { return }
    // It stays until the next key, which was perhaps meant for what is gone.
    app.say("\(line.decision.by) has decided item \(item.number) meanwhile: \(line.decision.words)", .refusal)
  }

  // MARK: Moving

  mutating func settle(_ app: App) {
    let layout = Layout(width: GroomDrawing.pageWidth(app.size), item: item?.number)
    if let answer, laidOut != layout {
      laidOut = layout
      page.show(GroomPage(answer: answer, width: layout.width, app: app).lines)
    }
    page.settle(height: GroomDrawing.pageRows(app.size))
  }

  mutating func move(_ movement: Movement, _ app: inout App) -> [Effect]? {
    page.move(movement, height: GroomDrawing.pageRows(app.size))
    return []
  }

  mutating func turnTeam(_ app: inout App) -> [Effect] {
    guard let teams = answer?.teams, let team, let index = teams.firstIndex(of: team) else { return [] }
    chosenTeam = teams[(index + 1) % teams.count]
    (answer, laidOut) = (nil, nil)
    page = TextPage()
    return refresh(&app)
  }

  func copyable(_ app: App) -> String? {
    item.map { item in (["Item \(item.number)", ""] + page.lines.map(\.text)).joined(separator: "\n") }
  }

  func draw(on screen: inout Screen, in area: Rect, _ app: App) {
    GroomDrawing(groom: self, app: app).draw(on: &screen, in: area)
  }
}
