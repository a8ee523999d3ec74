import Domain

/// The type or state that a word of another program is nearest to.
enum ForeignWord {
  static func type(_ word: String) -> ItemType {
    if word.isEmpty { return .feature }
    if ["bug", "defect", "incident", "fault", "problem"].contains(where: word.contains) { return .bug }
    if ["toil"].contains(where: word.contains) { return .toil }
    if ["chore", "task", "maintenance", "spike", "support", "debt"].contains(where: word.contains) { return .chore }
    if ["release", "milestone"].contains(where: word.contains) { return .release }
    return .feature
  }

  /// - Parameter word: In lower case. What says nothing is taken as not begun.
  static func state(_ word: String) -> ItemState {
    let table: [(ItemState, [String])] = [
      (.rejected, ["reject", "reopen"]),
      (.unscheduled, ["backlog", "icebox", "someday", "later", "unscheduled", "idea"]),
      (.accepted, ["done", "closed", "complete", "accept", "resolved", "released", "won't", "wont", "cancel"]),
      (.delivered, ["deliver", "deploy", "staging", "uat"]),
      (.finished, ["review", "test", "qa", "verif", "finish", "merged"]),
      (.planned, ["selected", "planned", "ready"]),
      (.unstarted, ["to do", "todo", "open", "new", "not started", "unstarted"]),
      (.started, ["progress", "doing", "start", "develop", "active", "block", "hold", "wait"]),
    ]
    return table.first { $0.1.contains { word.contains($0) } }?.0 ?? .unstarted
  }
}
