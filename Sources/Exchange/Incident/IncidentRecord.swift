import Domain
import Foundation

/// An incident with everything that a reader needs beside it.
public struct IncidentRecord: Sendable {
  /// A run that has to do with it, with its whole record.
  public struct RelatedRun: Sendable {
    public var kind: IncidentRunKind
    public var record: RunRecord

    public init(_ kind: IncidentRunKind, _ record: RunRecord) {
      self.kind = kind
      self.record = record
    }

    public var number: RunNumber { record.run.number }
  }

  public var incident: Incident
  /// Its own entries, and those of its runs.
  public var timeline: IncidentTimeline
  /// In the order of their numbers.
  public var runs: [RelatedRun]
  public var updates: [StatusUpdate]
  /// What it came back from, and what came back from it, as people said.
  public var recurrences: [Recurrence]
  public var recurredIn: [IncidentNumber]
  /// What was learned of it, and what became of that.
  public var lessons: [Lesson]
  public var retro: Retro?
  public var actions: [RetroAction]
  /// The team's own time, which the text and the pages are told in; JSON is in UTC.
  public var clock: LocalClock
  public var names: [Handle: String]
  public var now: Instant

  public init(
    _ incident: Incident, timeline: IncidentTimeline, runs: [RelatedRun] = [], updates: [StatusUpdate] = [],
    recurrences: [Recurrence] = [], recurredIn: [IncidentNumber] = [], lessons: [Lesson] = [], retro: Retro? = nil,
    actions: [RetroAction] = [], clock: LocalClock, names: [Handle: String] = [:], now: Instant
  ) {
    self.incident = incident
    self.timeline = timeline
    self.runs = runs
    self.updates = updates
    self.recurrences = recurrences
    self.recurredIn = recurredIn
    self.lessons = lessons
    self.retro = retro
    self.actions = actions
    self.clock = clock
    self.names = names
    self.now = now
  }

  /// The record of the run that an event of the timeline comes from.
  public func run(_ number: RunNumber) -> RunRecord? { runs.first { $0.number == number }?.record }
}
