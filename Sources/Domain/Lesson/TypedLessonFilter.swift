extension LessonFilter {
  /// What can be said of a lesson's fate after `state:`.
  public enum State: String, CaseIterable, Sendable { case open, folded, item, declined, all }

  /// What is typed to narrow a list: words, `state:fold` (the beginning of a fate), `source:red` (of a source), `by:ana`,
  /// `checklist:new-release`, `run:42`. Only open ones where no state is named.
  public init(typed typedWords: [String]) {
    self.init(isOpen: true)
    for word in typedWords {
      let parts = word.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      let value = parts.count == 2 ? parts[1].lowercased() : ""
      switch parts[0] {
      case "state" where parts.count == 2: take(states: State.allCases.filter { $0.rawValue.hasPrefix(value) }, word)
      case "source" where parts.count == 2:
        sources = Set(LessonSource.Kind.allCases.filter { $0.rawValue.hasPrefix(value) })
        if sources.isEmpty { words.append(word) }
      case "by" where !value.isEmpty: person = Handle(parts[1])
      case "checklist" where !value.isEmpty: checklist = ChecklistName(parts[1])
      case "run" where Int(value) != nil: run = Int(value).map { RunNumber($0) }
      default: words.append(word)
      }
    }
  }

  /// What is the beginning of no state has no lessons.
  private mutating func take(states: [State], _ word: String) {
    if states.isEmpty { words.append(word) }
    isOpen = states == [.open] ? true : nil
    fates = states.contains(.all) ? [] : Set(states.compactMap { LessonFate.Kind(rawValue: $0.rawValue) })
  }
}
