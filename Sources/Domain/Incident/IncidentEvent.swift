/// One line of what happened: an entry of the incident, or of a run that has to do with it.
///
/// The record of what the pair did is the timeline: it is read where it stands, and not copied.
public enum IncidentEvent: Hashable, Sendable {
  case entry(IncidentEntry)
  case run(RunNumber, Entry)

  public var at: Instant {
    switch self {
    case .entry(let entry): entry.at
    case .run(_, let entry): entry.at
    }
  }

  public var written: Instant {
    switch self {
    case .entry(let entry): entry.written
    case .run(_, let entry): entry.written
    }
  }

  public var by: Handle {
    switch self {
    case .entry(let entry): entry.by
    case .run(_, let entry): entry.by
    }
  }
}

/// Everything that happened in an incident, in the order in which it happened.
public struct IncidentTimeline: Hashable, Sendable {
  public let events: [IncidentEvent]
  /// Which entry corrects which: by the number of the one that is wrong.
  public let corrections: [Int: Int]

  /// What was written later stands after what happened at the same moment and was written before.
  public init(_ entries: [IncidentEntry], runs: [(number: RunNumber, entries: [Entry])] = []) {
    let own = entries.map { IncidentEvent.entry($0) }
    let theirs = runs.flatMap { run in run.entries.map { IncidentEvent.run(run.number, $0) } }
    events = (own + theirs).enumerated().sorted { left, right in
      (left.element.at, left.element.written, left.offset) < (right.element.at, right.element.written, right.offset)
    }.map(\.element)
    corrections = Dictionary(
      entries.compactMap { entry in entry.target.map { ($0, entry.seq) } }, uniquingKeysWith: { first, _ in first })
  }

  public func isCorrected(_ entry: IncidentEntry) -> Bool { corrections[entry.seq] != nil }
}
