/// What rule 11 looks at.
extension Run {
  /// Whether somebody has set to work on a step that deploys, so that production may have changed.
  public var hasBegunToDeploy: Bool {
    steps.contains { step in
      step.section.isRequired && step.attributes.deploys && progress(of: step.id).attempts.contains(where: \.hasBegun)
    }
  }

  /// The point of no return that was passed.
  public var noReturnPassed: Step? {
    steps.first { $0.section.isRequired && $0.attributes.isNoReturn && progress(of: $0.id).state == .done }
  }
}

extension Attempt {
  /// Whether somebody set to work on the step, and did not just settle it without.
  public var hasBegun: Bool { startedAt != nil || [.done, .failed, .overridden].contains(outcome) }
}
