import Domain
import Store

extension Demo {
  /// One thing that somebody did to the store at a moment of the story.
  struct Act: Sendable {
    enum Deed: Sendable {
      /// What the command says may name runs by their numbers, which are known only once they have begun.
      case command(@Sendable (Numbers) throws -> any Command)
      /// Begins or plans a run, which the story calls by this name from then on.
      case run(String, @Sendable (Numbers) throws -> any Command)
      /// Draws a lesson, which the story calls by this name from then on.
      case lesson(String, @Sendable (Numbers) throws -> any Command)
      /// Writes items down, which the story calls by these names from then on.
      case items([String], AddItems)
      case undo, redo
    }

    var at: Instant
    var by: Who
    var deed: Deed

    init(_ at: Instant, by: Who, _ deed: Deed) {
      self.at = at
      self.by = by
      self.deed = deed
    }
  }

  /// Whose name a deed carries, and at whose terminal it was typed.
  struct Who: Hashable, Sendable, ExpressibleByStringLiteral {
    var handle: String
    /// Somebody else, whose login it was; nil for one's own.
    var atTerminalOf: String?

    init(_ handle: String, atTerminalOf other: String? = nil) {
      self.handle = handle
      atTerminalOf = other
    }

    init(stringLiteral handle: String) { self.init(handle) }
  }

  /// The numbers of the runs so far, by the names that the story has for them.
  struct Numbers: Sendable {
    private(set) var runs: [String: RunNumber] = [:]
    private(set) var lessons: [String: LessonNumber] = [:]

    private var items: [String: ItemNumber] = [:]

    func items(_ names: [String]) throws -> [ItemNumber] {
      try names.map { name in
        guard let number = items[name] else { throw Slip.noSuchItem(name) }
        return number
      }
    }

    mutating func name(_ numbers: [ItemNumber], _ names: [String]) {
      for (number, name) in zip(numbers, names) { items[name] = number }
    }

    subscript(lesson name: String) -> LessonNumber {
      get throws {
        guard let number = lessons[name] else { throw Slip.noSuchLesson(name) }
        return number
      }
    }

    mutating func name(_ number: LessonNumber, _ name: String) { lessons[name] = number }

    subscript(name: String) -> RunNumber {
      get throws {
        guard let number = runs[name] else { throw Slip.noSuchRun(name) }
        return number
      }
    }

    mutating func name(_ number: RunNumber, _ name: String) { runs[name] = number }

    /// The text with `{v201-prod}` as that run's number.
    func filled(_ text: String) -> String {
      guard text.contains("{") else { return text }
      return runs.reduce(text) { $0.replacing("{\($1.key)}", with: $1.value.description) }
    }
  }

  /// A mistake in the story itself. The tests tell every story, so that none is met outside of them.
  enum Slip: Error, Hashable {
    case noSuchRun(String)
    case noSuchLesson(String)
    case noSuchItem(String)
    case noSuchPerson(String)
    case noSuchVersion(String)
    /// The text to splice a checklist at stands there not once.
    case anchor(String)
    /// Something was told of a step that the run does not come to.
    case untold(chapter: String, step: String)
  }

  /// Writes the acts down, one transaction each.
  struct Scribe {
    let store: Store
    let cast: Cast
    private var numbers = Numbers()

    init(store: Store, cast: Cast) {
      self.store = store
      self.cast = cast
    }

    mutating func perform(_ act: Act) throws {
      let actor = try cast.actor(act.by)
      switch act.deed {
      case .command(let command):
        let output = try store.perform(command(numbers), by: actor, at: act.at)
        // A version that was read once is not read again by every tick.
        if let imported = output as? ImportChecklist.Output {
          _ = try store.read { try $0.version(imported.version) }
        }
      case .run(let name, let command):
        if let number = try store.perform(command(numbers), by: actor, at: act.at) as? RunNumber {
          numbers.name(number, name)
        }
      case .lesson(let name, let command):
        let output = try store.perform(command(numbers), by: actor, at: act.at)
        if let number = output as? LessonNumber ?? (output as? RedlineStep.Output)?.lesson {
          numbers.name(number, name)
        }
      case .items(let names, let command):
        numbers.name(try store.perform(command, by: actor, at: act.at), names)
      case .undo: try store.undo(by: actor, at: act.at)
      case .redo: try store.redo(by: actor, at: act.at)
      }
    }
  }
}
