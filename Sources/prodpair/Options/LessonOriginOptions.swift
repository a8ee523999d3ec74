import ArgumentParser
import Domain

/// Where a lesson comes from.
struct LessonOriginOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The run that taught it.", valueName: "run"), completion: Completions.runs)
  var run: RunNumber?

  @Option(help: ArgumentHelp("The incident that taught it.", valueName: "number"))
  var incident: Int?

  @Option(
    help: ArgumentHelp("The lesson whose trouble came back: this happened before.", valueName: "lesson"),
    completion: Completions.lessons)
  var again: LessonNumber?

  var isGiven: Bool { run != nil || incident != nil || again != nil }

  func validate() throws {
    if let incident, incident < 1 { throw ValidationError("--incident is an incident's number") }
  }

  /// Looked up, with the rules of where a lesson comes from.
  ///
  /// - Throws: `ValidationError` for a run that has not begun, or a run and an incident that nothing joins.
  func source(of run: Run?, at step: StepID?, isRetro: Bool) throws -> LessonSource {
    if let run, run.state == .planned {
      throw ValidationError("run \(run.number) has not begun, so nothing was learned in it: leave --run out")
    }
    if run != nil, incident != nil, !isRetro {
      throw ValidationError("--run and --incident together are the review of both: add --retro, or name one of them")
    }
    return .learned(in: run, at: step, incident: incident, isRetro: isRetro)
  }
}
