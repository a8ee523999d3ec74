import Domain
import Exchange

/// Retros as the verbs that write them print them.
enum RetroReport {
  /// As in `retro 3 of incident 9: draft, due Thu 2026-11-26, in 5 days; open: what-happened, what-do-we-do`.
  static func line(_ record: RetroRecord) -> String {
    let retro = record.retro
    let due = RetroDueText.text(retro, at: record.now, in: record.clock.zone)
    let open = record.openQuestions.map(\.rawValue).joined(separator: ", ")
    return "retro \(retro.number) of \(retro.subject): \(retro.state.words), \(due); "
      + (open.isEmpty ? "no question is open" : "open: \(open)")
  }

  /// Answers that nothing comes of; empty where there are none.
  static func loose(_ record: RetroRecord) -> String {
    let loose = record.looseAnswers.map(\.rawValue)
    guard !loose.isEmpty else { return "" }
    return "warning: \(loose.joined(separator: ", ")) "
      + (loose.count == 1 ? "ends" : "end") + " in no action, no lesson and no decision"
  }
}
