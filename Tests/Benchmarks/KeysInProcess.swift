import Domain
import Foundation
import Store
import TUI
import Terminal

/// From a key to the final picture without a terminal: update, the store's answer where one is needed, and render.
struct KeysInProcess {
  let store: BenchStore
  var keys = 250

  func figures() throws -> [Figure] {
    var moving = Samples()
    var ticking = Samples()
    while ticking.values.count < keys {
      _ = try store.freshRun()
      var screens = try ScreensInProcess(store)
      try screens.press(.enter)
      guard screens.shows(BenchChecklist.flatText(1)) else {
        throw BenchError("the run did not open:\n" + screens.text)
      }
      for number in 2...BenchChecklist.stepCount where moving.values.count < keys {
        moving.add(try screens.press(.down))
        guard screens.shows(BenchChecklist.flatText(number)) else {
          throw BenchError("no step \(number):\n" + screens.text)
        }
      }
      try screens.press(.home)
      for number in 1..<BenchChecklist.stepCount where ticking.values.count < keys {
        ticking.add(try screens.press(.character(" ")))
        guard screens.shows(" \(number)/\(BenchChecklist.stepCount)") else {
          throw BenchError("tick \(number) does not show:\n" + screens.text)
        }
      }
    }
    return [
      Figure("key to content, in process: move the selection", moving, aim: .medianAndP99(2, 8)),
      Figure("key to content, in process: tick, with the store", ticking, aim: .medianAndP99(2, 8)),
    ]
  }
}

/// The application's loop without a terminal: a key goes in, and what it leads to is waited for.
private struct ScreensInProcess {
  private var app: App
  private let wake: WakePipe
  private let runner: EffectRunner
  private var pending = 0
  private var screen: Screen
  /// When the screen was last drawn with something new on it.
  private var changedAt = clockMilliseconds()

  init(_ store: BenchStore) throws {
    wake = try WakePipe()
    runner = EffectRunner(backend: StoreBackend(store: store.store, actor: store.actor), wake: wake)
    app = App(
      viewer: Viewer(handle: store.actor.handle, account: store.actor.account),
      size: Size(width: TerminalSession.columns, height: TerminalSession.rows), now: Instant(Date()))
    screen = Screen(size: app.size)
    perform(app.begin())
    try finish()
  }

  /// Presses a key and waits for all that follows.
  ///
  /// - Returns: how long it took until the screen had its final content, in milliseconds.
  @discardableResult
  mutating func press(_ key: Key) throws -> Double {
    let start = clockMilliseconds()
    handle(.tick(Instant(Date())))
    handle(.key(key))
    draw()
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
    while pending > 0 {
      var wait = pollfd(fd: wake.fileDescriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&wait, 1, 10_000) > 0 else { throw BenchError("the store does not answer") }
      wake.drain()
      for event in runner.takeEvents() {
        pending -= 1
        handle(event)
      }
      draw()
    }
  }

  private mutating func handle(_ event: Event) { perform(update(&app, event)) }

  private mutating func perform(_ effects: [Effect]) {
    for effect in effects {
      switch effect {
      case .read(let question, let generation): runner.run(question, generation: generation)
      case .write(let write, let ticket): runner.run(write, ticket: ticket)
      case .terminal, .quit: continue
      }
      pending += 1
    }
  }
}
