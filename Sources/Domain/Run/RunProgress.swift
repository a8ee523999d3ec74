/// What a run's entries add up to.
public struct RunProgress: Sendable {
  public internal(set) var state: RunState
  public internal(set) var steps: [StepID: StepProgress]
  /// Everybody who was on the run, in the order they came; a change of role is a new line.
  public internal(set) var people: [Participation]
  /// The sections that an entry says were entered.
  public internal(set) var entered: Set<Section>
  public internal(set) var startedAt: Instant?
  public internal(set) var endedAt: Instant?
  /// Entries that a later one withdrew, by `seq`.
  public internal(set) var withdrawn: Set<Int>

  /// Adds the entries up, oldest first, leaving out what was withdrawn.
  public init(version: ChecklistVersion, parameters: [String: String], entries: [Entry]) {
    state = .planned
    steps = [:]
    people = []
    entered = []
    withdrawn = Set(entries.lazy.filter { $0.kind == .corrected }.compactMap(\.target))
    steps.reserveCapacity(version.steps.count)
    for step in version.steps {
      steps[step.id] = StepProgress(state: .open, isKiller: step.isKiller)
    }
    for (index, entry) in entries.enumerated() {
      if let step = entry.step { steps[step]?.entries.append(index) }
      if !withdrawn.contains(entry.seq) { apply(entry) }
    }
    settleActivity(version: version, parameters: parameters)
  }

  /// Whether the section's steps can be worked on: it is the first that has any, or was entered, or all before it is settled.
  public func isOpen(_ section: Section, in version: ChecklistVersion) -> Bool {
    if entered.contains(section) { return true }
    guard section.isRequired else { return false }
    return unsettled(before: section, in: version).isEmpty
  }

  /// The unsettled steps of the required sections before this one.
  public func unsettled(before section: Section, in version: ChecklistVersion) -> [Step] {
    version.steps.filter {
      $0.section.isRequired && $0.section < section && steps[$0.id]?.isSettled == false
    }
  }

  /// Every active step that is not settled, in the order of the run.
  public func unsettled(in version: ChecklistVersion) -> [Step] {
    version.steps.filter { steps[$0.id]?.isSettled == false }
  }

  /// Adds entries that follow those added up so far, `first` being the index of the first one.
  ///
  /// Withdrawing changes what came before, so then everything is added up anew.
  mutating func append(
    _ new: ArraySlice<Entry>, of all: [Entry], version: ChecklistVersion, parameters: [String: String]
  ) {
    guard !new.contains(where: { $0.kind == .corrected }) else {
      self = RunProgress(version: version, parameters: parameters, entries: all)
      return
    }
    for index in new.indices {
      if let step = new[index].step { steps[step]?.entries.append(index) }
      apply(new[index])
    }
    settleActivity(version: version, parameters: parameters)
  }

  /// Makes open steps inactive and inactive ones open, by whether they can be worked on now. One pass: the steps are
  /// in the order of the run.
  private mutating func settleActivity(version: ChecklistVersion, parameters: [String: String]) {
    var section: Section?
    var isOpen = false
    var isAllSettled = true
    for index in version.steps.indices {
      if version.steps[index].section != section {
        let next = version.steps[index].section
        section = next
        isOpen = entered.contains(next) || (next.isRequired && isAllSettled)
      }
      let id = version.steps[index].id
      guard let progress = steps[id] else { continue }
      guard progress.state == .open || progress.state == .inactive else {
        if !progress.isSettled { isAllSettled = false }
        continue
      }
      let isCalledFor = isCalledFor(version.steps[index], version, parameters)
      let state: StepState = isOpen && isCalledFor ? .open : .inactive
      if progress.state != state { steps[id]?.state = state }
      if isCalledFor { isAllSettled = false }
    }
  }

  private func isCalledFor(_ step: Step, _ version: ChecklistVersion, _ parameters: [String: String]) -> Bool {
    guard step.attributes.condition != nil || step.parent != nil else { return true }
    return version.unmetCondition(of: step, for: parameters) == nil
  }
}

extension RunProgress {
  private mutating func apply(_ entry: Entry) {
    switch entry.kind {
    case .runPlanned, .runMoved: state = .planned
    case .runCancelled: end(.cancelled, entry)
    case .runStarted:
      state = .running
      startedAt = entry.at
    case .paused: state = .paused
    case .resumed: state = .running
    case .finished: end(RunState(rawValue: entry.value ?? "") ?? .completed, entry)
    case .aborted: end(.aborted, entry)
    case .rolledBack: state = .rolledBack
    case .rollbackEntered: entered.insert(.rollback)
    case .sectionEntered: if let section = entry.section { entered.insert(section) }
    case .joined, .left, .handedOver: move(entry)
    case .ruleOverridden, .provenInStaging, .stepReturned, .note, .redlined, .evidence, .corrected, .commandStarted,
      .commandStopped, .commandEnded:
      break
    default: applyToStep(entry)
    }
  }

  private mutating func end(_ ending: RunState, _ entry: Entry) {
    state = ending
    endedAt = entry.at
  }

  /// A hand-over names who goes in `value` and who comes in `subject`.
  private mutating func move(_ entry: Entry) {
    let person = entry.subject ?? entry.by
    let leaver = entry.kind == .handedOver ? entry.value.map { Handle($0) } : nil
    for index in people.indices where people[index].until == nil {
      if people[index].who == person || people[index].who == leaver { people[index].until = entry.at }
    }
    if entry.kind != .left {
      people.append(Participation(who: person, role: entry.role ?? .helper, from: entry.at))
    }
  }

  private mutating func applyToStep(_ entry: Entry) {
    guard let id = entry.step, var step = steps[id] else { return }
    if entry.kind == .started {
      var attempt = Attempt()
      attempt.startedBy = entry.by
      attempt.startedAt = entry.at
      if step.attempts.last?.outcome == nil { _ = step.attempts.popLast() }
      step.attempts.append(attempt)
      step.state = .started
    } else if let outcome = entry.kind.outcome {
      var attempt = step.attempts.last?.outcome == nil ? step.attempts.popLast() ?? Attempt() : Attempt()
      attempt.outcome = outcome
      attempt.endedBy = entry.signature
      attempt.endedAt = entry.at
      attempt.reason = entry.reason
      attempt.value = entry.value
      attempt.entry = entry.seq
      step.attempts.append(attempt)
      step.state = StepState(outcome)
      if entry.isReasonOwed { step.owedReasons.append(entry.seq) }
    } else if !step.attempts.isEmpty {
      supplement(&step, entry)
    }
    steps[id] = step
  }

  private func supplement(_ step: inout StepProgress, _ entry: Entry) {
    guard let index = step.attempts.lastIndex(where: { $0.entry == entry.target }) else { return }
    switch entry.kind {
    case .confirmed:
      step.attempts[index].confirmation = .confirmed(by: entry.by, entry.assurance ?? .unverified)
    case .countersigned:
      step.attempts[index].confirmation = .countersigned(by: entry.by, entry.assurance ?? .unverified)
    case .unconfirmed:
      step.attempts[index].confirmation = .withoutPartner(by: entry.by, reason: entry.reason ?? "")
    case .reason:
      step.attempts[index].reason = entry.reason
      step.owedReasons.removeAll { $0 == entry.target }
    default: break
    }
  }
}
