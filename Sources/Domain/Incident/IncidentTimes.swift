/// The six times of an incident, kept apart (design.md, section 4).
public struct IncidentTimes: Hashable, Sendable {
  /// When customers, or the system, began to suffer; nil while nobody knows.
  public var impactBegan: Instant?
  /// When an alert or a person saw it first.
  public var detected: Instant?
  /// When somebody called it an incident.
  public var declared: Instant
  /// When it stopped hurting.
  public var mitigated: Instant?
  /// When its trouble was gone.
  public var resolved: Instant?
  /// When nothing was left to be learned of it.
  public var closed: Instant?

  public init(
    impactBegan: Instant? = nil, detected: Instant? = nil, declared: Instant, mitigated: Instant? = nil,
    resolved: Instant? = nil, closed: Instant? = nil
  ) {
    self.impactBegan = impactBegan
    self.detected = detected
    self.declared = declared
    self.mitigated = mitigated
    self.resolved = resolved
    self.closed = closed
  }

  public subscript(_ kind: IncidentTime) -> Instant? {
    get {
      switch kind {
      case .impactBegan: impactBegan
      case .detected: detected
      case .declared: declared
      case .mitigated: mitigated
      case .resolved: resolved
      case .closed: closed
      }
    }
    set {
      switch kind {
      case .impactBegan: impactBegan = newValue
      case .detected: detected = newValue
      case .declared: declared = newValue ?? declared
      case .mitigated: mitigated = newValue
      case .resolved: resolved = newValue
      case .closed: closed = newValue
      }
    }
  }

  /// Refuses times that can't have come in this order.
  ///
  /// Impact, detection, mitigation, resolution and closing follow one another. Declaring comes after detection and before
  /// closing, and anywhere between: some incidents are declared the morning after.
  /// - Throws: `IncidentRefusal.outOfOrder`, `.inTheFuture`.
  public func check(at now: Instant) throws(IncidentRefusal) {
    for kind in IncidentTime.allCases {
      if let time = self[kind], time > now { throw .inTheFuture(kind, time, now: now) }
    }
    for order in [
      [IncidentTime.impactBegan, .detected, .mitigated, .resolved, .closed], [.detected, .declared, .closed],
    ] {
      let known = order.compactMap { kind in self[kind].map { (kind, $0) } }
      for (earlier, later) in zip(known, known.dropFirst()) where earlier.1 > later.1 {
        throw .outOfOrder(earlier.0, earlier.1, later.0, later.1)
      }
    }
  }
}

/// One of the six times of an incident. The raw values are part of the JSON.
public enum IncidentTime: String, CaseIterable, Sendable {
  case impactBegan = "impact-began"
  case detected, declared, mitigated, resolved, closed

  public var words: String { self == .impactBegan ? "impact began" : rawValue }
}
