extension Draft {
  /// Rule 3: the other one of the pair stands behind a killer step's outcome.
  mutating func confirm(_ id: StepID) throws(Refusal) {
    let (attempt, isLate) = try confirmable(id)
    try requirePair(for: id)
    if attempt.endedBy?.by == signature.by { throw .confirmationNeedsAnotherPerson(id) }
    let isVerified =
      signature.isVouchedFor && attempt.endedBy?.isVouchedFor == true
      && attempt.endedBy?.account != signature.account
    write(isLate ? .countersigned : .confirmed, step: id) {
      $0.target = attempt.entry
      $0.assurance = isVerified ? .verified : .unverified
    }
  }

  mutating func goOnWithoutPartner(_ id: StepID, _ reason: String) throws(Refusal) {
    try requireWork()
    try requireText(reason, for: "going on without the other of the pair at step \(id)")
    let (attempt, isLate) = try confirmable(id)
    if isLate { throw .nothingToConfirm(id) }
    try requirePair(for: id)
    if attempt.endedBy?.by != signature.by { throw .partnerIsHere(id) }
    write(.unconfirmed, step: id) {
      $0.reason = reason
      $0.target = attempt.entry
      $0.assurance = .unverified
    }
  }

  /// The attempt that waits for a second person, and whether the run has already gone on without.
  private func confirmable(_ id: StepID) throws(Refusal) -> (attempt: Attempt, isLate: Bool) {
    let progress = run.progress(of: id)
    guard progress.isKiller else { throw .notAKiller(id) }
    guard let attempt = progress.lastAttempt, attempt.outcome?.settles == true else { throw .nothingToConfirm(id) }
    if attempt.confirmation?.canBeCountersigned == true {
      guard run.state.isActive || run.state.isOver else { throw .runNotStarted(run.number) }
      return (attempt, true)
    }
    guard attempt.confirmation == nil else { throw .nothingToConfirm(id) }
    try requireWork()
    return (attempt, false)
  }
}
