import Domain

extension ProposedEdit {
  /// What stands in the way of the edit, proposed for one version's steps, in those of a later one.
  ///
  /// An edit clashes with a change of what it replaces or takes away, and of the section that it puts a step into; what
  /// somebody else has changed to the very same is no conflict. The text of a new neighbour plays no part.
  public func conflict(from base: [Step], to latest: [Step]) -> EditConflict? {
    let (then, now) = (StepTable(base), StepTable(latest))
    for id in steps where now[id] == nil { return .stepGone(id, text: then[id]?.text ?? "") }
    guard let old = then[step], let new = now[step] else { return nil }
    switch self {
    case .reword(_, let text): return old.textConflict(with: new, proposed: text)
    case .set(_, let key, let value):
      return old.conflict(over: key, with: new, proposed: AttributeEntry(key: key, value: value).meaning)
    case .unset(_, let key): return old.conflict(over: key, with: new, proposed: "")
    case .add(_, _, let place): return Self.sectionConflict(at: place, then, now)
    case .move(_, let place): return moveConflict(old, new, to: place, then, now)
    case .remove: return Self.removalConflict(old, new, then, now)
    }
  }

  /// The neighbour stands in another section: what went before the deploy would go after it.
  private static func sectionConflict(at place: StepPlace, _ then: StepTable, _ now: StepTable) -> EditConflict? {
    guard let old = then[place.anchor], let new = now[place.anchor] else { return nil }
    return old.sectionConflict(with: new, proposed: old.section)
  }

  private func moveConflict(
    _ old: Step, _ new: Step, to place: StepPlace, _ then: StepTable, _ now: StepTable
  ) -> EditConflict? {
    if let conflict = Self.sectionConflict(at: place, then, now) { return conflict }
    return old.sectionConflict(with: new, proposed: now[place.anchor]?.section ?? new.section)
  }

  /// Nothing may go that somebody has changed or put under it since.
  private static func removalConflict(
    _ old: Step, _ new: Step, _ then: StepTable, _ now: StepTable
  ) -> EditConflict? {
    if let conflict = old.contentConflict(with: new) { return conflict }
    for step in now.steps(under: new.id) {
      guard let before = then[step.id], then.isUnder(old.id, before) else {
        return .changed(step.id, .text, EditConflict.Sides(then: "", now: step.text, proposed: ""))
      }
      if let conflict = before.contentConflict(with: step) { return conflict }
    }
    return nil
  }
}

/// A version's steps, to be looked up.
private struct StepTable {
  private let steps: [Step]
  private let byID: [StepID: Step]

  init(_ steps: [Step]) {
    self.steps = steps
    byID = Dictionary(steps.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  subscript(id: StepID) -> Step? { byID[id] }

  func steps(under id: StepID) -> [Step] { steps.filter { isUnder(id, $0) } }

  func isUnder(_ id: StepID, _ step: Step) -> Bool {
    var above = step.parent
    // No deeper than there are steps, should a version name parents in a circle.
    for _ in steps {
      guard let parent = above else { return false }
      if parent == id { return true }
      above = byID[parent]?.parent
    }
    return false
  }
}

/// Both sides of one step; a text that was only wrapped anew has not changed.
extension Step {
  fileprivate func textConflict(with new: Step, proposed: String) -> EditConflict? {
    let (old, now) = (TextSimilarity.normal(text), TextSimilarity.normal(new.text))
    guard old != now, now != TextSimilarity.normal(proposed) else { return nil }
    return .changed(id, .text, EditConflict.Sides(then: text, now: new.text, proposed: proposed))
  }

  fileprivate func conflict(over key: String, with new: Step, proposed: String) -> EditConflict? {
    let (old, now) = (value(of: key), new.value(of: key))
    guard old != now, now != proposed else { return nil }
    return .changed(id, .attribute(key), EditConflict.Sides(then: old, now: now, proposed: proposed))
  }

  fileprivate func sectionConflict(with new: Step, proposed: Section) -> EditConflict? {
    guard section != new.section, new.section != proposed else { return nil }
    let sides = EditConflict.Sides(then: section.rawValue, now: new.section.rawValue, proposed: proposed.rawValue)
    return .changed(id, .attribute("section"), sides)
  }

  /// For a removal.
  fileprivate func contentConflict(with new: Step) -> EditConflict? {
    if let conflict = textConflict(with: new, proposed: "") { return conflict }
    if StepShape.withoutRunsOfBlankLines(body) != StepShape.withoutRunsOfBlankLines(new.body) {
      return .changed(id, .details, EditConflict.Sides(then: body, now: new.body, proposed: ""))
    }
    // The id is what the two are known by, and whether it is written down changes nothing.
    let keys = AttributeKey.allCases.filter { $0 != .id }.map(\.rawValue)
    return keys.lazy.compactMap { self.conflict(over: $0, with: new, proposed: "") }.first
  }

  /// The attribute as the file writes it, the key itself where it stands alone, and empty where there is none.
  private func value(of key: String) -> String { attributes.entries.first { $0.key == key }?.meaning ?? "" }
}

extension AttributeEntry {
  /// The same for two that mean the same, such as `90m` and `1h30m`.
  fileprivate var meaning: String {
    guard let value else { return key }
    switch known {
    case let key? where key.isDuration: return StepDuration.parse(value).map(StepDuration.text) ?? value
    case .attempts: return Int(value).map(String.init) ?? value
    case .condition: return StepCondition(written: value)?.text ?? value
    case .value where value.isEmpty: return key
    default: return value
    }
  }
}
