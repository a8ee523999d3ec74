/// Every screen there is, and the commands that work on it.
enum ScreenTable {
  struct Row: Sendable {
    var screen: ScreenName
    var title: String
    /// The keys that go there from everywhere; nil for one that is opened from another.
    var keys: String?
    /// Makes it when one goes there for the first time.
    var make: (@Sendable () -> any ScreenModel)?
    var commands: [Command]

    init<Model: ScreenModel>(
      _ model: Model.Type, _ title: String, keys: String? = nil, commands: [Command],
      make: (@Sendable () -> any ScreenModel)? = nil
    ) {
      screen = model.name
      self.title = title
      self.keys = keys
      self.make = make
      self.commands = commands
    }
  }

  static let rows: [Row] = [
    Row(TodayScreen.self, "Today", keys: "g t", commands: TodayScreen.commands) { TodayScreen() },
    Row(ChecklistsScreen.self, "Checklists", keys: "g c", commands: ChecklistsScreen.commands) { ChecklistsScreen() },
    Row(RunsScreen.self, "Runs", keys: "g r", commands: RunsScreen.commands) { RunsScreen() },
    Row(IncidentsScreen.self, "Incidents", keys: "g i", commands: IncidentsScreen.commands) { IncidentsScreen() },
    Row(LessonsScreen.self, "Lessons", keys: "g l", commands: LessonsScreen.commands) { LessonsScreen() },
    Row(BacklogScreen.self, "Backlog", keys: "g b", commands: BacklogScreen.commands) { BacklogScreen() },
    Row(DutyBoardScreen.self, "Duty", keys: "g d", commands: DutyBoardScreen.commands) { DutyBoardScreen() },
    Row(RetrosScreen.self, "Retros", keys: "g e", commands: RetrosScreen.commands) { RetrosScreen() },
    Row(NumbersScreen.self, "Numbers", keys: "g n", commands: NumbersScreen.commands) { NumbersScreen() },
    Row(TeamsScreen.self, "Teams", keys: "g p", commands: TeamsScreen.commands) { TeamsScreen() },
    Row(JournalScreen.self, "Journal", keys: "g j", commands: JournalScreen.commands) { JournalScreen() },
    Row(CountedScreen.self, "What a figure counts", commands: CountedScreen.commands),
    Row(DutyWeeksScreen.self, "Weeks", commands: DutyWeeksScreen.commands),
    Row(TeamDutiesScreen.self, "Duties", commands: TeamDutiesScreen.commands),
    Row(DutyPlanScreen.self, "Plan of duties", commands: DutyPlanScreen.commands),
    Row(RosterScreen.self, "Roster", commands: RosterScreen.commands),
    Row(ChecklistScreen.self, "Checklist", commands: ChecklistScreen.commands),
    Row(LessonScreen.self, "Lesson", commands: LessonScreen.commands),
    Row(LessonFormScreen.self, "Write down a lesson", commands: LessonFormScreen.commands),
    Row(ItemScreen.self, "Item", commands: ItemScreen.commands),
    Row(GroomScreen.self, "Groom", commands: GroomScreen.commands),
    Row(ChartsScreen.self, "Charts", commands: ChartsScreen.commands),
    Row(DutyFiguresScreen.self, "Figures", commands: DutyFiguresScreen.commands),
    Row(SearchScreen.self, "Search", commands: SearchScreen.commands),
    Row(StandUpScreen.self, "Stand-up", commands: StandUpScreen.commands),
    Row(ItemFormScreen.self, "Write an item", commands: ItemFormScreen.commands),
    Row(IncidentScreen.self, "Incident", commands: IncidentScreen.commands),
    Row(IncidentFormScreen.self, "Write an incident", commands: IncidentFormScreen.commands),
    Row(FoldScreen.self, "Fold", commands: FoldScreen.commands),
    Row(WelcomeScreen.self, "Welcome", commands: WelcomeScreen.commands),
    Row(StartScreen.self, "Start a run", commands: StartScreen.commands),
    Row(RunScreen.self, "Run", commands: RunScreen.commands),
    Row(OutputScreen.self, "Output", commands: OutputScreen.commands),
    Row(RecordScreen.self, "Record", commands: RecordScreen.commands),
    Row(HandoffScreen.self, "Hand-over", commands: HandoffScreen.commands),
    Row(RetroScreen.self, "Retro", commands: RetroScreen.commands),
    Row(RetroActionFormScreen.self, "Write an action", commands: RetroActionFormScreen.commands),
    Row(PersonScreen.self, "Person", commands: PersonScreen.commands),
    Row(TeamScreen.self, "Team", commands: TeamScreen.commands),
  ]

  /// Those that one can go to from everywhere, in the order of the title bar.
  static let roots = rows.filter { $0.make != nil }
}
