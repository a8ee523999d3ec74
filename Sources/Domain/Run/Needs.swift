/// Something on a run that waits for one person.
public enum Need: Hashable, Sendable {
  /// A killer step that somebody else did, and that only another of the pair can confirm (rule 3).
  case confirm(StepID, doneBy: Handle)
  /// A killer step that went on without them, to be countersigned late (rule 3).
  case countersign(StepID, doneBy: Handle)
  /// Reasons that they owe: the run cannot finish without (rule 2).
  case giveReasons([StepID])
  /// The step that they have claimed, else the one where work goes on, on a run of theirs.
  case goOn(StepID)
  /// Everything is settled, and nobody has finished the run.
  case finish
  /// Of the pair of a run that is paused.
  case resume
}

extension Run {
  /// What waits for that person, the most urgent first. Only the pair confirms and goes on; a reason is owed by whoever
  /// owes it.
  public func needs(of person: Handle) -> [Need] {
    guard role(of: person) == .pair else { return state.isActive ? owed(by: person) : [] }
    var needs: [Need] = []
    for step in steps {
      let progress = progress(of: step.id)
      guard let doer = progress.lastAttempt?.endedBy?.by, doer != person else { continue }
      if state.isActive, progress.isAwaitingConfirmation { needs.append(.confirm(step.id, doneBy: doer)) }
      if progress.confirmation?.canBeCountersigned == true { needs.append(.countersign(step.id, doneBy: doer)) }
    }
    guard state.isActive else { return needs }
    needs += owed(by: person)
    if state == .paused { return needs + [.resume] }
    let unsettled = unsettledNow
    if unsettled.isEmpty { return needs + [.finish] }
    let claimed = unsettled.first { step in
      let progress = progress(of: step.id)
      return progress.state == .started && progress.lastAttempt?.startedBy == person
    }
    // What waits for a signature is not for anybody to go on with.
    let next = unsettled.first { !progress(of: $0.id).isAwaitingConfirmation }
    return (claimed ?? next).map { needs + [.goOn($0.id)] } ?? needs
  }

  /// The steps that work goes on with, in order, those that wait for a signature among them; empty where all is settled.
  public var unsettledNow: [Step] {
    let all = progress.unsettled(in: version)
    // Once rollback is entered, it is what work goes on with.
    let rollback = progress.entered.contains(.rollback) ? all.filter { $0.section == .rollback } : []
    return rollback.isEmpty ? all : rollback
  }

  private func owed(by person: Handle) -> [Need] {
    let mine = Set(entries.lazy.filter { $0.by == person }.map(\.seq))
    let owed = owingSteps.filter { !mine.isDisjoint(with: progress(of: $0.id).owedReasons) }
    return owed.isEmpty ? [] : [.giveReasons(owed.map(\.id))]
  }
}
