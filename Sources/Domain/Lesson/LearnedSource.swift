extension LessonSource {
  /// Where a lesson comes from, of what somebody says who has just learned it.
  ///
  /// In an active run it is a redline, which is kept on the run's record too. Of a finished run it is the failure of the
  /// step, where the step has failed in it, and else the review of the run.
  ///
  /// - Parameter isRetro: It came up in a review, of whatever is named, or of a near miss.
  public static func learned(
    in run: Run?, at step: StepID? = nil, incident: Int? = nil, isRetro: Bool = false
  ) -> LessonSource {
    if isRetro { return .retro(run: run?.number, incident: incident) }
    guard let run else { return incident.map { .incident($0) } ?? .observation }
    if run.state.isActive { return .redline(run.number) }
    let hasFailed = step.map { run.progress(of: $0).attempts.contains { $0.outcome == .failed } } ?? false
    return hasFailed ? .failure(run.number) : .retro(run: run.number, incident: incident)
  }
}
