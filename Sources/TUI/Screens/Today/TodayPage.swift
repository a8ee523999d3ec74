import Domain
import Foundation
import Store

/// What Today is made of.
struct TodayPage: Sendable {
  /// The runs that go on, newest first, each with what it is up to.
  var active: [TodayRun]
  /// Their commands that run, or of which nobody knows what came of them.
  var commands: [TodayCommand] = []
  /// Incidents that somebody is at, newest first.
  var incidents: [Incident] = []
  /// The teams that one is on duty for now.
  var dutyTeams: Set<TeamName> = []
  var planned: [RunSummary]
  /// Finished lately, where somebody may still owe a signature.
  var unsigned: [TodayRun]
  /// Reviews of runs for an incident that are due, or will be.
  var reviews: [RunSummary]
  /// Retros that one leads or attends and that are still to be held, the most urgent first.
  var retros: [RetroLine] = []
  /// Hand-overs that wait for one's signature.
  var handoffs: [HandoffSides] = []
  /// How many lessons wait, and since when the oldest does.
  var openLessons: Int
  var oldestLesson: Instant?
  /// The viewer's own duties, of all teams: the one under way, and the ones after it.
  var duties: [PlannedDuty]
  /// The teams of theirs whose pair is not on just now: it is in working hours only.
  var offHours: Set<TeamName>
  /// What others changed about them since one last looked, by time.
  var dutyNews: [DutyNews]
  /// What others changed since one last looked, newest first, and how many more there were.
  var changes: [JournalEntry]
  var moreChanges: Int
  var people: [Person]
  /// The journal's head: what one has seen when one has looked at this.
  var head: Int
  var zone: TimeZone?
  /// Nobody is known here, and nothing was ever run.
  var isFresh: Bool { people.isEmpty && head < 20 }
}

/// A run as Today tells of it. What takes a walk through all of its steps is worked out once, when it is read, and not for
/// each picture.
struct TodayRun: Sendable {
  let run: Run
  /// What the viewer is to do about it.
  let needs: [Need]
  let settled: Int
  /// How many of its steps count.
  let steps: Int
  /// The numbers of the steps that have failed.
  let failed: [Int]

  init(_ run: Run, for viewer: Handle) {
    self.run = run
    needs = run.needs(of: viewer)
    let count = run.progress.count(in: run.version, parameters: run.parameters)
    (settled, steps) = (count.settled, count.active)
    failed = run.steps.filter { run.progress(of: $0.id).state == .failed }.map(\.number)
  }
}

struct TodayQuestion: Question {
  let viewer: Handle
  /// The last entry that was seen; nil for somebody who never looked.
  let since: Int?
  /// The entry after which a change of one's duties is news; nil on the first reading by somebody who never looked.
  let newsSince: Int?

  static let mostActive = 20
  static let mostIncidents = 20
  static let mostPlanned = 20
  static let mostChanges = 12
  private static let mostDuties = 2
  /// A signature that was not given by then is given from the run itself.
  private static let unsignedFor = Duration.minutes(7 * 24 * 60)

  func answer(from backend: any Backend) throws -> TodayPage {
    var page = try page(from: backend)
    page.commands = try Self.commands(of: page.active.map(\.run), from: backend)
    return page
  }

  private func page(from backend: any Backend) throws -> TodayPage {
    try backend.onStore { store, _, now in
      try store.read { reader in
        let goingOn: Set<RunState> = [.running, .paused]
        let newest = try reader.runs(RunFilter(states: goingOn), limit: Self.mostActive)
        // One's own show however many others there are.
        let own = try reader.runs(RunFilter(states: goingOn, person: viewer), limit: Self.mostActive)
        let active = (own + newest.filter { run in !own.contains { $0.number == run.number } })
          .sorted { $0.number > $1.number }
        let head = try reader.journalHead().seq
        let (teams, people) = (try reader.teams(), try reader.people())
        let ownTeam = people.first { $0.handle == viewer }?.teams.first ?? (teams.count == 1 ? teams.first?.name : nil)
        let (changes, more) = try self.changes(reader, head: head, now: now)
        let mine = try reader.runs(RunFilter(states: Self.finished, person: viewer), limit: 20)
          .filter { run in run.endedAt.map { now - $0 < Self.unsignedFor } ?? false }
        // Few runs ever went on without somebody: only those are read whole.
        let unsigned = try reader.runsGoneOnAlone(among: mine.map(\.number)).map {
          TodayRun(try reader.run($0), for: viewer)
        }
        .filter { !$0.needs.isEmpty }
        let reviews = mine.filter { $0.reviewDue != nil && $0.pair.contains(viewer) }
        let reviewed = try reader.runsReviewed(among: reviews.map(\.number))
        let lessons = try reader.openLessons()
        let duties = try reader.duties(ofPerson: viewer, after: now, limit: Self.mostDuties)
        let offHours = try duties.filter { $0.window.contains(now) && !$0.isGap }.map(\.team)
          .filter { name in try teams.first { $0.name == name }.map { try reader.isOffHours($0, at: now) } ?? false }
        return TodayPage(
          active: try active.map { TodayRun(try reader.run($0.number), for: viewer) },
          incidents: try reader.activeIncidents(limit: Self.mostIncidents),
          dutyTeams: Set(duties.filter { $0.window.contains(now) }.map(\.team)),
          planned: try reader.plannedRuns(limit: Self.mostPlanned),
          unsigned: unsigned, reviews: reviews.filter { !reviewed.contains($0.number) },
          retros: try reader.retrosDue(for: viewer),
          handoffs: try reader.handoffsWaiting(for: viewer, at: now),
          openLessons: lessons.count, oldestLesson: lessons.oldest,
          duties: duties, offHours: Set(offHours),
          // Whoever never looked has nothing to be surprised by yet.
          dutyNews: try newsSince.map { try reader.dutyNews(for: viewer, since: $0, now: now) } ?? [],
          changes: changes, moreChanges: more, people: people,
          head: head,
          zone: teams.first { $0.name == ownTeam }?.zone)
      }
    }
  }

  private static let finished: Set<RunState> = [.completed, .completedExceptDeferred, .rolledBack]

  /// Ticks by the thousand say nothing in a list: what changed the work itself is told.
  private func changes(_ reader: some Reading, head: Int, now: Instant) throws -> ([JournalEntry], Int) {
    // Whoever never looked is told of the last few.
    let since = since ?? max(0, head - 200)
    let (entries, count) = try reader.journal(
      after: since, notBy: viewer, leavingOut: Self.untold, limit: Self.mostChanges)
    return (entries, count - entries.count)
  }

  /// The commands of work on a run, which the runs themselves show, and what no person did.
  private static let untold = [ActOnRun.name, AttachEvidence.name, RecordHookRuns.name]
}
