/// What can stand before the sign in a term of the filter language.
enum FilterKey: Hashable, CaseIterable {
  case type, state, panel, label, epic, owner, requester, points, condition, has, no, id, run, due
  case time(ItemFilter.TimeField)
  case link(ItemLink.Kind)

  static var allCases: [FilterKey] {
    [.type, .state, .panel, .label, .epic, .owner, .requester, .points, .condition, .has, .no, .id, .run, .due]
      + ItemFilter.TimeField.allCases.map { .time($0) } + ItemLink.Kind.allCases.map { .link($0) }
  }

  /// As it is typed.
  var text: String {
    switch self {
    case .type: "type"
    case .state: "state"
    case .panel: "panel"
    case .label: "label"
    case .epic: "epic"
    case .owner: "owner"
    case .requester: "requester"
    case .points: "points"
    case .condition: "is"
    case .has: "has"
    case .no: "no"
    case .id: "id"
    case .run: "run"
    case .due: "due"
    case .time(let field): field.rawValue
    case .link(let kind): kind.rawValue
    }
  }

  /// Whether more and less can be asked of it.
  var isCompared: Bool {
    switch self {
    case .points, .due, .time: true
    default: false
    }
  }

  /// The values there are, where they are known.
  func values(_ context: FilterContext) -> [String]? {
    switch self {
    case .type: ItemType.allCases.map(\.rawValue)
    case .state: ItemState.allCases.map(\.rawValue)
    case .panel: Panel.allCases.map(\.rawValue)
    case .condition: FilterWord.allCases.map(\.rawValue)
    case .has, .no: ItemFilter.Field.allCases.map(\.rawValue)
    case .label: context.labels
    case .epic: context.epics
    case .owner, .requester: context.handles.map { (context.me == nil ? [] : ["me"]) + $0.map(\.text) }
    case .points, .id, .run, .due, .time, .link: nil
    }
  }

  /// How one of its values is called in a sentence.
  var noun: String {
    switch self {
    case .condition: "condition"
    case .has, .no: "field"
    case .owner, .requester: "person"
    case .points: "number"
    default: text
    }
  }
}

/// What can be said with `is:`.
enum FilterWord: String, CaseIterable { case blocked, unestimated, unowned, overdue, open, done }

/// What a beginning stands for.
enum Beginning {
  /// - Returns: the word itself where it is one, else all that begin so; letters of either case are the same.
  static func matches(_ typed: String, among words: [String]) -> [String] {
    let typed = typed.lowercased()
    if let whole = words.first(where: { $0.lowercased() == typed }) { return [whole] }
    return typed.isEmpty ? [] : words.filter { $0.lowercased().hasPrefix(typed) }
  }
}
