import Domain
import Foundation
import Store

/// Everything that the screens ask of the rest of the program: the one seam between them and a store.
///
/// All of it may block, and is called from any thread but the one that paints (``EffectRunner``). What it throws
/// is shown in its own words. What two people do on one run has methods of its own, so that it can be tried out
/// without a store; everything else goes through ``onStore(_:)``, and a new screen needs nothing here.
public protocol Backend: Sendable {
  func checklists() throws -> [ChecklistSummary]
  func runs(_ filter: RunFilter, _ span: WindowSpan<RunNumber>) throws -> [RunSummary]
  func run(_ number: RunNumber) throws -> Run
  func background(of run: RunNumber) throws -> RunBackground
  /// The items of the backlog that a run brings into its environment, in the hand-set order.
  func items(carriedBy run: RunNumber) throws -> [ItemLine]
  /// The redlines that nobody has settled, oldest first.
  func redlines(on checklist: ChecklistName) throws -> [Lesson]
  /// Since when each line of the run's version is there, and how it fared in other runs.
  func lineHistory(of version: VersionReference, besides run: RunNumber) throws -> LineHistory
  func startPage(for checklist: ChecklistName) throws -> StartPage

  /// - Parameter partner: acts for the other of the pair, who sits at the same terminal; never verified.
  func perform(_ action: RunAction, on run: RunNumber, as partner: Handle?) throws -> [Entry]
  /// Marks a line for the next version of the run's checklist.
  func redline(_ redline: Redline, on run: RunNumber) throws -> (lesson: LessonNumber, entries: [Entry])
  func start(_ order: RunOrder) throws -> RunNumber
  func startPlanned(_ run: RunNumber, override: String?) throws
  func attach(fileAt path: String, to run: RunNumber, step: StepID?) throws -> Evidence

  // What runs, and ran, of a run's commands.
  func executions(of run: RunNumber) throws -> [Execution]
  func execution(_ number: ExecutionNumber) throws -> Execution
  func commandSettings(of team: TeamName) throws -> CommandSettings
  func earlierTimes(of step: StepID, in checklist: ChecklistName, before number: ExecutionNumber?) throws -> [Duration]
  func output(of execution: Execution) throws -> any OutputSource
  /// Has a step's command run; where one of the step runs already, that is the answer.
  func launch(_ order: CommandOrder) throws -> (execution: Execution, isOwn: Bool)
  /// Has a command stopped, and its record say who wanted that.
  func stop(_ execution: Execution) throws
  /// Writes down what became of commands that nothing watches over any more.
  func findLost() throws -> [Execution]

  /// The person whose login this is, as the store has it now; nil for nobody's. What is written from then on is theirs.
  func whoami() throws -> Handle?

  /// Anything else that is read or changed: the store, who does it, and what time it is.
  func onStore<Result: Sendable>(_ body: (Store, Actor, Instant) throws -> Result) throws -> Result
}

/// Who sits in front of the screen, and which store it shows.
public struct Viewer: Hashable, Sendable {
  /// The name that their entries carry.
  public var handle: Handle
  /// The account that their entries are checked by.
  public var account: String
  /// Whether the login maps to a person of the store.
  public var isPerson: Bool
  /// What the store is called on every screen, where it is one's own and not the team's.
  public var personalStore: String?
  /// The last entry of the journal that they have seen; nil for somebody who never looked.
  public var lastSeen: Int?

  /// What screens without a title bar say of the store; empty for a team's.
  var storeNote: String { personalStore == nil ? "" : "personal store" }

  public init(
    handle: Handle, account: String, isPerson: Bool = true, personalStore: String? = nil, lastSeen: Int? = nil
  ) {
    self.handle = handle
    self.account = account
    self.isPerson = isPerson
    self.personalStore = personalStore
    self.lastSeen = lastSeen
  }
}

/// What stands around a run and does not change with its entries.
public struct RunBackground: Hashable, Sendable {
  /// What changed since each of the pair last ran the checklist (rule 8).
  public var changes: [ChangesSince]
  /// Everybody who can be handed over to.
  public var people: [Person]
  /// The team's; nil when this machine does not know it.
  public var zone: TimeZone?

  public init(changes: [ChangesSince] = [], people: [Person] = [], zone: TimeZone? = nil) {
    self.changes = changes
    self.people = people
    self.zone = zone
  }
}

/// What the form that starts a run needs to know.
public struct StartPage: Hashable, Sendable {
  public var version: ChecklistVersion
  public var teams: [Team]
  public var people: [Person]
  /// The newest run of the checklist, by which the form is filled in beforehand.
  public var lastRun: RunSummary?
  /// The checklist's open redlines, oldest first (rule 7).
  public var redlines: [Lesson]
  /// What stands ready to be brought into production: what is finished, and the releases that are ahead.
  public var items: [ItemLine]
  /// Who is on duty, for the teams that the run may be of.
  public var cover: DutyCover

  public init(
    version: ChecklistVersion, teams: [Team], people: [Person], lastRun: RunSummary? = nil, redlines: [Lesson] = [],
    items: [ItemLine] = [], cover: DutyCover = DutyCover()
  ) {
    self.version = version
    self.teams = teams
    self.people = people
    self.lastRun = lastRun
    self.redlines = redlines
    self.items = items
    self.cover = cover
  }

  /// The team that the run would be for: the checklist's own, else the only one.
  public var team: Team? {
    teams.first { $0.name.text == version.settings.team } ?? (teams.count == 1 ? teams.first : nil)
  }
}
