/// Who knows what: who of a team has run each of its checklists, and who has been on duty for it.
public struct Coverage: Hashable, Sendable {
  /// How often, and when last.
  public struct Times: Hashable, Sendable {
    public var count: Int
    public var last: Instant

    public init(count: Int, last: Instant) {
      self.count = count
      self.last = last
    }
  }

  /// One checklist.
  public struct Line: Hashable, Sendable {
    public var checklist: ChecklistName
    public var times: [Handle: Times]
    /// Who never ran it, in the order of their handles.
    public var never: [Handle]
    /// The only one who ever did.
    public var only: Handle?
  }

  /// In the order of their handles, none twice.
  public let members: [Handle]
  /// In the order of the checklists that were given.
  public let lines: [Line]
  /// Duties for the team that have begun.
  public let duties: [Handle: Times]

  /// - Parameters:
  ///   - runs: those that began count, rehearsals too: whoever rehearsed it knows it.
  ///   - duties: of the one team.
  public init(
    members: [Handle], checklists: [ChecklistName], runs: some Sequence<RunSummary>, duties: some Sequence<Duty>,
    at now: Instant
  ) {
    let known = Set(members)
    var ran: [ChecklistName: [Handle: Times]] = [:]
    for run in runs {
      guard let at = run.startedAt, at <= now else { continue }
      for who in run.pair.firstOfEach where known.contains(who) {
        Self.count(at, in: &ran[run.version.checklist, default: [:]][who])
      }
    }
    var on: [Handle: Times] = [:]
    for duty in duties where duty.window.start <= now {
      for who in duty.people.firstOfEach where known.contains(who) { Self.count(duty.window.start, in: &on[who]) }
    }
    self.init(members: members, checklists: checklists, ran: ran, on: on)
  }

  /// - Parameters:
  ///   - ran: who began a run of each checklist, how often, and when last.
  ///   - on: the same of duties for the one team.
  public init(
    members: [Handle], checklists: [ChecklistName], ran: [ChecklistName: [Handle: Times]], on: [Handle: Times]
  ) {
    let members = members.firstOfEach.sorted()
    let known = Set(members)
    self.members = members
    duties = on.filter { known.contains($0.key) }
    lines = checklists.firstOfEach.map { checklist in
      let times = (ran[checklist] ?? [:]).filter { known.contains($0.key) }
      let never = members.filter { times[$0] == nil }
      return Line(
        checklist: checklist, times: times, never: never,
        only: times.count == 1 && members.count > 1 ? times.keys.first : nil)
    }
  }

  private static func count(_ at: Instant, in times: inout Times?) {
    times = Times(count: (times?.count ?? 0) + 1, last: max(times?.last ?? at, at))
  }

  /// Who has never been on duty for the team.
  public var neverOn: [Handle] { members.filter { duties[$0] == nil } }
}
