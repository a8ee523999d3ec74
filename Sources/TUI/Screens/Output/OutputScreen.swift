import Domain
import Foundation
import Terminal

/// What a command prints, while it does and after, and what the pair makes of it.
///
/// Of the output only a stretch is ever in memory, around what shows. While the command runs, more of it comes by itself.
struct OutputScreen: ScreenModel {
  static let name = ScreenName("output")

  let number: ExecutionNumber
  private(set) var execution: Execution
  private(set) var earlier: [Duration] = []
  /// The step's last one, where another ran after this one.
  private(set) var later: ExecutionNumber?
  private(set) var state: OutputState?
  private(set) var failure: String?
  var view = OutputView()
  var search = OutputSearching()
  /// The run, at the command's step, with all that can be done to that.
  var work: RunScreen
  /// More of the output is being waited for.
  private var isWaiting = false
  /// What is being read of it.
  private var asked: OutputLoading.Wanted?
  /// Sets one opening apart from the next.
  private var opening = 0
  private var hasLookedForLost = false

  init(_ execution: Execution) {
    number = execution.number
    self.execution = execution
    work = RunScreen(execution.run, at: execution.step)
  }

  var zone: TimeZone? { work.zone }
  var isRead: Bool { state != nil || failure != nil }
  /// Whether more is to come.
  var isRunning: Bool { execution.isRunning && state?.isOver != true }

  // MARK: Reading

  mutating func refresh(_ app: inout App) -> [Effect] {
    if opening == 0 { opening = app.nextNumber() }
    failure = nil
    return [readExecution(&app)] + work.refresh(&app) + (state == nil ? [readPage(.end, &app)] : waitForMore(&app))
  }

  private func readExecution(_ app: inout App) -> Effect {
    app.read(ExecutionQuestion(number: number, checklist: work.run?.version.reference.checklist))
  }

  private mutating func readPage(_ place: OutputLoading.Place, _ app: inout App) -> Effect {
    readPage(OutputLoading.Wanted(place: place, window: view.window), &app)
  }

  private mutating func readPage(_ wanted: OutputLoading.Wanted, _ app: inout App) -> Effect {
    asked = wanted
    return app.read(OutputPageQuestion(execution: execution, wanted: wanted))
  }

  /// Reads what is to show next, where it is not there.
  mutating func readWanted(_ app: inout App) -> [Effect] {
    guard state != nil, let wanted = view.wanted, wanted != asked else { return [] }
    return [readPage(wanted, &app)]
  }

  private mutating func waitForMore(_ app: inout App) -> [Effect] {
    guard let state, !state.isOver, execution.isRunning, !isWaiting, failure == nil else { return [] }
    isWaiting = true
    return [
      app.read(
        OutputGrowthQuestion(
          execution: execution, since: state, window: view.follows ? view.window : nil, opening: opening))
    ]
  }

  mutating func receive(_ reply: Reply, _ app: inout App) -> [Effect] {
    var effects = work.receive(reply, &app)
    work.select(execution.step)
    if let (question, answer) = reply.to(ExecutionQuestion.self), question.number == number {
      effects += take(answer, &app)
    }
    if let (question, answer) = reply.to(OutputPageQuestion.self), question.execution.number == number {
      asked = nil
      state = answer.state
      view.show(answer.page, size: answer.state.size)
      effects += waitForMore(&app) + readWanted(&app)
    }
    if let (question, answer) = reply.to(OutputGrowthQuestion.self), question.opening == opening {
      effects += take(answer, &app)
    }
    if let (question, result) = reply.to(OutputSearchQuestion.self), question.execution.number == number {
      effects += found(result, for: question, &app)
    }
    if let (question, answer) = reply.to(OutputTallyQuestion.self), question.execution.number == number {
      effects += counted(answer, for: question, &app)
    }
    return effects
  }

  private mutating func take(_ answer: ExecutionQuestion.Answer, _ app: inout App) -> [Effect] {
    let hasEnded = execution.isRunning && !answer.execution.isRunning
    execution = answer.execution
    work.know(execution)
    earlier = answer.earlier
    later = answer.later
    // What is kept of it may be less than what came by.
    return hasEnded ? [readPage(view.follows ? .end : .around(view.top), &app)] : []
  }

