import Domain
import Store

extension Demo {
  /// What one pair told the next, and who signed it.
  enum HandoverTales {
    private struct Tale: Sendable {
      var duty: DutyNumber
      var by: String
      /// When it was written and signed by whoever wrote it.
      var at: (note: Moment, signed: Moment)
      /// Who stays on, and signed when; nil where that is still to be done.
      var stayer: (who: String, at: Moment)?
      /// Who took over, and when.
      var taker: (who: String, at: Moment)
      var note: String
    }

    private static let tales = [
      Tale(
        duty: Duties.number(ofWeek: -3), by: "ana",
        at: (.week(-2, .monday, "09:40"), .week(-2, .monday, "09:48")),
        stayer: ("gus", .week(-2, .monday, "09:57")), taker: ("fumi", .week(-2, .monday, "10:06")),
        note: """
          - Incident 12 is over: both environments have the stemcell of that night. Nobody has looked **from inside** yet.
          - Errors of v203 are back to 0.2 % since we went back to v202.
          """),
      Tale(
        duty: Duties.number(ofWeek: -2), by: "gus",
        at: (.week(-1, .monday, "09:44"), .week(-1, .monday, "09:50")),
        stayer: ("fumi", .week(-1, .monday, "09:58")), taker: ("bo", .week(-1, .monday, "10:11")),
        note: """
          - v204 is in prod. The tag had been moved: compare the digest before you start v205.
          - One doppler holds on to its streams; give it six minutes before you worry.
          """),
      Tale(
        duty: Duties.number(ofWeek: -1), by: "fumi",
        at: (.week(0, .monday, "09:31"), .week(0, .monday, "09:52")),
        taker: ("ana", .week(0, .monday, "10:09")),
        note: """
          - v206 goes to prod this week. The new metrics agent is in it: look at its port first.
          - Disks of z1 are at 96 %; the orphaned ones are deleted by hand until that is automatic.
          """),
    ]

    static func acts(on calendar: Calendar) -> [Act] {
      tales.flatMap { tale -> [Act] in
        func act(_ moment: Moment, by who: String, _ command: any Command) -> Act {
          Act(calendar.instant(moment), by: Who(who), .command { _ in command })
        }
        return [
          act(tale.at.note, by: tale.by, WriteHandoff(tale.duty, note: tale.note)),
          act(tale.at.signed, by: tale.by, SignHandoff(tale.duty)),
        ] + (tale.stayer.map { [act($0.at, by: $0.who, SignHandoff(tale.duty))] } ?? []) + [
          act(tale.taker.at, by: tale.taker.who, SignHandoff(tale.duty))
        ]
      }
    }
  }
}
