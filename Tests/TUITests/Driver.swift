import Domain
import Terminal
import Testing

@testable import TUI

/// One person at one terminal: presses keys by name, and shows the screen as text.
///
/// Replies come at once, unless they are held back to be let through in another order.
final class Driver {
  private(set) var app: App
  let store: FakeStore
  private let backend: any Backend
  /// Replies that are held back, in the order in which they were asked for.
  private(set) var held: [Event] = []
  var isHolding = false
  /// Whether what is held has come, and only was not taken yet.
  var isBehind: Bool {
    get { app.isBehind }
    set { app.isBehind = newValue }
  }
  private(set) var requests: [TerminalRequest] = []
  /// What comes back from the editor.
  var editor: (String) -> Edited = { _ in .unchanged }
  private(set) var hasQuit = false
  private var queue: [Effect] = []
  /// Questions that wait for something to happen: they are answered when a test says that it has.
  private(set) var waiting: [(question: any Question, generation: Int)] = []

  /// - Parameter backend: a real store; else the store in memory.
  init(
    _ store: FakeStore, backend: (any Backend)? = nil, as who: Handle = "ana", width: Int = 80, height: Int = 24,
    glyphs: Glyphs = .unicode, seen: Int? = nil
  ) {
    self.store = store
    self.backend = backend ?? store.backend(for: who)
    app = App(
      viewer: Viewer(handle: who, account: who.text, lastSeen: seen), size: Size(width: width, height: height),
      now: store.now,
      glyphs: glyphs)
    queue = app.begin()
    waitUntilIdle()
  }

  /// A driver on a store on disk, with the clock of the tests.
  convenience init(
    real: RealStore, as who: Handle = "ana", width: Int = 80, height: Int = 24, glyphs: Glyphs = .unicode,
    seen: Int? = nil
  ) {
    let clock = FakeStore(over: real)
    let backend = StoreBackend(store: real.store, actor: .own(who), clock: { clock.now })
    self.init(clock, backend: backend, as: who, width: width, height: height, glyphs: glyphs, seen: seen)
  }

  /// A driver that has opened run 42.
  static func onRun(
    _ store: FakeStore, as who: Handle = "ana", width: Int = 80, height: Int = 24, glyphs: Glyphs = .unicode
  ) -> Driver {
    let driver = Driver(store, as: who, width: width, height: height, glyphs: glyphs)
    driver.press("g r", "Enter")
    return driver
  }

  /// Presses keys by their names, `"g g"` one after the other; anything that is no key's name is typed.
  func press(_ keys: String..., sourceLocation: SourceLocation = #_sourceLocation) {
    for name in keys {
      for part in name == " " ? ["Space"] : name.split(separator: " ").map(String.init) {
        guard let key = Key(name: part) else {
          Issue.record("\(part) is no key", sourceLocation: sourceLocation)
          return
        }
        send(.key(key))
      }
    }
  }

  func type(_ text: String) {
    for character in text { send(.key(.character(character))) }
  }

  func send(_ event: Event) {
    app.now = store.now
    queue += update(&app, .tick(store.now))
    queue += update(&app, event)
    waitUntilIdle()
  }

  /// Opens a screen, as what leads to it does.
  func open(_ model: some ScreenModel) {
    queue += app.open(model)
    waitUntilIdle()
  }

  /// Runs a command by its name, as the palette does.
  func run(_ id: String, sourceLocation: SourceLocation = #_sourceLocation) {
    guard let command = app.command(id) else {
      Issue.record("there is no command \(id)", sourceLocation: sourceLocation)
      return
    }
    queue += app.run(command)
    waitUntilIdle()
  }

  /// Time passes.
  func pass(_ duration: Duration) {
    store.change { $0.now = $0.now + duration }
    send(.tick(store.now))
  }

  /// Somebody else has committed.
  func notice() { send(.storeChanged) }

  func waitUntilIdle() {
    while !queue.isEmpty {
      let effect = queue.removeFirst()
      switch effect {
      case .read(let question, let generation) where question.waits: waiting.append((question, generation))
      case .read(let question, let generation):
        let reply = Result { try backend.reply(to: question) }.mapError(Failure.init)
        deliver(.answered(question, generation: generation, reply))
      case .write(let write, let ticket):
        deliver(.wrote(ticket: ticket, Result { try write.perform(with: backend) }.mapError(Failure.init)))
      case .terminal(let request):
        requests.append(request)
        if case .copy = request { queue += update(&app, .copied(true)) }
        if case .edit(let text) = request { queue += update(&app, .edited(editor(text))) }
      case .quit: hasQuit = true
      }
    }
  }

  /// What was waited for has happened; what is waited for next stays.
  func letHappen() {
    app.now = store.now
    let questions = waiting
    waiting = []
    for (question, generation) in questions {
      let reply = Result { try backend.reply(to: question) }.mapError(Failure.init)
      queue += update(&app, .answered(question, generation: generation, reply))
    }
    waitUntilIdle()
  }

  /// Until nothing is waited for any more, as a search that goes on and on.
  func letAllHappen() {
    var rounds = 0
    while !waiting.isEmpty, rounds < 1000 {
      letHappen()
      rounds += 1
    }
  }

  private func deliver(_ event: Event) {
    if isHolding { held.append(event) } else { queue += update(&app, event) }
  }

  /// Lets a held reply through.
  func release(_ index: Int = 0) {
    queue += update(&app, held.remove(at: index))
    waitUntilIdle()
  }

  /// Holds no longer, and lets everything through in the order asked.
  func releaseAll() {
    isHolding = false
    while !held.isEmpty { release() }
  }

  var screen: Screen { render(app) }
  var text: String { screen.text }
  var lines: [String] { text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }
  /// All that it says, with line breaks and runs of spaces as one space.
  var words: String { text.split { $0.isWhitespace }.joined(separator: " ") }
  var footer: String { lines.last ?? "" }

  /// The first line with the words in it, without the spaces around it; empty when there is none.
  func line(_ words: String) -> String {
    lines.first { $0.contains(words) }.map { String($0.drop { $0 == " " }) } ?? ""
  }
}

/// Compares the screen with lines of text, and shows where they differ.
func expectScreen(_ driver: Driver, _ expected: String, sourceLocation: SourceLocation = #_sourceLocation) {
  let got = driver.lines
  var wanted = expected.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  while wanted.count < got.count { wanted.append("") }
  guard got != wanted else { return }
  var report = "got:\n" + got.joined(separator: "\n") + "\n\ndifference:\n"
  for (number, (left, right)) in zip(wanted, got).enumerated() where left != right {
    report += "\(number)  expected |\(left)|\n\(number)       got |\(right)|\n"
  }
  Issue.record(Comment(rawValue: report), sourceLocation: sourceLocation)
}