  private mutating func take(_ answer: OutputGrowthQuestion.Answer, _ app: inout App) -> [Effect] {
    isWaiting = false
    state = answer.state
    if let end = answer.end, view.follows {
      view.show(end, size: answer.state.size)
    } else {
      view.grow(to: answer.state.size)
    }
    let more = readWanted(&app) + countHits(&app)
    if answer.state.isOver { return [readExecution(&app)] + more }
    return waitForMore(&app) + more + findLost(&app)
  }

  /// What nothing watches over any more has no end that anybody saw: that is written down, once.
  private mutating func findLost(_ app: inout App) -> [Effect] {
    guard state?.isSupervised == false, !hasLookedForLost else { return [] }
    hasLookedForLost = true
    return [app.write(FindLostWrite())]
  }

  mutating func couldNotRead(_ question: any Question, _ failure: Failure) {
    switch question {
    case let question as OutputGrowthQuestion where question.opening == opening:
      isWaiting = false
      self.failure = failure.words
    case let question as OutputPageQuestion where question.execution.number == number:
      asked = nil
      self.failure = failure.words
    case let question as OutputSearchQuestion where question.execution.number == number: search.stop()
    default: work.couldNotRead(question, failure)
    }
  }

  mutating func wrote(_ write: PendingWrite, _ result: Result<Written, Failure>, _ app: inout App) -> [Effect] {
    let isOnTop = app.topScreen(OutputScreen.self)?.number == number
    if case .success(.launched(let execution, let isOwn)) = result, execution.run == work.number {
      guard isOnTop else { return [] }
      RunScreen.opened(execution, isOwn: isOwn, &app)
      if execution.number == number { return [] }
      // The next one takes the place of this one: Esc leads back to the run, and not through all that was tried.
      self = OutputScreen(execution)
      return refresh(&app)
    }
    let effects = work.wrote(write, result, &app)
    work.select(execution.step)
    // Once the step is settled there is nothing more to do here.
    guard isOnTop, app.overlays.isEmpty, case .success = result,
      case .act(_, .settle(execution.step, let settlement), _)? = write.write as? RunWrite
    else { return effects }
    app.say("step \(work.step?.number ?? 0) \(settlement.outcome.rawValue)")
    return effects + app.back()
  }

  // MARK: Moving

  mutating func move(_ movement: Movement, _ app: inout App) -> [Effect]? {
    switch movement {
    case .lines(let count): view.move(by: count)
    case .pages(let count): view.move(by: count * max(1, OutputLayout(self, app).pane.height - 1))
    case .first: view.goToStart()
    case .last: view.follow()
    }
    return readWanted(&app) + waitForMore(&app)
  }

  mutating func click(_ mouse: Mouse, _ app: inout App) -> [Effect] {
    switch mouse.action {
    case .wheelUp: view.move(by: -3)
    case .wheelDown: view.move(by: 3)
    default: return []
    }
    return readWanted(&app)
  }

  mutating func settle(_ app: App) {
    let pane = OutputLayout(self, app).pane
    view.settle(width: max(1, pane.width - 2), height: pane.height)
  }

  /// What came of it makes room for a message, and that goes with time.
  var settlesWithTime: Bool { true }

  /// How long it takes is told to the second, and more comes in.
  func nextChange(_ app: App) -> Countdown { execution.isRunning ? .eachSecond : .never }

  /// The rows that show, as they are; the pieces of a line are one again.
  func copyable(_ app: App) -> String? {
    let indices = view.rows.reduce(into: [Int]()) { if $0.last != $1.line { $0.append($1.line) } }
    let lines = indices.map { view.page.lines[$0] }
    guard let first = lines.first else { return nil }
    return lines.dropFirst().reduce(into: first.text) { $0 += ($1.isContinued ? "" : "\n") + $1.text }
  }

  func draw(on screen: inout Screen, in area: Rect, _ app: App) {
    OutputDrawing(screen: self, app: app).draw(on: &screen)
  }
}
