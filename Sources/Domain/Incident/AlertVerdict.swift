/// What a message about an alert is, beside what is known of it.
public enum AlertVerdict: Hashable, Sendable {
  /// It fires, and nobody is at it: it takes an incident.
  case fires
  /// It began and is over: its end was told before its beginning. It takes an incident, that somebody may look.
  case wasOver
  /// It fires again while its incident is still seen to.
  case firesAgain
  case over
  /// Something else was told that is worth a line: an acknowledgement, an escalation, a note.
  case told
  /// Nothing that is not known: it is counted.
  case same
  /// It is older than what is known: it is counted.
  case late
  /// An end without a beginning: it is remembered, and takes no incident.
  case overUnknown
  /// Something was told of an alert that nobody has heard of, and it says not whether it fires.
  case unknown

  /// - Parameters:
  ///   - known: What the store has of the alert's key; its times are not ahead of our clock, and the alert's must not be.
  ///   - isSeenTo: Whether the incident that it went to is open or mitigated.
  public init(of alert: Alert, known: KnownAlert?, isSeenTo: Bool) {
    guard let isFiring = alert.change.isFiring else {
      self = known?.incident == nil ? .unknown : .told
      return
    }
    guard let known else {
      self = isFiring ? .fires : .overUnknown
      return
    }
    self = isFiring ? Self.firing(alert, known, isSeenTo: isSeenTo) : Self.ending(alert, known)
  }

  private static func firing(_ alert: Alert, _ known: KnownAlert, isSeenTo: Bool) -> AlertVerdict {
    // Webhooks overtake one another: what began no later than the end that is known is that very firing.
    if !known.isFiring, let ended = known.endedAt, let at = alert.changedAt, at <= ended {
      if known.incident == nil { return .wasOver }
      return alert.change == .acknowledged || alert.change == .escalated ? .told : .late
    }
    // Whoever acknowledges it is at it already.
    guard isSeenTo else { return alert.change == .acknowledged && known.incident != nil ? .told : .fires }
    guard known.isFiring else { return .firesAgain }
    switch alert.change {
    case .acknowledged, .escalated, .reopened: return .told
    case .triggered, .resolved, .other: return .same
    }
  }

  private static func ending(_ alert: Alert, _ known: KnownAlert) -> AlertVerdict {
    guard known.isFiring else { return .same }
    if let started = known.startedAt, let ended = alert.endedAt, ended < started { return .late }
    return .over
  }
}

extension AlertVerdict {
  /// Whether it stands on an incident's timeline.
  public var isNews: Bool {
    switch self {
    case .fires, .wasOver, .firesAgain, .over, .told: true
    case .same, .late, .overUnknown, .unknown: false
    }
  }
}
