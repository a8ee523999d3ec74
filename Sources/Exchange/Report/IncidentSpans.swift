import Domain

/// How long an incident took to be seen, to stop hurting, and to be over: parts that follow one another.
enum IncidentSpans {
  struct Part {
    var name: String
    var from: Instant?
    /// Nil while it goes on, or where nobody knows.
    var until: Instant?

    /// Nil where one of its ends is not known.
    var duration: Duration? {
      guard let from, let until, from <= until else { return nil }
      return until - from
    }
  }

  /// From impact to detection, from there to mitigation, from there to resolution.
  ///
  /// A part of which nobody knows a time is missing. Where nobody knows when it was detected, the second begins when it was
  /// declared; where it was resolved without being mitigated before, the third begins where the second would.
  static func all(_ times: IncidentTimes) -> [Part] {
    let seen = times.detected ?? times.declared
    let isOver = times.resolved != nil
    return [
      Part(name: "to detect", from: times.impactBegan, until: times.detected),
      Part(
        name: "to mitigate", from: times.mitigated == nil && isOver ? nil : seen, until: times.mitigated),
      Part(
        name: "to resolve", from: times.mitigated ?? (isOver ? seen : nil), until: times.resolved),
    ].filter { $0.from != nil && !($0.name == "to detect" && times.detected == nil) }
  }

  /// How long it hurt: from impact to mitigation, or to resolution where nobody mitigated it before.
  static func impact(_ times: IncidentTimes) -> Duration? {
    guard let from = times.impactBegan, let until = times.mitigated ?? times.resolved, from <= until else { return nil }
    return until - from
  }
}
