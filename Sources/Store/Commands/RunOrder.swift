import Domain

/// What a run is begun or planned for, as somebody asked for it.
public struct RunOrder: Hashable, Sendable {
  public var checklist: ChecklistName
  /// The latest when nil.
  public var version: Int?
  /// The checklist's own team, else the only one, when nil.
  public var team: TeamName?
  public var environment: String
  public var artifact: Artifact
  /// When empty, the team's pair on duty by then; where there is none, the actor alone.
  public var pair: [Handle]
  public var parameters: [String: String]
  public var isRehearsal: Bool
  public var incident: Int?
  public var override: String?
  /// What the run carries into its environment; a release stands for what is to be done for it.
  public var items: [ItemNumber]

  public init(
    checklist: ChecklistName, version: Int? = nil, team: TeamName? = nil, environment: String, artifact: Artifact,
    pair: [Handle] = [], parameters: [String: String] = [:], isRehearsal: Bool = false, incident: Int? = nil,
    override: String? = nil, items: [ItemNumber] = []
  ) {
    self.checklist = checklist
    self.version = version
    self.team = team
    self.environment = environment
    self.artifact = artifact
    self.pair = pair
    self.parameters = parameters
    self.isRehearsal = isRehearsal
    self.incident = incident
    self.override = override
    self.items = items
  }
}
