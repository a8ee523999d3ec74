extension Draft {
  /// The step is claimed as by `start`; whoever takes part may run the command of a step that somebody else has claimed.
  mutating func beginCommand(_ id: StepID, _ text: String) throws(Refusal) {
    try requireWork()
    let step = try active(id)
    guard step.mode != .manual else {
      throw step.commands.isEmpty ? .noCommand(id) : .stepIsManual(id)
    }
    switch run.progress(of: id).state {
    // An inactive one may only wait for its section, which starting it enters, or says what stands in the way.
    case .open, .failed, .inactive: try start(id)
    case .started:
      if step.isKiller { try requirePair(for: id) }
      try requireWorker()
    case let state: throw .stepAlready(id, state)
    }
    write(.commandStarted, step: id) { $0.value = text }
  }

  mutating func stopCommand(_ id: StepID, _ begun: Int, _ text: String) {
    write(.commandStopped, step: id) {
      $0.value = text
      $0.target = begun
    }
  }

  mutating func endCommand(_ id: StepID, _ begun: Int, _ text: String, _ evidence: Evidence?) {
    write(.commandEnded, step: id) {
      $0.value = text
      $0.target = begun
      $0.evidence = evidence
    }
  }
}

extension Run {
  /// The step, where a check's yes may tick it for whoever ran the check: one that a tick of theirs alone would settle.
  ///
  /// Never a killer step, which takes two people, and none that asks for a value, which takes somebody who looks.
  public func takesTick(ofCheck id: StepID) -> Bool {
    guard let step = steps.first(where: { $0.id == id }), step.mode == .check else { return false }
    return !step.isKiller && step.attributes.value == nil && progress(of: id).state == .started
  }
}
