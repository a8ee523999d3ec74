import Foundation

/// One change by one process of the program.
enum Change: Sendable {
  case add(title: String)
  case move(item: Int, before: Int?)
  case start
  case tick(run: Int, step: String)
  case fail(run: Int, step: String)
  case learn(words: String)
  case fold(lesson: Int, words: String)
  case bringIn(file: String, titles: [String])

  /// How it is called, for what is measured of each kind.
  var kind: String {
    switch self {
    case .add: "item add"
    case .move: "item move"
    case .start: "run start"
    case .tick: "run tick"
    case .fail: "run fail"
    case .learn: "lesson add"
    case .fold: "lesson fold"
    case .bringIn: "item import"
    }
  }

  var part: KnownState.Part {
    switch self {
    case .add, .move, .bringIn: .items
    case .start, .tick, .fail: .runs
    case .learn, .fold: .checklist
    }
  }

  var words: [String] {
    switch self {
    case .add(let title): ["item", "add", title, "--bottom"]
    case .move(let item, nil): ["item", "move", "\(item)", "--top"]
    case .move(let item, let other?): ["item", "move", "\(item)", "--before", "\(other)"]
    case .start: Workplace.start + ["--override", "several at once, as the trial has it"]
    case .tick(let run, let step): ["run", "tick", "\(run)", step]
    case .fail(let run, let step): ["run", "fail", "\(run)", step, "--reason", "the port is in use"]
    case .learn(let words): ["lesson", "add", "--checklist", "release", "--reword", "tell", "--step", words]
    case .fold(let lesson, _): ["lesson", "fold", "\(lesson)", "--reason", "support asked for it"]
    case .bringIn(let file, _): ["item", "import", file, "--from", "tracker"]
    }
  }

  func applied(to state: KnownState) -> KnownState {
    var state = state
    switch self {
    case .add(let title): state.items.append(.init(number: state.nextItem, title: title))
    case .move(let item, let other):
      guard let from = state.items.firstIndex(where: { $0.number == item }) else { return state }
      let moved = state.items.remove(at: from)
      let place = other.flatMap { other in state.items.firstIndex { $0.number == other } } ?? 0
      state.items.insert(moved, at: place)
    case .start: state.runs[state.nextRun] = Self.freshSteps
    case .tick(let run, let step): state.runs[run]?[step] = "done"
    case .fail(let run, let step): state.runs[run]?[step] = "failed"
    case .learn: state.lessons[state.nextLesson] = false
    case .fold(let lesson, let words):
      state.lessons[lesson] = true
      state.page = Self.page(telling: words)
    case .bringIn(_, let titles):
      for title in titles { state.items.append(.init(number: state.nextItem, title: title)) }
    }
    return state
  }

  static let freshSteps = Dictionary(uniqueKeysWithValues: Workplace.steps.map { ($0, "open") })

  /// The checklist's page with other words for its first step.
  static func page(telling words: String) -> String {
    Workplace.checklistText.replacingOccurrences(of: "Tell support <", with: "\(words) <")
  }
}
