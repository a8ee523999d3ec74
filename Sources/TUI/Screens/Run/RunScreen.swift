import Domain
import Foundation
import Terminal

/// One run, as the pair works through it.
struct RunScreen: ScreenModel {
  static let name = ScreenName("run")

  enum Pane: Hashable, Sendable { case list, detail }

  let number: RunNumber
  private(set) var run: Run? { didSet { outlineAnew() } }
  /// Of the run as it is shown; nil until it is read.
  private(set) var outline: RunOutline?
  private(set) var background = RunBackground()
  /// The checklist's, oldest first; whichever version they were made on.
  private(set) var redlines: [Lesson] = []
  /// The items that it carries, in the hand-set order.
  private(set) var cargo: [ItemLine] = []
  /// The incidents that it has to do with.
  private(set) var incidents: [RunIncident] = []
  /// What ran of its steps' commands, and runs, oldest first.
  private(set) var executions: [Execution] = [] { didSet { if executions != oldValue { outlineAnew() } } }
  /// How far those are that run.
  private(set) var commandStates: [ExecutionNumber: CommandStatesQuestion.State] = [:]
  /// When that was asked for.
  private var commandsAskedAt: Instant?
  /// Those whose end nobody will see, of which that was written down already.
  private var lost: Set<ExecutionNumber> = []
  /// One ended it here, and is to be asked what becomes of the items as soon as the end is known.
  private var offersSettling = false
  /// Nil until it is read.
  private(set) var history: LineHistory?
  /// Why it could not be read; it may come back.
  private(set) var failure: String?
  private(set) var selected: StepID?
  var pane = Pane.list
  private(set) var top = 0
  var detailTop = 0
  var filterText = "" { didSet { outlineAnew() } }
  /// The notices that somebody has looked at here.
  var readNotices: Set<String> = []
  /// What a rule refused last, and may yet be done with a reason.
  private(set) var refused: RefusedAction?

  /// - Parameter step: the one to begin at; else where work goes on.
  init(_ number: RunNumber, at step: StepID? = nil) {
    self.number = number
    selected = step
  }

  var zone: TimeZone? { background.zone }

  var isRead: Bool { run != nil || failure != nil }

  var filter: String? {
    get { filterText }
    set { filterText = newValue ?? "" }
  }

  private mutating func outlineAnew() { outline = run.map { RunOutline($0, filter: filterText, executions) } }

  mutating func refresh(_ app: inout App) -> [Effect] {
    commandsAskedAt = app.now
    // The background changes with the pair; it is asked for when that is known to be another one.
    return run == nil
      ? [app.read(RunQuestion(number)), app.read(BackgroundQuestion(number))] : [app.read(RunQuestion(number))]
  }

  mutating func receive(_ reply: Reply, _ app: inout App) -> [Effect] {
    if let (question, answer) = reply.to(RunQuestion.self), question.number == number {
      cargo = answer.items
      executions = answer.executions
      return take(answer.run, &app) + readCommandStates(&app)
    }
    if let (question, answer) = reply.to(CommandStatesQuestion.self), question.run == number {
      commandStates = answer
      return findLost(&app)
    }
    if let (question, plans) = reply.to(CommandPlansQuestion.self), question.run == number, app.isWanted(question) {
      offer(plans, &app)
    }
    if let (question, background) = reply.to(BackgroundQuestion.self), question.number == number {
      self.background = background
    }
    if let (question, incidents) = reply.to(RunIncidentsQuestion.self), question.run == number {
      self.incidents = incidents
    }
    if let (question, lessons) = reply.to(RedlinesQuestion.self),
      question.checklist == run?.version.reference.checklist
    {
      redlines = lessons
    }
    if let (question, history) = reply.to(LineHistoryQuestion.self), question.run == number { self.history = history }
    return []
  }

  /// Takes over what is known of an execution elsewhere, before the run is read anew.
  mutating func know(_ execution: Execution) {
    guard let index = executions.firstIndex(where: { $0.number == execution.number }) else { return }
    executions[index] = execution
  }

  private func readCommandStates(_ app: inout App) -> [Effect] {
    let running = executions.filter(\.isRunning)
    guard let run, !running.isEmpty else { return [] }
    let checklist = run.version.reference.checklist
    return [app.read(CommandStatesQuestion(run: number, checklist: checklist, running: running))]
  }

  /// What nothing watches over any more has no end that anybody saw: that is written down once, by whoever notices.
  private mutating func findLost(_ app: inout App) -> [Effect] {
    let gone = commandStates.filter { !$0.value.state.isOver && !$0.value.state.isSupervised }.keys
    guard !lost.isSuperset(of: gone) else { return [] }
    lost.formUnion(gone)
    return [app.write(FindLostWrite())]
  }

  /// How far a command is changes though nobody writes to the store.
  var staleAt: Instant? {
    executions.contains(where: \.isRunning) ? commandsAskedAt.map { $0 + Self.commandsStaleAfter } : nil
  }

