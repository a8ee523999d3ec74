import Domain
import Store

/// Something to be written down for good.
public protocol Write: Sendable {
  /// Whether what is typed meanwhile is meant for what the screen shows once it is written, and waits for that.
  var holdsKeys: Bool { get }
  func perform(with backend: any Backend) throws -> Written
}

extension Write {
  public var holdsKeys: Bool { false }
}

/// What came of a ``Write``.
public enum Written: Sendable {
  case entries([Entry])
  /// A line was marked: the lesson's number, and what was written on the run.
  case redlined(LessonNumber, [Entry])
  case started(RunNumber)
  case attached(Evidence)
  case opened(IncidentNumber)
  /// A command runs; somebody else's where it did already.
  case launched(Execution, isOwn: Bool)
  /// What to say, and what `u` takes back from then on; nil where nothing is.
  case changed(String, undoable: JournalEntry?)
}

/// What is written on a run, and its beginning.
public enum RunWrite: Write, Hashable {
  case act(RunNumber, RunAction, as: Handle?)
  case start(RunOrder)
  case startPlanned(RunNumber, override: String?)
  case attach(RunNumber, StepID?, path: String)
  case redline(RunNumber, Redline)

  var run: RunNumber? {
    switch self {
    case .act(let run, _, _), .startPlanned(let run, _), .attach(let run, _, _), .redline(let run, _): run
    case .start: nil
    }
  }

  /// What opens steps that nobody could work on before.
  public var holdsKeys: Bool {
    switch self {
    case .act(_, .enter, _), .act(_, .rollBack, _), .act(_, .resume, _), .act(_, .join, _), .start, .startPlanned: true
    case .act, .attach, .redline: false
    }
  }

  public func perform(with backend: any Backend) throws -> Written {
    switch self {
    case .act(let run, let action, let partner):
      return .entries(try backend.perform(action, on: run, as: partner))
    case .start(let order): return .started(try backend.start(order))
    case .startPlanned(let run, let override):
      try backend.startPlanned(run, override: override)
      return .started(run)
    case .redline(let run, let redline):
      let (lesson, entries) = try backend.redline(redline, on: run)
      return .redlined(lesson, entries)
    case .attach(let run, let step, let path): return .attached(try backend.attach(fileAt: path, to: run, step: step))
    }
  }
}

/// A change of anything else in the store.
struct StoreWrite: Write {
  /// What it is for, by which the screen that asked knows it again.
  let name: String
  /// Whether `u` takes it back from then on.
  let offersUndo: Bool
  let holdsKeys: Bool
  /// Does it, and says what was done.
  private let body: @Sendable (Store, Actor, Instant) throws -> String

  init(
    name: String, offersUndo: Bool = true, holdsKeys: Bool = false,
    _ body: @escaping @Sendable (Store, Actor, Instant) throws -> String
  ) {
    self.name = name
    self.offersUndo = offersUndo
    self.holdsKeys = holdsKeys
    self.body = body
  }

  func perform(with backend: any Backend) throws -> Written {
    try backend.onStore { store, actor, now in
      let before = try store.read { try $0.undoable(by: actor)?.seq }
      let words = try body(store, actor, now)
      let undoable = try store.read { try $0.undoable(by: actor) }
      return .changed(words, undoable: offersUndo && undoable?.seq != before ? undoable : nil)
    }
  }
}
