/// How a step of a checklist fared in the runs of a window (design.md, section 4, "Step yield").
public struct MeasuredStep: Hashable, Sendable {
  public var checklist: ChecklistName
  public var step: StepID
  /// Runs in which it had an outcome; of those, in how many an attempt failed, and in how many it was passed over.
  public var counts: RunFigures.StepCounts
  /// From start to done; nil where nobody started it.
  public var median: Duration?

  public init(_ checklist: ChecklistName, _ step: StepID, _ counts: RunFigures.StepCounts, median: Duration?) {
    self.checklist = checklist
    self.step = step
    self.counts = counts
    self.median = median
  }
}

extension Numbers {
  /// The same, of which the step yield lists steps and not runs. They are read apart: there may be a million of them.
  public func listing(_ steps: [MeasuredStep]) -> Numbers {
    var numbers = self
    guard let index = figures.firstIndex(where: { $0.name == .stepYield }) else { return self }
    numbers.figures[index].counted = steps.map { step in
      Counted(
        .step(step.checklist, step.step), isHit: step.counts.failed > 0, took: step.median,
        words: step.counts.words(of: "ran \(step.counts.ran)"))
    }
    return numbers
  }
}

extension RunFigures.StepCounts {
  /// As in `12 steps, 1 failed, 2 skipped`: what is none is left out.
  func words(of whole: String) -> String {
    whole
      + [("failed", failed), ("skipped", skipped), ("overridden", overridden)].filter { $0.1 > 0 }
      .map { ", \($0.1) \($0.0)" }.joined()
  }
}
