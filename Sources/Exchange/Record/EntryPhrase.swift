import Domain

/// What an entry says, in words: the predicate to its writer's name.
struct EntryPhrase {
  let record: RunRecord

  private var run: Run { record.run }

  /// As in `failed (1st attempt, took 3m): port 34567 in use`.
  ///
  /// The program's words come first and somebody's text last, so that a text can't pass for a remark.
  func phrase(for entry: Entry) -> Phrase {
    act(of: entry) + remarks(on: entry) + content(of: entry) + reason(of: entry)
  }

  /// The time that the record tells, short where the day is the run's own.
  func time(_ instant: Instant) -> String { record.clock.time(instant, near: run.progress.startedAt) }

  private func act(of entry: Entry) -> Phrase {
    switch entry.kind {
    case .runPlanned: "planned the run"
    case .runMoved: "moved the plan"
    case .runCancelled: "cancelled the plan"
    case .runStarted: "started the run"
    case .ruleOverridden: "overrode a rule"
    case .provenInStaging: "gave the proof from staging"
    case .stepReturned: "brought back what was deferred"
    case .sectionEntered: "entered \(own: entry.section?.rawValue ?? "a section")"
    case .started, .note, .redlined, .evidence: "\(own: Self.verbs[entry.kind] ?? "")"
    case .done, .failed, .skipped, .deferred, .overridden, .notApplicable: outcome(entry)
    case .confirmed: "confirmed, \(own: assurance(entry))"
    case .unconfirmed: "went on without the other of the pair, unverified"
    case .countersigned: "countersigned late, \(own: assurance(entry))"
    case .corrected: "withdrew \(named(entry.target))"
    case .reason: "gave the reason owed for \(named(entry.target))"
    case .commandStarted: "began"
    case .commandStopped: "asked for a stop of"
    case .commandEnded: "wrote down the end of"
    case .joined: "put \(entry.subject ?? entry.by) on the run as \(own: (entry.role ?? .helper).rawValue)"
    case .left: "took \(entry.subject ?? entry.by) off the run"
    case .handedOver: "handed over from \(entry.value ?? "nobody") to \(entry.subject ?? entry.by)"
    case .paused: "paused the run"
    case .resumed: "resumed the run"
    case .finished: "finished the run"
    case .aborted: "aborted the run"
    case .rollbackEntered: "entered rollback"
    case .rolledBack: "marked the run as rolled back"
    }
  }

  private static let verbs: [EntryKind: String] = [
    .started: "started", .note: "noted", .redlined: "redlined", .evidence: "attached",
  ]

  /// The entry's value in its kind's words.
  private func content(of entry: Entry) -> Phrase {
    if let evidence = entry.evidence {
      let came: Phrase = entry.kind == .commandEnded ? " \(entry.value ?? ""); output in" : ""
      return came + " \(evidence.name), \(own: evidence.size) bytes, SHA-256 \(code: evidence.sha256)"
    }
    guard let value = entry.value, entry.kind != .handedOver else { return "" }
    switch entry.kind {
    case .runPlanned, .runMoved: return " for \(planned(value))"
    case .rolledBack: return value == run.number.description ? ", by its own rollback" : ", by run \(value)"
    // What the program wrote of them is the object of the sentence: `execution 12: exit 1 after 3s`.
    case .commandStarted, .commandStopped, .commandEnded: return " \(value)"
    case .note, .redlined, .ruleOverridden, .provenInStaging, .stepReturned, .finished: return ": \(value)"
    default: return ", value \"\(value)\""
    }
  }

  private func outcome(_ entry: Entry) -> Phrase {
    var details: [Phrase] = []
    if let place = run.attempt(endedBy: entry) {
      if place.of > 1 { details.append("\(own: Self.ordinal(place.number)) attempt") }
      if let starter = place.attempt.startedBy, starter != entry.by { details.append("started by \(starter)") }
      if let took = place.attempt.duration { details.append("took \(own: ElapsedText.text(took))") }
    }
    var phrase: Phrase = "\(own: entry.kind.rawValue)"
    if !details.isEmpty { phrase += " (" + details.joined(", ") + ")" }
    return phrase
  }

  private func reason(of entry: Entry) -> Phrase {
    if let reason = entry.reason { return ": \(reason)" }
    guard entry.isReasonOwed else { return "" }
    let isOwed = entry.step.map { run.progress(of: $0).owedReasons.contains(entry.seq) } ?? false
    return isOwed ? ", reason still owed" : ", reason given later"
  }

  private func remarks(on entry: Entry) -> Phrase {
    var remarks: [Phrase] = []
    if run.isWithdrawn(entry) { remarks.append("withdrawn") }
    if entry.isOutOfOrder { remarks.append("out of order") }
    if !entry.signature.isOneself { remarks.append("typed at the login \(entry.signature.login)") }
    if entry.written - entry.at >= .seconds(60) { remarks.append("written \(own: time(entry.written))") }
    return remarks.isEmpty ? "" : " [" + remarks.joined(", ") + "]"
  }

  private func named(_ target: Int?) -> Phrase {
    guard let entry = run.entries.first(where: { $0.seq == target }) else { return "an entry" }
    return "\(own: entry.kind.rawValue) of \(own: time(entry.at)) by \(entry.by)"
  }

  private func planned(_ value: String) -> Phrase {
    guard let instant = Instant(rfc3339: value) else { return "\(value)" }
    return "\(own: record.clock.dateAndTime(instant))"
  }

  private func assurance(_ entry: Entry) -> String { (entry.assurance ?? .unverified).rawValue }

  static func ordinal(_ number: Int) -> String {
    let ending =
      switch (number % 100, number % 10) {
      case (11...13, _): "th"
      case (_, 1): "st"
      case (_, 2): "nd"
      case (_, 3): "rd"
      default: "th"
      }
    return "\(number)\(ending)"
  }
}
