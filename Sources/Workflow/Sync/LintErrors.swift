import ChecklistFile

extension LintRule {
  /// With these a run goes wrong, and a check of checklists fails; the other rules doubt.
  private static let errors: Set<LintRule> = [
    .unreadable, .duplicateID, .emptyStep, .missedStep, .swallowedHeading, .strayAttributes, .quotedParameter,
    .reservedParameter, .defaultFailsPattern,
  ]

  public var isError: Bool { Self.errors.contains(self) }
}
