import Domain

/// What a hook reads on standard input.
///
/// Every key is there for every event, so that a script need not ask first; those that play no part are `null` or `[]`.
public struct HookEventJSON: Sendable {
  /// The store that it happened in; nil for a try.
  public struct Store: Hashable, Sendable {
    public var id: String
    public var path: String

    public init(id: String, path: String) {
      self.id = id
      self.path = path
    }
  }

  private let event: HookEvent
  private let store: Store?
  private let clock: LocalClock

  /// - Parameter clock: the team's, for the title; all other times are UTC.
  public init(_ event: HookEvent, store: Store?, clock: LocalClock) {
    self.event = event
    self.store = store
    self.clock = clock
  }

  public var json: JSON {
    [
      "event": .string(event.kind.rawValue),
      "entry": JSON(event.entry),
      "isTry": .bool(event.entry == nil),
      "at": JSON(event.at),
      "by": JSON(event.by),
      "team": JSON(event.team),
      "store": store.map { ["id": .string($0.id), "path": .string($0.path)] } ?? nil,
      "title": .string(HookTitle(event, clock: clock).text),
      "text": JSON(event.text),
      "run": event.run.map(RunListJSON.json) ?? nil,
      "step": step,
      "incident": event.incident.map(Self.json) ?? nil,
      "duties": duties,
      "lessons": lessons,
    ]
  }

  private var step: JSON {
    guard case .failed(let failed, _) = event.subject else { return nil }
    return [
      "id": JSON(failed.id), "number": JSON(failed.step?.number), "section": JSON(failed.step?.section.rawValue),
      "text": JSON(failed.step?.text),
      "filled": JSON(failed.step.map { Filled.text($0.text, failed.parameters) }),
      "killer": JSON(failed.step?.isKiller), "seq": .integer(failed.seq),
      "value": JSON(failed.value),
    ]
  }

  private static func json(_ incident: Incident) -> JSON {
    let (roles, times) = (incident.roles, incident.times)
    return [
      "number": .integer(incident.number.value), "team": JSON(incident.team), "title": .string(incident.title),
      "severity": .integer(incident.severity.rawValue), "state": .string(incident.state.rawValue),
      "services": JSON(incident.services), "customersNoticed": .string(incident.customersNoticed.rawValue),
      "commander": JSON(roles.commander), "scribe": JSON(roles.scribe), "pair": JSON(roles.pair),
      "called": JSON(roles.called), "openedBy": JSON(incident.openedBy), "impactBeganAt": JSON(times.impactBegan),
      "detectedAt": JSON(times.detected), "declaredAt": JSON(times.declared), "mitigatedAt": JSON(times.mitigated),
      "resolvedAt": JSON(times.resolved), "closedAt": JSON(times.closed),
    ]
  }

  private var duties: JSON {
    guard case .pairs(let changed) = event.subject else { return [] }
    return JSON(changed) { changed in
      guard case .object(var members) = DutyJSON.json(changed.duty) else { return nil }
      members["was"] = JSON(changed.was)
      return .object(members)
    }
  }

  private var lessons: JSON {
    guard case .folded(let lessons, _) = event.subject else { return [] }
    return LessonJSON.list(lessons)
  }
}

extension HookEvent {
  /// What somebody wrote about it, as they wrote it: why a step failed, why somebody took a duty over.
  var text: String? {
    switch subject {
    case .failed(let failed, _): failed.reason
    case .opened(_, _, let note), .resolved(_, let note): note
    case .updated(_, let text): text
    // Not what was said of an older change.
    case .pairs(let duties): duties.count == 1 ? duties.first?.duty.changes.last { $0.at == at }?.reason : nil
    case .folded(let lessons, _): lessons.count == 1 ? lessons.first?.text : nil
    case .planned, .started, .finished: nil
    }
  }
}
