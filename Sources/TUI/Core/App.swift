import Domain
import Foundation
import Store
import Terminal

/// Everything that the program knows at one moment. Changed by ``update(_:_:)`` alone.
public struct App: Sendable {
  public internal(set) var viewer: Viewer
  public internal(set) var size: Size
  public internal(set) var now: Instant
  /// The commands, with the keys that are in force.
  let table: CommandTable
  /// The lines and signs of the terminal, for what is laid out before it is drawn.
  let glyphs: Glyphs
  /// This machine's seconds east of UTC, for times that no team's zone is known for.
  public internal(set) var utcOffset: Int
  /// The zone of one's own team.
  var homeZone: TimeZone?
  /// The zone that times are told in: of the team whose run is on the screen, else of one's own team.
  var zone: TimeZone? { top?.zone ?? homeZone }
  /// The screens one came through, the first one below all.
  var stack: [Place] = []
  /// The first screens that one has gone away from, as they were left.
  private var roots: [ScreenName: Place] = [:]
  /// What lies over the screen and takes the keys first, the last one on top.
  var overlays: [any OverlayModel] = []
  var messages = Messages()
  /// What was typed before the screen that it is meant for was read; it waits for that.
  var typedAhead: [Event] = []
  /// Answers have come that were not taken yet.
  var isBehind = false
  /// The keys of a chord that has begun.
  var chord: [Key] = []
  var writes: [PendingWrite] = []
  /// Whether clicks and the wheel come here; while they do not, the terminal's own selection works.
  var takesMouse: Bool
  /// It was said, in a window too small to ask, that leaving loses what was typed.
  var hasWarned = false
  /// Somebody has asked to leave, and the program goes as soon as everything is written.
  var isLeaving = false
  /// What was typed and not sent, by what it was for; gone when its screen is left.
  var drafts: [Draft.Key: String] = [:]
  /// Forms that were left half filled in.
  var keptForms: [ChecklistName: StartFields] = [:]
  /// The journal's head when Today was shown last: what one has seen then.
  public internal(set) var shownHead: Int?
  /// What `u` takes back, or ^R brings back, at once, while what was said of it still shows.
  var offer: Offer?
  /// The screen that the program begins with.
  private let start: ScreenName
  /// When somebody last did something here.
  var lastInputAt: Instant
  private var lastNumber = 0
  private var latest: [QuestionSlot: Asked] = [:]
  /// What an overlay is to be made of, once it is read.
  var awaited: Awaited?

  /// A screen on the way back.
  struct Place: Sendable {
    let id: Int
    var model: any ScreenModel
  }

  public init(
    viewer: Viewer, size: Size, now: Instant, utcOffset: Int = 0, glyphs: Glyphs = .unicode,
    settings: ScreenSettings = ScreenSettings()
  ) {
    table = settings.table
    start = settings.start
    takesMouse = settings.takesMouse
    self.glyphs = glyphs
    self.viewer = viewer
    self.size = size
    self.now = now
    self.utcOffset = utcOffset
    lastInputAt = now
  }

  /// The first thing to do: opens the first screen.
  public mutating func begin(_ first: FirstScreen? = nil) -> [Effect] {
    switch first {
    case nil: go(to: start)
    case .grooming(let team): go(to: BacklogScreen.name) + open(GroomScreen(team))
    }
  }

  /// What must be asked for again when a second passes without anything else; for the loop.
  public var nextChangeMilliseconds: Int64? {
    let changes = [top?.nextChange(self) ?? .never, messages.nextChange(now), nextProgress]
    let waits = changes.compactMap { change -> Int64? in
      switch change {
      case .never: nil
      case .eachSecond: 1000 - now.milliseconds % 1000
      case .inMilliseconds(let wait): max(1, wait)
      }
    }
    return waits.min()
  }
}

// MARK: Screens

extension App {
  var top: (any ScreenModel)? { stack.last?.model }

  func topScreen<Model: ScreenModel>(_ type: Model.Type) -> Model? { stack.last?.model as? Model }

  /// Whether the screen that one came from is that one: then going there is going back.
  func isBelow<Model: ScreenModel>(_ type: Model.Type, _ isMeant: (Model) -> Bool) -> Bool {
    (stack.dropLast().last?.model as? Model).map(isMeant) ?? false
  }

  mutating func open(_ model: some ScreenModel) -> [Effect] {
    stack.append(Place(id: nextNumber(), model: model))
    return changeTop { $0.refresh(&$1) } ?? []
  }

