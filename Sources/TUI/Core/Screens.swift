import Domain
import Foundation
import Host
import Store
import Terminal
import Workflow

/// The terminal program, opened on a store.
public enum Screens {
  /// Opens the store, and shows it until somebody quits. A personal store that isn't there yet is made, with a team and
  /// the starter checklists in it.
  ///
  /// - Parameters:
  ///   - first: what is opened at once; the configured first screen without it.
  ///   - clock: what time it is; for a story that is told as if it were then.
  ///   - remembers: whether what was seen is kept for the next time, and hooks are told of what is done; not for a store
  ///     that is thrown away.
  ///   - say: called with what hooks got wrong at the very end, and what is waited for, when the terminal is as it was.
  /// - Returns: what is to be said on standard error afterwards; nil when all is well.
  /// - Throws: what opening the store or the terminal throws; the terminal is then as it was.
  public static func open(
    _ location: StoreLocation, on first: FirstScreen? = nil, clock: (@Sendable () -> Instant)? = nil,
    remembers: Bool = true, say: (String) -> Void = { _ in }
  ) throws -> String? {
    let environment = ProcessInfo.processInfo.environment
    let reading = Configuration.read(ConfigurationFile.all(environment), vocabulary: .prodpair)
    let configuration = reading.configuration
    makeAhead(isTableStandard: configuration.keys.isEmpty)
    let login = Identity.current()
    let store = try location.openOrProvision(by: login, at: clock?() ?? Instant(Date()))
    let (actor, isPerson, kind, id) = try store.read { reader in
      let actor = try reader.resolve(login)
      return (actor, actor.person != nil, try reader.storeKind(), try reader.storeID())
    }
    let mark = SeenMark(store: id, environment: environment)
    let seen = Result { remembers ? try mark.read() : nil }
    let viewer = Viewer(
      handle: actor.handle, account: actor.account, isPerson: isPerson,
      personalStore: kind == .personal ? shortened(location.path) : nil, lastSeen: try? seen.get())
    let terminal = try CursesTerminal(
      theme: configuration.theme.flatMap { Theme(rawValue: $0.value) } ?? .standard,
      mouse: configuration.mouse?.value ?? true, asciiLines: configuration.ascii?.value ?? false)
    defer { terminal.close() }
    let editor = Editor(configured: configuration.editor?.value, environment: environment)
    let now = clock ?? { Instant(Date()) }
    let backend = StoreBackend(store: store, actor: actor, clock: now)
    let tell = remembers ? TellHooks(configuration.hooks.map(\.value), environment: environment) : nil
    let hooks = tell.flatMap { tell in
      tell.hooks.isEmpty ? nil : HookQueue(tell, store: store, actor: { backend.actor }, clock: now)
    }
    let application = try Application(
      backend: backend, viewer: viewer, terminal: terminal, settings: ScreenSettings(configuration), first: first,
      clock: clock,
      edit: { Edited(editor.edit($0)) }, hooks: hooks)
    if let upgrade = store.upgrade { application.say("\(upgrade)") }
    if let problem = reading.problems.first { application.say(problem, of: reading.problems.count) }
    if case .failure(let error) = seen { application.say("\(error)") }
    finishFolds(in: store, by: actor, at: clock?() ?? Instant(Date())).forEach(application.say)
    findLost(in: store, by: actor, at: clock?() ?? Instant(Date())).forEach(application.say)
    let end = try application.run { try store.observe($0) }
    terminal.close()
    // First, for ^C while hooks are waited for is the end.
    let unkept = remembers ? end.shownHead.flatMap { remember($0, at: mark) } : nil
    application.unsaid.forEach(say)
    hooks?.finish(say: say)
    commandsGoingOn(in: store, of: backend.actor.handle).forEach(say)
    try store.close()
    return unkept
  }

  /// Has another thread make, while this one opens the store, what the first picture is read and drawn with, in the order in
  /// which it is needed.
  private static func makeAhead(isTableStandard: Bool) {
    DispatchQueue.global(qos: .userInteractive).async {
      try? Store.makeAhead()
      if isTableStandard { _ = CommandTable.standard }
    }
  }

  /// That one's commands go on though the screen is closed, in a sentence each.
  private static func commandsGoingOn(in store: Store, of who: Handle) -> [String] {
    do {
      return try store.read { try $0.runningExecutions() }.filter { $0.by == who }.map { execution in
        "execution \(execution.number) goes on: prodpair run exec \(execution.run) \(execution.step) --watch"
      }
    } catch {
      return ["whether a command goes on could not be looked up: \(error)"]
    }
  }

  /// What became of folds that were cut short, in a sentence each.
  private static func finishFolds(in store: Store, by actor: Actor, at now: Instant) -> [String] {
    do {
      return try FinishFolds().run(in: store, by: actor, at: now).map(\.words)
    } catch {
      return ["a fold was cut short, and can't be finished here: \(error)"]
    }
  }

  /// What became of commands that nobody watches over any more, in a sentence each.
  private static func findLost(in store: Store, by actor: Actor, at now: Instant) -> [String] {
    do {
      return try FindLostExecutions(store: store).run(by: actor, at: now).map(\.lostWords)
    } catch {
      return ["what became of commands that nobody watches over any more could not be written down: \(error)"]
    }
  }

  /// Nothing but a convenience is lost where that can't be kept: it is said, and is no failure.
  private static func remember(_ head: Int, at mark: SeenMark) -> String? {
    do {
      try mark.write(head)
      return nil
    } catch {
      return "what you have seen could not be remembered for the next time: \(error)"
    }
  }

  /// The path as a shell user writes it.
  private static func shortened(_ path: String) -> String {
    let home = Account.homeDirectory
    return path.hasPrefix(home + "/") ? "~" + path.dropFirst(home.count) : path
  }
}

extension Application {
  /// A wrong setting is left out, and that is said once.
  fileprivate func say(_ problem: ConfigurationProblem, of count: Int) {
    say("\(problem)" + (count > 1 ? " (and \(count - 1) more: `prodpair config check`)" : ""))
  }
}

extension Edited {
  init(_ result: EditResult) {
    switch result {
    case .changed(let text): self = .changed(text)
    case .unchanged: self = .unchanged
    case .emptied: self = .emptied
    case .failed(let failure): self = .failed("\(failure)")
    }
  }
}
