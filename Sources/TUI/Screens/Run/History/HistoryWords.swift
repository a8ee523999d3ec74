import Domain

/// How a line usually goes, and why it is there, in two or three sentences.
struct HistoryWords {
  let history: LineHistory

  /// Empty where nothing is known.
  func sentences(on step: Step) -> [String] {
    let yield = history.yields[step.id]
    return [yield.flatMap(usual), yield.flatMap(failures), estimate(of: step)].compactMap(\.self)
      + (history.origins[step.id].map { origin($0) } ?? [])
  }

  /// As in `Usually 58m (41m-1h20m, timed 12 times).`
  private func usual(_ yield: StepYield) -> String? {
    guard let median = yield.median, let fastest = yield.fastest, let slowest = yield.slowest else { return nil }
    let (least, most) = (Self.text(fastest), Self.text(slowest))
    let range = least == most ? "" : "\(least)-\(most), "
    return
      "Usually \(Self.text(median)) (\(range)timed \(yield.timed == 1 ? "once" : "\(yield.timed) times")\(lately))."
  }

  /// Said where there are more runs than were read.
  private var lately: String { history.isCut ? " in the last \(history.runs) runs" : "" }

  /// As in `Failed twice: runs 31, 17.`
  private func failures(_ yield: StepYield) -> String? {
    let failed = yield.failedRuns
    guard !failed.isEmpty else { return nil }
    let times = yield.caught.count
    let count = times == 1 ? "once" : times == 2 ? "twice" : "\(times) times"
    let shown = failed.prefix(5).map(\.description).joined(separator: ", ")
    let rest = failed.count > 5 ? " and \(failed.count - 5) more" : ""
    // Without a time that says of how many.
    let of = yield.timed == 0 ? " in \(runs(yield.ran))" : ""
    return "Failed \(count)\(of): run\(failed.count == 1 ? "" : "s") \(shown)\(rest)."
  }

  private func estimate(of step: Step) -> String? {
    guard history.estimates[step.id] != nil, let expect = step.attributes.expect else { return nil }
    return "The checklist expects \(StepDuration.text(expect)): off by more than half (r s mends it)."
  }

  /// As in `Here since v4, lesson 12, after incident 3 (logs dropped).`
  private func origin(_ origin: StepOrigin) -> [String] {
    let since = origin.since.reference.number
    let first = origin.lessons.filter { $0.foldedInto.map { $0 <= since } ?? false }
    let later = origin.lessons.filter { !first.contains($0) }
    let lessons = first.map(LessonWords.inSentence).joined(separator: "; ")
    let reason = origin.since.reason.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    // Why the first version was made says nothing about one line of it.
    let why = !lessons.isEmpty ? ", \(lessons)" : since > 1 && !reason.isEmpty ? " (\(reason))" : ""
    return ["Here since v\(since)\(why)."]
      + later.map { "Changed in v\($0.foldedInto ?? 0) by \(LessonWords.inSentence($0))." }
  }

  private func runs(_ count: Int) -> String {
    let words = count == 1 ? "1 run" : "\(count) runs"
    return history.isCut ? "\(words) of the last \(history.runs)" : words
  }

  /// To the second below ten minutes, else to the minute.
  private static func text(_ duration: Duration) -> String {
    let seconds = max(0, duration.wholeSeconds)
    return StepDuration.text(.seconds(seconds < 600 ? seconds : (seconds + 30) / 60 * 60))
  }
}
