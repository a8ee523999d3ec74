extension IncidentTimes {
  /// The first of its times: when impact began, else when it was detected, else when it was declared.
  public var first: (kind: IncidentTime, at: Instant) {
    if let impactBegan { return (.impactBegan, impactBegan) }
    if let detected { return (.detected, detected) }
    return (.declared, declared)
  }

  /// How long it took from the first of its times to this one; nil where either is not known, or where it is the first one.
  ///
  /// One that is declared the morning after, and of which nothing else is known, has no such spans.
  public func span(to kind: IncidentTime) -> Duration? {
    guard kind != first.kind, let at = self[kind], at >= first.at else { return nil }
    return at - first.at
  }
}