  private static let commandsStaleAfter = Duration.seconds(2)

  private mutating func take(_ new: Run, _ app: inout App) -> [Effect] {
    failure = nil
    // Entries are only ever added: fewer of them is an older answer, whatever its generation says.
    if let run, new.entries.count < run.entries.count { return [] }
    let before = run
    run = new
    if selected == nil { selected = StepList.next(in: new, for: app.viewer.handle) }
    if let before { moveOn(afterCheckSince: before, by: app.viewer.handle) }
    let version = new.version.reference
    var effects = [
      app.read(RedlinesQuestion(checklist: version.checklist)), app.read(RunIncidentsQuestion(run: number)),
    ]
    offerSettlingAtEnd(&app)
    if let before, before.pair != new.pair { effects.append(app.read(BackgroundQuestion(number))) }
    // A planned run may begin by a newer version.
    if before?.version.reference != version {
      effects.append(app.read(LineHistoryQuestion(run: number, version: version)))
    }
    return effects
  }

  mutating func couldNotRead(_ question: any Question, _ failure: Failure) {
    if (question as? RunQuestion)?.number == number { self.failure = failure.words }
  }

  mutating func wrote(_ write: PendingWrite, _ result: Result<Written, Failure>, _ app: inout App) -> [Effect] {
    if write.write is OpenIncidentWrite, case .success(.opened(let incident)) = result {
      return app.topScreen(RunScreen.self)?.number == number ? app.open(IncidentScreen(incident)) : []
    }
    if case .success(.launched(let execution, let isOwn)) = result, execution.run == number {
      guard app.topScreen(RunScreen.self)?.number == number else { return [] }
      Self.opened(execution, isOwn: isOwn, &app)
      return app.open(OutputScreen(execution))
    }
    guard (write.write as? RunWrite)?.run == number else { return [] }
    switch result {
    case .success(let written):
      refused = nil
      if case .act(_, let action, _)? = write.write as? RunWrite, action.endsForItems { offersSettling = true }
      defer { offerSettlingAtEnd(&app) }
      // What joins on to the entries that are known leaves nothing to be read: what others write is told of by itself.
      if case .entries(let entries) = written, append(entries, of: write, by: app.viewer.handle) { return [] }
      if case .redlined(let lesson, let entries) = written { return take(lesson, entries, of: write, &app) }
      return [app.read(RunQuestion(number))]
    case .failure(let failure):
      refused = failure.refusal.flatMap { RefusedAction($0, write) }
      return failure.refusal == nil ? [] : [app.read(RunQuestion(number))]
    }
  }

  private mutating func offerSettlingAtEnd(_ app: inout App) {
    guard offersSettling, run?.state.isOver == true else { return }
    offersSettling = false
    if app.topScreen(RunScreen.self)?.number == number, app.overlays.isEmpty { offerSettling(&app) }
  }

  /// Shows the line as marked at once, and says how the mark goes away again: undo is not for what stands on a record.
  private mutating func take(
    _ lesson: LessonNumber, _ entries: [Entry], of write: PendingWrite, _ app: inout App
  ) -> [Effect] {
    let isWhole = append(entries, of: write, by: app.viewer.handle)
    if case .redline(_, let redline)? = write.write as? RunWrite, let run, let entry = entries.last {
      redlines.append(redline.lesson(lesson, of: run, written: entry))
    }
    app.say("redlined as lesson \(lesson); it stays on the record: a slip is declined, g l")
    let checklist = run.map { app.read(RedlinesQuestion(checklist: $0.version.reference.checklist)) }
    return [isWhole ? nil : app.read(RunQuestion(number)), checklist].compactMap(\.self)
  }

  /// Shows what was written at once; what somebody else wrote in between comes with the next answer.
  ///
  /// - Returns: whether the run has all entries now.
  private mutating func append(_ entries: [Entry], of write: PendingWrite, by who: Handle) -> Bool {
    guard var run, let last = entries.last else { return false }
    if entries.first?.seq == (run.entries.last?.seq ?? 0) + 1 {
      run.append(entries)
      self.run = run
    }
    // The answer to a reading may have brought them first; then only the selection is left to be moved.
    guard last.seq <= run.entries.last?.seq ?? 0 else { return false }
    moveOn(after: write, by: who)
    return true
  }

  /// Once its step is settled the selection goes to the next one; once rollback is entered, to its first.
  private mutating func moveOn(after write: PendingWrite, by who: Handle) {
    guard let run else { return }
    if case .act(_, .rollBack, _)? = write.write as? RunWrite, let next = StepList.next(in: run, for: who) {
      select(next)
    }
    guard case .act(_, let action, _)? = write.write as? RunWrite, let step = action.movedStep, step == selected else {
      return
    }
    let isSettledNow: Bool
    switch action {
    case .settle, .confirm, .goOnWithoutPartner: isSettledNow = run.progress(of: step).isSettled
    default: isSettledNow = false
    }
    if isSettledNow, let next = StepList.next(in: run, after: step) { select(next) }
  }

