import Domain

extension IncidentTimes {
  /// Declared at `t0`, and what else is known, in minutes from there.
  static func at(_ minutes: [IncidentTime: Int64]) -> IncidentTimes {
    var times = IncidentTimes(declared: .t0 + .minutes(minutes[.declared] ?? 0))
    for (kind, minute) in minutes { times[kind] = .t0 + .minutes(minute) }
    return times
  }
}

extension Incident {
  static func sample(_ times: IncidentTimes = IncidentTimes(declared: .t0), services: [String] = []) -> Incident {
    Incident(
      number: IncidentNumber(9), team: TeamName("platform"), title: "Logs are dropped", services: services,
      times: times, openedBy: Handle("ana"))
  }
}

extension IncidentEntry {
  /// By ana at her own login, written when it happened unless a test says otherwise.
  static func sample(
    _ seq: Int, at minute: Int64, written: Int64? = nil, kind: IncidentEntryKind = .observation, target: Int? = nil
  ) -> IncidentEntry {
    IncidentEntry(
      seq: seq, kind: kind, text: "entry \(seq)", signature: Signature(.ana), at: .t0 + .minutes(minute),
      written: .t0 + .minutes(written ?? minute), target: target)
  }
}
