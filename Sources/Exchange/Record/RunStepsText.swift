import Domain
import Text

/// The steps of a section as text, each with everything written on it underneath.
struct RunStepsText {
  let record: RunRecord
  let glyphs: Glyphs
  let width: Int?

  private var run: Run { record.run }

  func text(of section: Section) -> String {
    let steps = run.steps.filter { $0.section == section }
    guard !steps.isEmpty else { return "" }
    let isUnentered = run.state != .planned && !run.progress.isOpen(section, in: run.version)
    var text = "\n\(section.rawValue)\(isUnentered ? " (not entered)" : "")\n"
    var group: [String] = []
    for step in steps {
      if step.group != group {
        group = step.group
        text += group.isEmpty ? "\n" : HangingText.text("  ", visible(group.joined(separator: " / ")), width: width)
      }
      text += self.text(of: step)
    }
    return text
  }

  private func text(of step: Step) -> String {
    let progress = run.progress(of: step.id)
    let state = glyphs.sign(of: progress.state) + " " + progress.state.rawValue
    let number = String(step.number).padded(toWidth: 3, alignment: .right)
    let prefix = "  \(state.padded(toWidth: 16)) \(number)  " + String(repeating: "  ", count: min(step.depth, 8))
    var text = HangingText.text(prefix, title(of: step).text, width: width)
    let words = EntryPhrase(record: record)
    let indent = String(repeating: " ", count: 24 + 2 * min(step.depth, 8))
    for entry in run.entries(of: step.id) where !run.isToldByOutcome(entry) {
      text += HangingText.text(indent, Self.line(entry, words).text, width: width)
    }
    for execution in record.executions(of: step.id) {
      text += ExecutionText(record: record, width: width).text(execution, indent: indent)
    }
    if progress.isAwaitingConfirmation {
      text += HangingText.text(indent, "waits for the other of the pair to confirm", width: width)
    }
    return text
  }

  private func title(of step: Step) -> Phrase {
    let marks = [
      step.isKiller ? "killer" : nil, step.attributes.deploys ? "deploys" : nil,
      step.attributes.isNoReturn ? "no return" : nil,
    ].compactMap(\.self)
    let title: Phrase = "\(RunHeader.line(Filled.text(step.text, run.parameters)))"
    let marked = marks.isEmpty ? title : title + " [\(own: marks.joined(separator: ", "))]"
    guard let condition = run.version.unmetCondition(of: step, for: run.parameters) else { return marked }
    let sign = condition.isEqual ? "=" : "!="
    return marked + " [only for \(condition.parameter) \(own: sign) \(condition.value)]"
  }

  /// As in `10:41 bo: done (2nd attempt, took 12m)`.
  static func line(_ entry: Entry, _ words: EntryPhrase) -> Phrase {
    "\(own: words.time(entry.at)) \(entry.by) \(words.phrase(for: entry))"
  }
}