  /// The screen below all.
  var rootName: ScreenName? { stack.first.map { type(of: $0.model).name } }

  /// Leaves what is open, and goes to one of the first screens; it is as it was left.
  mutating func go(to name: ScreenName) -> [Effect] {
    guard stack.dropFirst().contains(where: { $0.model.losesDraft }) else { return leaveAll(goingTo: name) }
    show(
      Confirmation(question: "Leave the form?", details: ["What was typed and not saved is lost."], yes: "leave") {
        $0.leaveAll(goingTo: name)
      })
    return []
  }

  private mutating func leaveAll(goingTo name: ScreenName) -> [Effect] {
    for left in stack.dropFirst().reversed() {
      changePlace(left.id) { $0.willLeave(&$1) }
      forgetDrafts(of: left.id)
    }
    overlays = []
    if let root = stack.first { roots[type(of: root.model).name] = root }
    if let kept = roots[name] {
      stack = [kept]
    } else if let model = ScreenTable.roots.first(where: { $0.screen == name })?.make?() {
      stack = [Place(id: nextNumber(), model: model)]
    }
    return changeTop { $0.refresh(&$1) } ?? []
  }

  /// Goes to the next of the first screens, or the one before.
  mutating func goOn(by steps: Int) -> [Effect] {
    let names = ScreenTable.roots.map(\.screen)
    let index = rootName.flatMap { names.firstIndex(of: $0) } ?? 0
    return go(to: names[(index + steps + names.count) % names.count])
  }

  private mutating func forgetDrafts(of place: Int) { drafts = drafts.filter { $0.key.place != place } }

  /// Back to the screen before; what was typed on this one and not sent is let go.
  mutating func back() -> [Effect] {
    guard stack.count > 1, let left = stack.popLast() else { return [] }
    forgetDrafts(of: left.id)
    overlays = []
    return changeTop { $0.refresh(&$1) } ?? []
  }

  /// Changes the screen on top, if it is still there afterwards.
  mutating func changeTop<Result>(_ change: (inout any ScreenModel, inout App) -> Result) -> Result? {
    guard let id = stack.last?.id else { return nil }
    return changePlace(id, change)
  }

  @discardableResult
  mutating func changePlace<Result>(_ id: Int, _ change: (inout any ScreenModel, inout App) -> Result) -> Result? {
    guard var model = stack.first(where: { $0.id == id })?.model else { return nil }
    let result = change(&model, &self)
    if let index = stack.firstIndex(where: { $0.id == id }) { stack[index].model = model }
    return result
  }

  mutating func change<Model: ScreenModel, Result>(
    _ type: Model.Type, _ change: (inout Model, inout App) -> Result
  ) -> Result? {
    changeTop { top, app -> Result? in
      guard var model = top as? Model else { return nil }
      let result = change(&model, &app)
      top = model
      return result
    } ?? nil
  }
}

// MARK: Reading

extension App {
  private struct Asked: Hashable, Sendable {
    var generation: Int
    var at: Instant
    /// ``Question/waits``
    var isQuiet: Bool
  }

  /// Asks for something; every earlier question for the same slot is then stale.
  mutating func read(_ question: some Question) -> Effect {
    let generation = nextNumber()
    latest[question.slot] = Asked(generation: generation, at: now, isQuiet: question.waits)
    return .read(question, generation: generation)
  }

  func isStale(_ question: some Question, generation: Int) -> Bool {
    latest[question.slot]?.generation != generation
  }

  /// Whether an answer is still to come.
  func isReading(_ question: some Question) -> Bool { latest[question.slot] != nil }

  /// Whether any answer is still to come: the first picture waits a moment for it.
  public var isReadingAnything: Bool { latest.values.contains { !$0.isQuiet } }

  mutating func answered(_ question: some Question) { latest[question.slot] = nil }

  /// The question failed: nothing waits for it any more.
  mutating func forget(_ question: some Question) { if awaited?.slot == question.slot { awaited = nil } }

  /// What the program has been busy with, and since when; nil while it waits for nothing.
  var work: (what: String, since: Instant)? {
    if let first = writes.first { return (isLeaving ? "writing, then leaving" : "writing", first.askedAt) }
    return latest.values.filter { !$0.isQuiet }.map(\.at).min().map { ("reading", $0) }
  }

  /// A number that was never given before: for places, writes and questions.
  mutating func nextNumber() -> Int {
    lastNumber += 1
    return lastNumber
  }
}
