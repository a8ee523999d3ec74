import Domain
import Foundation
import Terminal

/// Everything that the program knows at one moment. Changed by ``update(_:_:)`` alone.
public struct App: Sendable {
  public let viewer: Viewer
  public internal(set) var size: Size
  public internal(set) var now: Instant
  /// This machine's seconds east of UTC, for times that no team's zone is known for.
  public internal(set) var utcOffset: Int
  /// The zone of the team whose run was opened last; its times are told in the team's own time.
  var zone: TimeZone?
  /// The screens one came through, the first one below all.
  var stack: [Place] = []
  /// What lies over the screen and takes the keys first, the last one on top.
  var overlays: [any OverlayModel] = []
  var messages = Messages()
  /// The keys of a chord that has begun.
  var chord: [Key] = []
  var writes: [PendingWrite] = []
  /// Somebody has asked to leave, and the program goes as soon as everything is written.
  var isLeaving = false
  /// What was typed and not sent, by what it was for; gone when its screen is left.
  var drafts: [Draft.Key: String] = [:]
  /// Forms that were left half filled in.
  var keptForms: [ChecklistName: StartFields] = [:]
  /// When somebody last did something here.
  var lastInputAt: Instant
  private var lastNumber = 0
  private var latest: [Query.Slot: Int] = [:]

  /// A screen on the way back.
  struct Place: Sendable {
    let id: Int
    var model: any ScreenModel
  }

  public init(viewer: Viewer, size: Size, now: Instant, utcOffset: Int = 0) {
    self.viewer = viewer
    self.size = size
    self.now = now
    self.utcOffset = utcOffset
    lastInputAt = now
  }

  /// The first thing to do: opens the first screen.
  public mutating func begin() -> [Effect] { open(HomeScreen()) }

  /// What must be asked for again when a second passes without anything else; for the loop.
  public var nextChangeMilliseconds: Int64? {
    let changes = [top?.nextChange(self) ?? .never, messages.nextChange(now)]
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

  mutating func open(_ model: some ScreenModel) -> [Effect] {
    stack.append(Place(id: nextNumber(), model: model))
    return changeTop { $0.refresh(&$1) } ?? []
  }

  /// Back to the screen before; what was typed on this one and not sent is let go.
  mutating func back() -> [Effect] {
    guard stack.count > 1, let left = stack.popLast() else { return [] }
    drafts = drafts.filter { $0.key.place != left.id }
    overlays = []
    return changeTop { $0.refresh(&$1) } ?? []
  }

  mutating func backToFirst() -> [Effect] {
    var effects: [Effect] = []
    while stack.count > 1 { effects = back() }
    return effects
  }

  /// Changes the screen on top, if it is still there afterwards.
  mutating func changeTop<Result>(_ change: (inout any ScreenModel, inout App) -> Result) -> Result? {
    guard let id = stack.last?.id else { return nil }
    return changePlace(id, change)
  }

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
  /// Asks for something; every earlier question for the same slot is then stale.
  mutating func read(_ query: Query) -> Effect {
    let generation = nextNumber()
    latest[query.slot] = generation
    return .read(query, generation: generation)
  }

  func isStale(_ query: Query, generation: Int) -> Bool { latest[query.slot] != generation }

  /// Whether an answer is still to come.
  func isReading(_ query: Query) -> Bool { latest[query.slot] != nil }

  /// Whether any answer is still to come: the first picture waits a moment for it.
  var isReadingAnything: Bool { !latest.isEmpty }

  mutating func answered(_ query: Query) { latest[query.slot] = nil }

  /// A number that was never given before: for places, writes and questions.
  mutating func nextNumber() -> Int {
    lastNumber += 1
    return lastNumber
  }
}
