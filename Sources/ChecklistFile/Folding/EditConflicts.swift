import Domain

extension ProposedEdit {
  /// What stands in the way of the edit, proposed for one version's steps, in those of a later one.
  ///
  /// What somebody else has changed to the very same is no conflict. A new neighbour's text plays no part.
  public func conflict(from base: [Step], to latest: [Step]) -> EditConflict? {
    for id in steps where !latest.contains(where: { $0.id == id }) {
      return .stepGone(id, text: base.first { $0.id == id }?.text ?? "")
    }
    guard let then = base.first(where: { $0.id == step }), let now = latest.first(where: { $0.id == step }) else {
      return nil
    }
    func differing(_ part: EditConflict.Part, _ old: String, _ new: String, _ proposed: String) -> EditConflict? {
      guard old != new, new != proposed else { return nil }
      return .changed(step, part, EditConflict.Sides(then: old, now: new, proposed: proposed))
    }
    switch self {
    case .reword(_, let text): return differing(.text, then.text, now.text, text)
    case .remove: return differing(.text, then.text, now.text, "") ?? differing(.details, then.body, now.body, "")
    case .set(_, let key, let value):
      return differing(.attribute(key), then.value(of: key), now.value(of: key), value ?? key)
    case .unset(_, let key): return differing(.attribute(key), then.value(of: key), now.value(of: key), "")
    case .add, .move: return nil
    }
  }
}

extension Step {
  /// The attribute as the file writes it, the key itself where it stands alone, and empty where there is none.
  fileprivate func value(of key: String) -> String {
    attributes.entries.first { $0.key == key }.map { $0.value ?? $0.key } ?? ""
  }
}
