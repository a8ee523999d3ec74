import ChecklistFile
import Domain

/// What a form can propose, as it is chosen there.
enum LessonEditKind: String, CaseIterable, Sendable {
  case nothing = "nothing yet"
  case reword
  case addAfter = "add after"
  case addBefore = "add before"
  case remove
  case moveAfter = "move after"
  case moveBefore = "move before"
  case killer = "mark killer"
  case set
  case unset

  init(_ edit: ProposedEdit?) {
    switch edit {
    case nil: self = .nothing
    case .reword: self = .reword
    case .add(_, _, .after): self = .addAfter
    case .add(_, _, .before): self = .addBefore
    case .remove: self = .remove
    case .move(_, .after): self = .moveAfter
    case .move(_, .before): self = .moveBefore
    case .set(_, "killer", nil): self = .killer
    case .set: self = .set
    case .unset: self = .unset
    }
  }

  var needsText: Bool { self == .reword || self == .addAfter || self == .addBefore }
  var needsPlace: Bool { self == .moveAfter || self == .moveBefore }
  var needsKey: Bool { self == .set || self == .unset }

  /// What a lesson may set: a step's id is what it is known by, and stays.
  static let keys = AttributeKey.allCases.filter { $0 != .id }.map(\.rawValue)
}

extension ProposedEdit {
  var text: String {
    switch self {
    case .reword(_, let text), .add(let text, _, _): text
    case .remove, .move, .set, .unset: ""
    }
  }

  var body: String { if case .add(_, let body, _) = self { body } else { "" } }

  var key: String {
    switch self {
    case .set(_, let key, _), .unset(_, let key): key
    case .reword, .add, .remove, .move: ""
    }
  }

  var value: String { if case .set(_, _, let value) = self { value ?? "" } else { "" } }

  /// Next to which step a step is moved.
  var place: StepID? { if case .move(_, let place) = self { place.anchor } else { nil } }
}
