import Domain
import Foundation
import Terminal

/// The loop: sleeps until something happens, lets ``update(_:_:)`` say what follows, paints, and does it.
public struct Application {
  private var app: App
  private let terminal: CursesTerminal
  private let wake: WakePipe
  private let runner: EffectRunner
  private let edit: @Sendable (String) -> Edited
  private var isOver = false

  /// How long the first picture waits for its content, so that it need not be painted twice.
  private static let patienceMilliseconds: Int64 = 40

  private init(
    viewer: Viewer, terminal: CursesTerminal, wake: WakePipe, backend: any Backend,
    edit: @escaping @Sendable (String) -> Edited
  ) {
    self.terminal = terminal
    self.wake = wake
    self.edit = edit
    runner = EffectRunner(backend: backend, wake: wake)
    app = App(viewer: viewer, size: terminal.size, now: Self.now, utcOffset: Self.utcOffset,
      glyphs: terminal.capabilities.glyphs)
  }

  /// Runs until somebody quits or the terminal goes away. What was written by then is on disk.
  ///
  /// - Parameter observe: called once with what to call, from any thread, when somebody else has committed. What it
  ///   returns is kept until the end.
  /// - Parameter edit: hands a text to an editor, which has the terminal for itself meanwhile.
  /// - Returns: the state at the end.
  @discardableResult
  public static func run<Signal>(
    backend: any Backend, viewer: Viewer, terminal: CursesTerminal,
    edit: @escaping @Sendable (String) -> Edited = { _ in .failed("there is no editor here") },
    observe: (@escaping @Sendable () -> Void) throws -> Signal
  ) throws -> App {
    let wake = try WakePipe()
    var application = Application(viewer: viewer, terminal: terminal, wake: wake, backend: backend, edit: edit)
    application.start()
    let runner = application.runner
    let signal = try observe { runner.report(.storeChanged) }
    withExtendedLifetime(signal) {
      while !application.isOver { application.turn() }
    }
    terminal.close()
    runner.drainWrites()
    return application.app
  }

  private mutating func start() {
    perform(app.begin())
    let end = Self.now.milliseconds + Self.patienceMilliseconds
    while app.isReadingAnything, Self.now.milliseconds < end, !isOver {
      take(terminal.nextEvents(wake: wake, timeoutMilliseconds: Int32(max(1, end - Self.now.milliseconds))))
    }
    paint()
  }

  private mutating func turn() {
    let timeout = app.nextChangeMilliseconds.map { Int32(clamping: $0) }
    take(terminal.nextEvents(wake: wake, timeoutMilliseconds: timeout))
    if !isOver { paint() }
  }

  private func paint() { terminal.present(render(app)) }

  private mutating func take(_ inputs: [InputEvent]) {
    app.utcOffset = Self.utcOffset
    handle(.tick(Self.now))
    for input in inputs where !isOver {
      switch input {
      case .key(let key): handle(.key(key))
      case .paste(let text): handle(.paste(text))
      case .mouse(let mouse): handle(.mouse(mouse))
      case .resize(let size): handle(.resize(size))
      case .wake: for event in runner.takeEvents() { handle(event) }
      case .hangup: isOver = true
      }
    }
  }

  private mutating func handle(_ event: Event) { perform(update(&app, event)) }

  private mutating func perform(_ effects: [Effect]) {
    for effect in effects {
      switch effect {
      case .read(let query, let generation): runner.run(query, generation: generation)
      case .write(let write, let ticket): runner.run(write, ticket: ticket)
      case .terminal(let request): perform(request)
      case .quit: isOver = true
      }
    }
  }

  private mutating func perform(_ request: TerminalRequest) {
    switch request {
    case .copy(let text): handle(.copied(terminal.copyToClipboard(text)))
    case .bell: terminal.bell()
    case .mouse(let isOn): terminal.setMouse(enabled: isOn)
    case .redraw: terminal.redrawAll()
    case .edit(let text): handle(.edited(terminal.withTerminalReleased { edit(text) }))
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
