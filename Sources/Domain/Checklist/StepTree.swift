extension ChecklistVersion {
  /// The steps that this one stands under, innermost first.
  public func ancestors(of step: Step) -> [StepID] {
    var ancestors: [StepID] = []
    var above = step.parent
    while let id = above, !ancestors.contains(id) {
      ancestors.append(id)
      above = steps.first { $0.id == id }?.parent
    }
    return ancestors
  }

  /// The `if` that keeps a step from being called for: its own, or that of a step above it.
  public func unmetCondition(of step: Step, for parameters: [String: String]) -> StepCondition? {
    if let own = step.attributes.condition, !own.holds(for: parameters) { return own }
    guard step.parent != nil else { return nil }
    return ancestors(of: step).lazy.compactMap { id in
      self.steps.first { $0.id == id }?.attributes.condition
    }.first { !$0.holds(for: parameters) }
  }
}
