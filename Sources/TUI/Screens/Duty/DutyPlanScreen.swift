import Domain
import Foundation
import Store
import Terminal

/// The duties ahead as a plan would make them, beside what they are: to be looked at, asked "what if", and written.
struct DutyPlanScreen: ListScreen {
  static let name = ScreenName("duty-plan")

  let team: TeamName
  private(set) var weeks = 10
  /// Whether those who are planned stay where they can: so an absence changes what it hits, and no more.
  private(set) var keeping = true
  private(set) var whatIfs: [String] = []
  private(set) var page: DutyPlanPage?
  /// What the page answers.
  private var shown: DutyPlanQuestion?
  private var shownWhatIfs: [String] = []
  var list = RowList<DutyPlanRow>(DutyPlanRow.columns) { "\($0.pair) \($0.why)" }

  init(of team: TeamName) { self.team = team }

  private static let applyWrite = "plan duties"

  private var question: DutyPlanQuestion {
    DutyPlanQuestion(team: team, weeks: weeks, keeping: keeping, whatIfs: whatIfs.compactMap { DutyWhatIf($0) })
  }

  static func asks(_ question: any Question) -> Bool { question is DutyPlanQuestion }
  var zone: TimeZone? { page?.zone }

  mutating func refresh(_ app: inout App) -> [Effect] { [app.read(question)] }

  mutating func receive(_ reply: Reply, _ app: inout App) -> [Effect] {
    guard let (question, page) = reply.to(DutyPlanQuestion.self), question == self.question else { return [] }
    (self.page, shown, shownWhatIfs) = (page, question, whatIfs)
    list.replace(DutyPlanRow.rows(page))
    return []
  }

  mutating func couldNotRead(_ question: any Question, _ failure: Failure) {
    guard question as? DutyPlanQuestion == self.question else { return }
    guard let shown, shown != self.question else {
      (page, self.shown) = (nil, nil)
      list.replace([])
      list.failure = failure.words
      return
    }
    // What can't be shown is told, and the plan before it stays.
    (weeks, keeping) = (shown.weeks, shown.keeping)
    whatIfs = shownWhatIfs
  }

  /// Told first, so that nobody takes it for the plan.
  var heading: String { whatIfs.first.map { "what if \($0)" } ?? "" }

  private var weeksText: String { weeks == 1 ? "1 week" : "\(weeks) weeks" }

  /// The duties that the plan would make, or make anew.
  private var changed: [DutyPlanRow] {
    (list.all ?? []).filter {
      if case .duty = $0.content { $0.isChange } else { false }
    }
  }

  var position: String {
    guard let page else { return "\(team)" }
    let changes = changed.count
    let differ = changes == 1 ? "1 differs" : "\(changes) differ"
    let plan = "\(team), \(weeksText)\(keeping ? "" : " anew")"
    if !whatIfs.isEmpty { return "\(plan)  \(differ)" }
    let (lapses, limits) = (page.outlook.lapsed.count, page.warnings.count)
    let lapse = lapses == 0 ? "" : lapses == 1 ? "1 lapses" : "\(lapses) lapse"
    return [plan, differ, lapse, limits == 0 ? "" : limits == 1 ? "1 limit not kept" : "\(limits) limits not kept"]
      .filter { !$0.isEmpty }.joined(separator: "  ")
  }

  func emptyWords(_ app: App) -> String { "There is nothing to plan." }

  mutating func openSelection(_ app: inout App) -> [Effect] {
    guard let row = list.selected else { return [] }
    let instead = row.instead(app)
    let lines = [row.pair, instead, "", row.why].filter { !$0.isEmpty || instead.isEmpty == false }
    app.show(Reader("Why, as planned", lines.map { Reader.Line($0) }))
    return []
  }

  mutating func wrote(_ write: PendingWrite, _ result: Result<Written, Failure>, _ app: inout App) -> [Effect] {
    guard case .success = result, (write.write as? StoreWrite)?.name == Self.applyWrite,
      app.topScreen(DutyPlanScreen.self) != nil
    else { return [] }
    return app.back()
  }

  /// Nothing is done to several at once.
  var marks: Int? { nil }

  // MARK: Keys

  private var canApply: Availability {
    guard page != nil else { return .no(list.failure ?? "the plan is still being made") }
    if !whatIfs.isEmpty { return .no("what if is never written: i takes it back; o on a duty, or R, enters it") }
    return list.all?.contains(where: \.isChange) == true ? .yes : .no("nothing would be different")
  }

