import Domain

/// The steps of a section as a table, each with its attempts, reasons, values and confirmations.
struct RunStepsMarkdown {
  let record: RunRecord

  private var run: Run { record.run }

  func title(of section: Section) -> String {
    let name = section.rawValue.prefix(1).uppercased() + section.rawValue.dropFirst()
    return section == .rollback && !run.progress.entered.contains(.rollback) ? name + " (not entered)" : name
  }

  func table(of section: Section) -> MarkdownTable {
    MarkdownTable(
      header: ["No.", "Step", "State", "By", "At", "Took", "Confirmed", "On the record"],
      rows: run.steps.filter { $0.section == section }.map(row))
  }

  private func row(_ step: Step) -> [Phrase] {
    let progress = run.progress(of: step.id)
    let words = EntryPhrase(record: record)
    let attempt = progress.lastAttempt
    let by = attempt?.endedBy?.by ?? attempt?.startedBy
    let at = attempt?.endedAt ?? attempt?.startedAt
    return [
      "\(own: step.number)", title(of: step),
      "\(own: Glyphs.unicode.sign(of: progress.state)) \(own: progress.state.rawValue)", "\(by?.text ?? "")",
      "\(own: at.map(words.time) ?? "")", "\(own: attempt?.duration.map(ElapsedText.text) ?? "")",
      confirmation(progress), story(of: step, words),
    ]
  }

  private func title(of step: Step) -> Phrase {
    let group: Phrase = step.group.isEmpty ? "" : "\(step.group.joined(separator: " / ")): "
    let title: Phrase = "\(RunHeader.line(Filled.text(step.text, run.parameters)))"
    let marks: [Phrase] = [
      "", step.isKiller ? "**killer**" : "", step.attributes.deploys ? "**deploys**" : "",
      step.attributes.isNoReturn ? "**no return**" : "",
    ]
    if let condition = run.version.unmetCondition(of: step, for: run.parameters) {
      let sign = condition.isEqual ? "=" : "!="
      return group + title + "<br>only for \(condition.parameter) \(own: sign) \(condition.value)"
    }
    return group + title + marks.filter { $0 != "" }.map { "<br>" + $0 }.joined("")
  }

  private func confirmation(_ progress: StepProgress) -> Phrase {
    switch progress.confirmation {
    case .confirmed(let by, let assurance): "\(by), \(own: assurance.rawValue)"
    case .countersigned(let by, let assurance): "\(by), \(own: assurance.rawValue), late"
    case .withoutPartner: "nobody, unverified"
    case nil: progress.isAwaitingConfirmation ? "waiting" : ""
    }
  }

  /// Everything on the step but what its row says already: a lone, plain outcome.
  private func story(of step: Step, _ words: EntryPhrase) -> Phrase {
    let entries = run.entries(of: step.id).filter { !run.isToldByOutcome($0) }
    if let only = entries.first, entries.count == 1, only.kind == .done, only.reason == nil, only.value == nil,
      only.signature.isOneself, !only.isOutOfOrder, only.written - only.at < .seconds(60)
    {
      return ""
    }
    return entries.map { RunStepsText.line($0, words) }.joined("<br>")
  }
}