  /// Once a check that one ran oneself has ticked its step, as after a key.
  private mutating func moveOn(afterCheckSince before: Run, by who: Handle) {
    guard let run, let step = selected, let last = lastExecution, last.by == who, last.mode == .check,
      last.verdict == .yes, !before.progress(of: step).isSettled, run.progress(of: step).isSettled,
      let next = StepList.next(in: run, after: step)
    else { return }
    select(next)
  }

  /// How many redlines are open on each step.
  var redlineCounts: [StepID: Int] {
    redlines.reduce(into: [:]) { counts, lesson in if let step = lesson.step { counts[step, default: 0] += 1 } }
  }

  var step: Step? { run?.steps.first { $0.id == selected } }
  var progress: StepProgress? { selected.flatMap { id in run?.progress(of: id) } }

  mutating func select(_ step: StepID) {
    if step != selected { detailTop = 0 }
    selected = step
  }

  /// Moves the selection by lines of steps.
  mutating func move(_ movement: Movement, _ app: inout App) -> [Effect]? {
    let lines: Int
    switch movement {
    case .lines(let count): lines = count
    case .pages(let count): lines = count * max(1, app.size.height - 6)
    case .first: lines = -100_000
    case .last: lines = 100_000
    }
    if pane == .detail { detailTop = max(0, detailTop + lines) } else { move(by: lines) }
    return []
  }

  mutating func move(by lines: Int) {
    guard let steps = outline?.steps, !steps.isEmpty else { return }
    let index = steps.firstIndex { $0.id == selected } ?? 0
    select(steps[max(0, min(steps.count - 1, index + lines))].id)
  }

  func layout(_ app: App) -> RunLayout {
    RunLayout(app.size, pane: pane, bannerRows: unreadNotices(app).first.map { $0.shownLines + 1 } ?? 0)
  }

  mutating func settle(_ app: App) {
    guard let outline else { return }
    let steps = outline.steps
    if let first = steps.first, !steps.contains(where: { $0.id == selected }) { selected = first.id }
    let layout = layout(app)
    let wanted = StepList.range(of: selected, in: outline.rows)
    top = ScrollWindow.first(top, showing: wanted, of: outline.rows.count, height: layout.listRows)
    guard detailTop > 0 else { return }
    let lines = StepDetail(self, app, width: layout.detailWidth).lines.count
    detailTop = max(0, min(detailTop, lines - layout.detailRows))
  }

  mutating func click(_ mouse: Mouse, _ app: inout App) -> [Effect] {
    let layout = layout(app)
    let isOnDetail = layout.detail?.contains(mouse.point) ?? false
    switch mouse.action {
    case .wheelUp: if isOnDetail { detailTop -= 3 } else { move(by: -3) }
    case .wheelDown: if isOnDetail { detailTop += 3 } else { move(by: 3) }
    case .press(.left):
      if let banner = layout.banner, banner.contains(mouse.point) { return openNotices(&app) }
      guard let list = layout.list, list.contains(mouse.point), let rows = outline?.rows else {
        if isOnDetail { pane = .detail }
        return []
      }
      pane = .list
      let index = top + mouse.point.y - list.y - 1
      if rows.indices.contains(index), let step = rows[index].step { select(step.id) }
    default: break
    }
    return []
  }

  func draw(on screen: inout Screen, in area: Rect, _ app: App) {
    RunDrawing(screen: self, app: app).draw(on: &screen)
  }
}

/// An action that a rule refused, and that a reason would let pass.
struct RefusedAction: Hashable, Sendable {
  var refusal: Refusal
  var write: RunWrite

  init?(_ refusal: Refusal, _ pending: PendingWrite) {
    guard refusal.isOverridable, let write = pending.write as? RunWrite else { return nil }
    self.refusal = refusal
    self.write = write
  }

  /// The same, with the reason why the rule does not stand in the way; nil where the action takes none.
  func overridden(because reason: String) -> RunWrite? {
    switch write {
    case .act(let run, .settle(let step, var settlement), let partner):
      settlement.override = reason
      return .act(run, .settle(step, settlement), as: partner)
    case .act(let run, .rollBack(let why, _), let partner):
      return .act(run, .rollBack(reason: why, override: reason), as: partner)
    case .act(let run, .enter(let section, _), let partner):
      return .act(run, .enter(section, reason: reason), as: partner)
    case .act(let run, .start, let partner):
      guard case .sectionsUnsettled(let section, _) = refusal else { return nil }
      return .act(run, .enter(section, reason: reason), as: partner)
    case .startPlanned(let run, _): return .startPlanned(run, override: reason)
    default: return nil
    }
  }
}
