import Domain
import Store

extension Demo {
  /// Who was on production duty: rotations, rules, who was away, the plan, and what became of it.
  ///
  /// The planner makes the plan itself, in the first week, for all that is told and ten weeks more. Most runs of prod were
  /// done by whoever was on duty: ana and gus in the night of incident 12, ana and bo now.
  enum Duties {
    static let platform = TeamName("platform")
    static let payments = TeamName("payments")
    /// From the first week to the tenth after `now`'s.
    static let weeks = 19

    /// The number of the platform's duty that begins in a week, as the plan gave it.
    static func number(ofWeek week: Int) -> DutyNumber { DutyNumber(week + 9) }
    /// The same of payments, whose plan was made next.
    static func number(ofPaymentsWeek week: Int) -> DutyNumber { DutyNumber(weeks + week + 9) }

    static func acts(on calendar: Calendar) -> [Act] {
      (rotations(on: calendar) + plans(on: calendar) + changes(on: calendar) + HandoverTales.acts(on: calendar)
        + ToilTales.acts(on: calendar) + Components.acts(on: calendar)).filter { $0.at < calendar.now }
    }

    private static func rotations(on calendar: Calendar) -> [Act] {
      func act(_ clock: String, by who: Who = "ana", _ command: any Command) -> Act {
        Act(calendar.instant(.week(-8, .monday, clock)), by: who, .command { _ in command })
      }
      let joins = calendar.date(-4, .monday)
      return [
        act("08:30", SetRosterMembers(handles("ana", "dee"), of: platform) { $0.experience = .veteran }),
        act("08:31", SetRosterMembers(handles("bo", "cy", "fumi"), of: platform)),
        act("08:32", SetRosterMembers(handles("eli"), of: platform) { $0.experience = .novice }),
        // He was new, and learned for a month.
        act("08:33", SetRosterMembers(handles("gus"), of: platform) { $0.joins = joins }),
        act("08:34", SetRosterMembers(handles("ivo", "jun"), of: payments)),
        act("08:35", by: "hana", SetRosterMembers(handles("hana"), of: payments) { $0.experience = .veteran }),
        act("08:36", SetRota(DutyPattern.weekly, of: platform)),
        act(
          "08:37", by: "hana",
          SetRota(
            DutyPattern(
              days: 7, moments: [DutyPattern.Moment(day: 1, minute: 570)], anchor: DutyPattern.weekly.anchor,
              isWorkingHours: true), of: payments)),
        act("08:38", rule(.never, "cy", "gus", "they share a flat: when one is ill, so is the other")),
        act("08:39", rule(.prefer, "ana", "eli", "eli learns the director from ana")),
        act("08:40", by: "fumi", away("fumi", from: (-3, .monday), through: (-3, .friday), "moves house", calendar)),
        act("08:41", by: "bo", away("bo", from: (3, .monday), through: (4, .friday), "holiday in Lund", calendar)),
      ]
    }

    private static func plans(on calendar: Calendar) -> [Act] {
      [
        Act(
          calendar.instant(.week(-8, .monday, "08:50")), by: "ana",
          .command { _ in PlanDuties(platform, from: calendar.date(-8, .monday), weeks: weeks) }),
        Act(
          calendar.instant(.week(-8, .monday, "08:55")), by: "hana",
          .command { _ in PlanDuties(payments, from: calendar.date(-8, .tuesday), weeks: weeks) }),
        // bo stands in for payments, once in four weeks and never two weeks on end.
        Act(
          calendar.instant(.week(-1, .thursday, "15:30")), by: "hana",
          .command { [joins = calendar.date(1, .tuesday)] _ in
            SetRosterMembers(handles("bo"), of: payments) { ($0.joins, $0.mostDuties) = (joins, 1) }
          }),
        Act(
          calendar.instant(.week(-1, .thursday, "15:40")), by: "hana",
          .command { _ in PlanDuties(payments, weeks: 12) }),
      ]
    }

    /// A duty taken over at short notice, a swap, and an absence that nobody has planned around yet.
    private static func changes(on calendar: Calendar) -> [Act] {
      [
        Act(
          calendar.instant(.week(-4, .wednesday, "08:55")), by: "eli",
          .command { _ in TakeDuty(platform, from: Handle("cy"), reason: "cy has a fever since the night") }),
        Act(
          calendar.instant(.week(-1, .thursday, "10:20")), by: "ana",
          .command { _ in
            SwapDuties(
              number(ofWeek: 1), of: Handle("ana"), for: number(ofWeek: 3), of: Handle("cy"),
              reason: "my sister's wedding")
          }),
        Act(
          calendar.instant(.lastDeployDay("15:05")), by: "dee",
          .command { _ in away("dee", from: (1, .thursday), through: (1, .friday), "a conference", calendar) }),
      ]
    }

    private static func handles(_ names: String...) -> [Handle] { names.map { Handle($0) } }

    private static func rule(_ kind: PairRule.Kind, _ one: String, _ other: String, _ reason: String) -> AddPairRule {
      AddPairRule(PairRule(kind, DutyPair(Handle(one), Handle(other)), reason: reason), of: platform)
    }

    private static func away(
      _ who: String, from first: (Int, Weekday), through last: (Int, Weekday), _ reason: String, _ calendar: Calendar
    ) -> AddAbsence {
      let start = calendar.instant(.week(first.0, first.1, "00:00"))
      let end = calendar.instant(.week(last.0, last.1, "24:00"))
      return AddAbsence(Absence(Handle(who), DutyWindow(start: start, end: end), reason: reason))
    }
  }
}
