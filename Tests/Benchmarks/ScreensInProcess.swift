import Domain
import Foundation
import Store
import TUI
import Terminal

/// Something that keys are typed into, and that says how long it took until its screen had its final content.
protocol Typewriter {
  /// Types the keys without waiting in between, and then waits for all that follows; milliseconds.
  @discardableResult
  mutating func type(_ keys: TypedKeys) throws -> Double
  func shows(_ text: String) -> Bool
  var text: String { get }
}

/// The application's loop without a terminal: a key goes in, and what it leads to is waited for.
struct ScreensInProcess: Typewriter {
  private var app: App
  private let wake: WakePipe
  private let runner: EffectRunner
  private var pendingWrites = 0
  private var screen: Screen
  /// When the screen was last drawn with something new on it.
  private var changedAt = clockMilliseconds()
  private let clock: @Sendable () -> Instant
  private let order: Order
  /// What is asked for once the answers before it have come; empty where all is asked for at once.
  private var waiting: [Effect] = []

  /// When the store is asked.
  enum Order {
    /// As in the program: several answers may come before a picture, or one, as chance has it.
    case together
    /// The next question after the picture with the answer to the one before: always the same number of pictures.
    case oneByOne
  }

  /// - Parameter clock: what time the screens show.
  init(
    _ store: Store, _ actor: Actor,
    size: Size = Size(width: TerminalSession.columns, height: TerminalSession.rows),
    order: Order = .together, clock: @escaping @Sendable () -> Instant = { Instant(Date()) }
  ) throws {
    PictureMemory.keep()
    self.clock = clock
    self.order = order
    wake = try WakePipe()
    runner = EffectRunner(backend: StoreBackend(store: store, actor: actor), wake: wake)
    app = App(
      viewer: Viewer(handle: actor.handle, account: actor.account), size: size, now: clock())
    screen = Screen(size: app.size)
    perform(app.begin())
    try finish()
  }

  /// Presses a key and waits for all that follows.
  ///
  /// - Returns: how long it took until the screen had its final content, in milliseconds.
  @discardableResult
  mutating func press(_ key: Key) throws -> Double { try type(TypedKeys([key])) }

  @discardableResult
  mutating func type(_ keys: TypedKeys) throws -> Double {
    let start = clockMilliseconds()
    changedAt = start
    for key in keys.keys {
      handle(.tick(clock()))
      handle(.key(key))
      draw()
    }
    try finish()
    return changedAt - start
  }

  private mutating func draw() {
    let new = render(app)
    let now = clockMilliseconds()
    if new != screen { changedAt = now }
    screen = new
  }

  func shows(_ text: String) -> Bool { self.text.contains(text) }

  var text: String {
    (0..<screen.size.height).map { screen.row($0).map(\.text).joined() }.joined(separator: "\n")
  }

  private mutating func finish() throws {
    while pendingWrites > 0 || app.isReadingAnything {
      if !waiting.isEmpty { ask(waiting.removeFirst()) }
      var wait = pollfd(fd: wake.fileDescriptor, events: Int16(POLLIN), revents: 0)
      // Under callgrind an answer takes its time; half an hour is none that it takes.
      var found: Int32
      repeat { found = poll(&wait, 1, 1_800_000) } while found < 0 && errno == EINTR
      guard found > 0, wait.revents & Int16(POLLIN) != 0 else { throw BenchError("the store does not answer") }
      wake.drain()
      for event in runner.takeEvents() {
        if case .wrote = event { pendingWrites -= 1 }
        handle(event)
      }
      draw()
    }
    waiting = []
  }

  private mutating func handle(_ event: Event) { perform(update(&app, event)) }

  private mutating func perform(_ effects: [Effect]) {
    for effect in effects {
      switch effect {
      case .read(let question, _):
        // What waits for something to happen keeps nothing else waiting.
        if question.waits {
          ask(effect)
          continue
        }
      case .write: pendingWrites += 1
      case .terminal, .quit: continue
      }
      switch order {
      case .together: ask(effect)
      case .oneByOne: waiting.append(effect)
      }
    }
  }

  private func ask(_ effect: Effect) {
    switch effect {
    case .read(let question, let generation): runner.run(question, generation: generation)
    case .write(let write, let ticket): runner.run(write, ticket: ticket)
    case .terminal, .quit: break
    }
  }
}
