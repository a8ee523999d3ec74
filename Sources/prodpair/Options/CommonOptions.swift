import ArgumentParser
import Foundation
import Host
import Store
import Workflow

/// Which store a command is about.
struct StoreChoice: ParsableArguments {
  @Option(
    name: .customLong("store"),
    help: ArgumentHelp("The store, a file; else $PRODPAIR_STORE, the site's, or your own.", valueName: "path"),
    completion: .file())
  var path: String?

  func location() throws -> StoreLocation { try Self.location(option: path) }

  static func location(option path: String?) throws -> StoreLocation {
    try StoreLocation.resolve(option: path, environment: ProcessInfo.processInfo.environment)
  }

  /// The store as it is; commands do not create one, but for `init`.
  ///
  /// An older one is brought up to date, and that is said. A fold that a kill has cut short is finished first, or taken back, and commands that nobody watches over any more are
  /// written down as what is known of them; both are said.
  func open() throws -> Store {
    let store = try location().open()
    if let upgrade = store.upgrade { Output.note("\(upgrade)") }
    Afterwards.remember(store)
    let outcomes = try FinishFolds().run(
      in: store, by: try store.read { try $0.resolve(Identity.current(), as: nil) }, at: Session.now)
    for outcome in outcomes { Output.note(outcome.words) }
    Self.findLost(in: store)
    return store
  }

  /// Nothing of it keeps anybody from their store.
  private static func findLost(in store: Store) {
    do {
      let actor = { try store.read { try $0.resolve(Identity.current(), as: nil) } }
      for execution in try FindLostExecutions(store: store).run(by: try actor(), at: Session.now) {
        Output.note(execution.lostWords)
      }
    } catch {
      Output.note("what became of commands that nobody watches over any more could not be written down: \(error)")
    }
  }
}

/// What a command that reads takes.
struct ReadingOptions: ParsableArguments {
  @OptionGroup var store: StoreChoice

  @Flag(name: .customLong("json"), help: "Print JSON, whose keys docs/json.md describes.")
  var isJSON = false
}

/// What a command that changes something takes.
struct ActingOptions: ParsableArguments {
  @OptionGroup var store: StoreChoice

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      "Act for somebody else: both names are recorded, and it never counts as verified.", valueName: "handle"),
    completion: Completions.people)
  var handle: String?

  func session() throws -> Session { try Session(store.open(), as: handle) }
}

/// The reason for going past every overridable rule that stands in the way.
struct OverrideOptions: ParsableArguments {
  @Option(
    name: .customLong("override"),
    help: ArgumentHelp(
      "Go past each overridable rule that stands in the way; the reason is recorded rule by rule.", valueName: "why"))
  var reason: String?
}

/// Rule 2: all outcomes but `done` have a reason, or owe it.
struct ReasonOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Why.", valueName: "why"))
  var reason: String?

  @Flag(name: .customLong("owe"), help: "Owe the reason: it is asked for before the run can finish.")
  var isOwed = false

  func validate() throws {
    if reason != nil, isOwed { throw ValidationError("--reason gives the reason that --owe puts off: use one of them") }
  }
}
