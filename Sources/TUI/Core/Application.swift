import Domain
import Foundation
import Terminal

/// The loop: sleeps until something happens, lets ``update(_:_:)`` say what follows, paints, and does it.
public final class Application {
  private var app: App
  private let terminal: CursesTerminal
  private let wake: WakePipe
  private let runner: EffectRunner
  private let clock: @Sendable () -> Instant
  private let edit: @Sendable (String) -> Edited
  private let first: FirstScreen?
  private var isOver = false
  /// What hooks got wrong at the very end, for which there was no screen any more.
  private(set) var unsaid: [String] = []

  /// How long the first picture waits for its content, so that it need not be painted twice.
  private static let patienceMilliseconds: Int64 = 40

  /// - Parameters:
  ///   - first: what is opened at once; the configured first screen without it.
  ///   - clock: what time it is; the machine's own without one.
  ///   - edit: hands a text to an editor, which has the terminal for itself meanwhile.
  ///   - hooks: told of what is written.
  init(
    backend: any Backend, viewer: Viewer, terminal: CursesTerminal, settings: ScreenSettings = ScreenSettings(),
    first: FirstScreen? = nil, clock: (@Sendable () -> Instant)? = nil,
    edit: @escaping @Sendable (String) -> Edited = { _ in .failed("there is no editor here") }, hooks: HookQueue? = nil
  ) throws {
    PictureMemory.keep()
    self.terminal = terminal
    wake = try WakePipe()
    runner = EffectRunner(backend: backend, wake: wake, hooks: hooks)
    self.clock = clock ?? { Self.now }
    self.edit = edit
    self.first = first
    app = App(
      viewer: viewer, size: terminal.size, now: self.clock(), utcOffset: Self.utcOffset,
      glyphs: terminal.capabilities.glyphs, settings: settings)
  }

  /// Says something as soon as the screen shows.
  func say(_ words: String) { app.say(words, .failure) }

  /// Runs until somebody quits or the terminal goes away. What was written by then is on disk.
  ///
  /// - Parameter observe: called once with what to call, from any thread, when somebody else has committed. What it
  ///   returns is kept until the end.
  /// - Returns: the state at the end.
  @discardableResult
  public func run<Signal>(observe: (@escaping @Sendable () -> Void) throws -> Signal) throws -> App {
    start()
    let runner = runner
    let signal = try observe { runner.report(.storeChanged) }
    withExtendedLifetime(signal) {
      while !isOver { turn() }
    }
    terminal.close()
    runner.drainWrites()
    unsaid = runner.takeLastProblems()
    return app
  }

  private func start() {
    perform(app.begin(first))
    runner.tellHooks()
    let end = Self.now.milliseconds + Self.patienceMilliseconds
    while app.isReadingAnything, Self.now.milliseconds < end, !isOver {
      take(terminal.nextEvents(wake: wake, timeoutMilliseconds: Int32(max(1, end - Self.now.milliseconds))))
    }
    paint()
  }

  private func turn() {
    let timeout = app.nextChangeMilliseconds.map { Int32(clamping: $0) }
    take(terminal.nextEvents(wake: wake, timeoutMilliseconds: timeout))
    if !isOver { paint() }
  }

  private func paint() { terminal.present(render(app)) }

  private func take(_ inputs: [InputEvent]) {
    app.utcOffset = Self.utcOffset
    let answers = runner.takeEvents()
    app.isBehind = !answers.isEmpty
    handle(.tick(clock()))
    for input in inputs where !isOver {
      switch input {
      case .key(let key): handle(.key(key))
      case .paste(let text): handle(.paste(text))
      case .mouse(let mouse): handle(.mouse(mouse))
      case .resize(let size): handle(.resize(size))
      case .pasteStalled: app.say("the rest of a paste is still to come; ^C where it never does")
      case .wake: break  // whatever comes, answers are looked for
      case .hangup: isOver = true
      }
    }
    guard !answers.isEmpty, !isOver else { return }
    for answer in answers { handle(answer) }
    app.isBehind = false
    handle(.tick(app.now))
  }

  private func handle(_ event: Event) { perform(update(&app, event)) }

  private func perform(_ effects: [Effect]) {
    for effect in effects {
      switch effect {
      case .read(let question, let generation): runner.run(question, generation: generation)
      case .write(let write, let ticket): runner.run(write, ticket: ticket)
      case .terminal(let request): perform(request)
      case .quit: isOver = true
      }
    }
  }

  private func perform(_ request: TerminalRequest) {
    switch request {
    case .copy(let text): handle(.copied(terminal.copyToClipboard(text)))
    case .bell: terminal.bell()
    case .mouse(let isOn): terminal.setMouse(enabled: isOn)
    case .redraw: terminal.redrawAll()
    case .nextTheme:
      let all = Theme.allCases
      let index = all.firstIndex(of: terminal.theme) ?? 0
      terminal.theme = all[(index + 1) % all.count]
      app.say("theme \(terminal.theme.rawValue); `theme: \(terminal.theme.rawValue)` in the configuration keeps it")
    case .edit(let text):
      let edited = terminal.withTerminalReleased { edit(text) }
      handle(.resize(terminal.size))
      handle(.storeChanged)
      handle(.edited(edited))
    case .suspend:
      // Nothing that was asked to be written waits for fg.
      runner.drainWrites()
      terminal.suspend()
      handle(.resize(terminal.size))
      handle(.storeChanged)
    }
  }

  private static var now: Instant {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Instant(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
  }

  /// Of this machine's zone, asked of the C library, which is ready long before Foundation's calendar.
  private static var utcOffset: Int {
    var seconds = time(nil)
    var local = tm()
    localtime_r(&seconds, &local)
    return local.tm_gmtoff
  }
}