  private func apply(_ app: inout App) -> [Effect] {
    guard let page else { return [] }
    let (changes, lapses) = (changed.count, page.outlook.lapsed.count)
    let gaps = page.outlook.duties.count(where: \.isGap)
    // No tail of an older plan is left behind a shorter one.
    let goesBeyond = page.outlook.duties.contains { !$0.isKept && $0.window.start >= page.outlook.end }
    let time = weeksText + (goesBeyond ? ", and what is planned beyond" : "")
    let (team, weeks, keeping) = (team, weeks, keeping)
    app.show(
      Confirmation(
        question: "Plan the duties of team \(team) for \(time)?",
        details: [
          "\(changes == 1 ? "1 duty is" : "\(changes) duties are") new or changed. What is over, under way or set by hand stays; u takes the plan back."
        ] + (gaps == 0 ? [] : ["In \(gaps) of them fewer than two people can be on."])
          + (lapses == 0
            ? []
            : [
              lapses == 1
                ? "1 change that somebody agreed on lapses." : "\(lapses) changes that somebody agreed on lapse."
            ]),
        yes: "plan them"
      ) { app in
        [
          app.write(
            StoreWrite(name: Self.applyWrite) { store, actor, now in
              try store.perform(PlanDuties(team, weeks: weeks, keeping: keeping), by: actor, at: now)
              return "the duties of team \(team) are planned for \(time)"
            })
        ]
      })
    return []
  }

  private func askWhatIf(_ app: inout App) -> [Effect] {
    let (team, zone, now, members) = (team, page?.zone ?? .gmt, app.now, page.map { Set($0.members) })
    app.show(
      Prompt(
        "what if?",
        explanation: [
          "As in out:ana 2026-12-20..2026-12-27, or never:ana,bo. Nothing is written. Empty takes it back."
        ], needs: nil, initial: whatIfs.last ?? "", purpose: "what if", verb: "show", in: app,
        check: { text in
          if text.trimmed.isEmpty { return nil }
          guard let whatIf = DutyWhatIf(text.trimmed) else {
            return "\(text.trimmed) is neither out:HANDLE DAYS nor never:HANDLE,HANDLE"
          }
          let stranger = whatIf.people.first { members?.contains($0) == false }
          if let stranger { return DutyChangeRefusal.notInRotation(stranger, team).reason }
          guard case .out(_, let span) = whatIf.change else { return nil }
          do throws(DutyChangeRefusal) {
            _ = try DutySpan.window(span, in: zone, now: now)
            return nil
          } catch {
            return error.reason
          }
        }
      ) { reply, _, app in
        guard case .text(let text) = reply else { return [] }
        return app.change(DutyPlanScreen.self) { screen, app in
          guard screen.team == team else { return [] }
          screen.whatIfs = text.trimmed.isEmpty ? [] : [text.trimmed]
          return screen.refresh(&app)
        } ?? []
      })
    return []
  }

  private func askWeeks(_ app: inout App) -> [Effect] {
    app.show(
      Prompt(
        "how many weeks ahead?", needs: "a number is needed", initial: "\(weeks)", purpose: "weeks", verb: "show",
        in: app,
        check: { text in
          let range = 1...DutyChangeRefusal.mostWeeks
          return Int(text.trimmed).map(range.contains) == true ? nil : "from 1 to \(DutyChangeRefusal.mostWeeks)"
        }
      ) { reply, _, app in
        guard case .text(let text) = reply, let weeks = Int(text.trimmed) else { return [] }
        return app.change(DutyPlanScreen.self) { screen, app in
          screen.weeks = weeks
          return screen.refresh(&app)
        } ?? []
      })
    return []
  }

  static let commands: [Command] = [
    .on(
      DutyPlanScreen.self, "duty-plan.apply", ["A"], "Write the plan, after a question", label: "write it", rank: 10,
      when: { screen, _ in screen.canApply }
    ) { screen, app in screen.apply(&app) },
    .on(
      DutyPlanScreen.self, "duty-plan.why", ["Enter"], "Read why these two, in full", label: "why", rank: 20,
      when: { screen, _ in screen.list.selected == nil ? .no("there is nothing here") : .yes }
    ) { $0.openSelection(&$1) },
    .on(
      DutyPlanScreen.self, "duty-plan.what-if", ["i"],
      "See what would be different if somebody were away, or a rule held",
      label: "what if", rank: 30
    ) { screen, app in screen.askWhatIf(&app) },
    .on(
      DutyPlanScreen.self, "duty-plan.keep", ["K"], "Leave those who are planned where they can stay, or plan all anew",
      label: "keep or anew", rank: 25
    ) { screen, app in
      screen.keeping.toggle()
      return screen.refresh(&app)
    },
    .on(DutyPlanScreen.self, "duty-plan.weeks", ["w"], "Plan more weeks, or fewer", label: "weeks", rank: 40) {
      screen, app in screen.askWeeks(&app)
    },
    .on(
      DutyPlanScreen.self, "duty-plan.roster", ["R"], "Who is in the rotation, which rules hold, and who is away",
      label: "roster", rank: 50
    ) { screen, app in app.open(RosterScreen(of: screen.team)) },
  ]
}
