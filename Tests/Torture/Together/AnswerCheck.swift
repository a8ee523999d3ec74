/// Looks at each answer that somebody was given while others worked: is it one, and can a person do something with it?
struct AnswerCheck {
  /// Longer than this nobody waits for others with a short command.
  let patience: Duration

  /// What SQLite says and people should never see.
  private static let raw = [
    "database is locked", "sqlite_", "sqlite error", "malformed", "constraint failed", "disk i/o",
  ]

  func run(_ done: [Done], _ report: inout TrialReport) {
    var impatient: [Done] = []
    for line in done {
      let ended = line.ended
      report.count(ended.succeeded ? "acknowledged" : "refused")
      if let problem = problem(line) { report.find("worker \(line.worker): \(problem): \(ended)") }
      if !ended.succeeded, let refusal = refusal(of: line) { report.count("refused: \(refusal)") }
      if line.deed.kind.isShort, line.waited > patience { impatient.append(line) }
    }
    if let longest = impatient.max(by: { $0.waited < $1.waited }) {
      let waited = RecordCheck.milliseconds(longest.waited)
      report.find(
        "\(impatient.count) waited too long for others, worker \(longest.worker) for \(waited) ms: \(longest.ended)")
    }
  }

  private func problem(_ line: Done) -> String? {
    let ended = line.ended
    let errors = ended.errors.lowercased()
    if let words = Self.raw.first(where: errors.contains) { return "the words of SQLite (\"\(words)\")" }
    if ended.isOutOfTime { return "no end" }
    if ended.exitCode == nil { return "a death" }
    return ended.succeeded || refusal(of: line) != nil ? nil : "a refusal that no rule explains"
  }

  private func refusal(of line: Done) -> String? {
    line.deed.kind.refusals.first { line.ended.exitCode == $0.exitCode && line.ended.errors.contains($0.words) }?.words
  }
}
