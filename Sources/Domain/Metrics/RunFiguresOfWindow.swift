/// What runs show of their checklists.
extension Measuring {
  private var ended: [MeasuredRun] { facts.runs.filter { isInWindow($0.endedAt) && $0.startedAt != nil } }

  /// Rehearsals count: the step was done.
  var stepYield: Figure {
    let runs = ended.filter { $0.figures.steps.ran > 0 }
    func sum(_ part: KeyPath<RunFigures.StepCounts, Int>) -> Int {
      runs.reduce(0) { $0 + $1.figures.steps[keyPath: part] }
    }
    var failed = [Double](repeating: 0, count: window.stretches.count)
    var all = failed
    for run in runs {
      guard let index = run.endedAt.flatMap(window.stretch) else { continue }
      failed[index] += Double(run.figures.steps.failed)
      all[index] += Double(run.figures.steps.ran)
    }
    return Figure(
      .stepYield, .share(sum(\.failed), of: sum(\.ran)), n: sum(\.ran),
      parts: [
        Figure.Part("runs", runs.count), Figure.Part("skipped", sum(\.skipped)),
        Figure.Part("overridden", sum(\.overridden)),
      ],
      counted: runs.map { run in
        let steps = run.figures.steps
        return Counted(
          .run(run.number), title(run), at: run.endedAt, isHit: steps.failed > 0,
          words: steps.words(of: "\(steps.ran) steps"))
      }, trend: zip(failed, all).map { $1 > 0 ? $0 * 100 / $1 : nil })
  }

  /// Of runs that came to a good end: another's time says nothing of how long the work takes.
  var runDuration: Figure {
    var shares: [Double] = []
    var over = 0
    var counted: [Counted] = []
    for run in ended where [.completed, .completedExceptDeferred, .rolledBack].contains(run.state) {
      guard run.figures.rollbackEnteredAt == nil, let expected = run.figures.expected, expected > .zero,
        let start = run.startedAt, let end = run.endedAt
      else { continue }
      let took = end - start
      let share = Double(took.wholeMilliseconds) * 100 / Double(expected.wholeMilliseconds)
      shares.append(share)
      if took > expected { over += 1 }
      counted.append(
        Counted(
          .run(run.number), title(run), at: end, isHit: took > expected, took: took,
          words: "expected \(StepDuration.text(expected))"))
    }
    var stretches = [[Double]](repeating: [], count: window.stretches.count)
    for (one, share) in zip(counted, shares) {
      if let index = one.at.flatMap(window.stretch) { stretches[index].append(share) }
    }
    return Figure(
      .runDuration, .percent(shares), n: shares.count, parts: [Figure.Part("longerThanExpected", over)],
      counted: counted, trend: stretches.map { $0.sorted().quantile(0.5) })
  }

  private func title(_ run: MeasuredRun) -> String { "\(run.checklist) \(run.artifact)" }
}
