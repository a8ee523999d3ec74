import Domain

/// What the record says of a checklist: how each line fared, and what that suggests.
public struct ChecklistStats: Sendable {
  public var version: ChecklistVersion
  /// How many runs the figures are made of.
  public var runs: Int
  /// In the order of the version's steps.
  public var yields: [StepYield]
  public var advice: [Advice]

  public init(version: ChecklistVersion, runs: Int, yields: [StepYield], advice: [Advice]) {
    self.version = version
    self.runs = runs
    self.yields = yields
    self.advice = advice
  }

  /// The steps with how they fared.
  var steps: [(step: Step, yield: StepYield)] {
    let byStep = Dictionary(yields.map { ($0.step, $0) }, uniquingKeysWith: { first, _ in first })
    return version.steps.compactMap { step in byStep[step.id].map { (step, $0) } }
  }
}
