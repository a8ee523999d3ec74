import Domain
import Store

/// What ``update(_:_:)`` asks the world for. Replies come back as events.
public enum Effect: Sendable {
  case read(Query, generation: Int)
  /// Done one after the other, in the order asked for.
  case write(Write, ticket: Int)
  case terminal(TerminalRequest)
  case quit
}

/// Something to read. Two queries with the same ``slot`` replace each other.
public enum Query: Hashable, Sendable {
  case checklists
  case runs(before: RunNumber?, limit: Int)
  case run(RunNumber)
  case background(RunNumber)
  case startPage(ChecklistName)

  /// What the answer is kept as: of all answers for one slot only that to the last question counts.
  enum Slot: Hashable, Sendable {
    case checklists, runs
    case run(RunNumber)
    case background(RunNumber)
    case startPage(ChecklistName)
  }

  var slot: Slot {
    switch self {
    case .checklists: .checklists
    case .runs: .runs
    case .run(let number): .run(number)
    case .background(let number): .background(number)
    case .startPage(let name): .startPage(name)
    }
  }
}

/// The answer to a ``Query``, case by case.
public enum Answer: Sendable {
  case checklists([ChecklistSummary])
  case runs([RunSummary], before: RunNumber?, limit: Int)
  case run(Run)
  case background(RunNumber, RunBackground)
  case startPage(StartPage)
}

/// Something to be written down for good.
public enum Write: Hashable, Sendable {
  case act(RunNumber, RunAction, as: Handle?)
  case start(RunOrder)
  case startPlanned(RunNumber, override: String?)
  case attach(RunNumber, StepID?, path: String)

  var run: RunNumber? {
    switch self {
    case .act(let run, _, _), .startPlanned(let run, _), .attach(let run, _, _): run
    case .start: nil
    }
  }
}

/// What came of a ``Write``.
public enum Written: Sendable {
  case entries([Entry])
  case started(RunNumber)
  case attached(Evidence)
}

/// What only the thread that paints can do.
public enum TerminalRequest: Hashable, Sendable {
  case copy(String)
  case bell
  case suspend
  case redraw
  /// While it is off, the terminal's own selection works.
  case mouse(Bool)
}

/// Why something could not be read or written, for people.
public struct Failure: Error, Hashable, Sendable {
  public var words: String
  /// The rule that said no; nil when it was something else.
  public var refusal: Refusal?

  public init(_ error: any Error) {
    refusal = error as? Refusal
    words = refusal.map(\.onScreen) ?? (error as? Failure)?.words ?? "\(error)"
  }

  public init(words: String) { self.words = words }
}
