import Domain
import Store

extension Demo {
  /// The toil of whoever was on duty, as they logged it.
  enum ToilTales {
    private struct Tale: Sendable {
      var at: Moment
      var by: String
      var team = Duties.platform
      var minutes: Int
      var what: String
      /// Whether it was the item of the backlog that is about it.
      var isOfDisks = false
    }

    private static let disks = "Delete orphaned disks by hand"

    private static let tales = [
      Tale(at: .week(-7, .thursday, "16:20"), by: "dee", minutes: 25, what: "restarted a compiling worker that hung"),
      Tale(
        at: .week(-6, .thursday, "11:15"), by: "bo", minutes: 40, what: "renewed a certificate of the router by hand"),
      Tale(at: .week(-5, .friday, "15:05"), by: "cy", minutes: 30, what: "deleted 14 orphaned disks"),
      Tale(at: .week(-4, .thursday, "16:10"), by: "eli", minutes: 45, what: "told three teams how to push again"),
      Tale(at: .week(-3, .thursday, "10:30"), by: "ana", minutes: 90, what: "scanned every runner from outside"),
      Tale(at: .week(-2, .wednesday, "15:20"), by: "fumi", minutes: 20, what: "raised the quota of an org, again"),
      Tale(at: .week(-2, .thursday, "14:50"), by: "gus", minutes: 35, what: "drained a doppler by hand"),
      Tale(
        at: .week(-1, .wednesday, "16:45"), by: "fumi", minutes: 50, what: "deleted 22 orphaned disks", isOfDisks: true),
      Tale(
        at: .week(-1, .wednesday, "15:15"), by: "ivo", team: Duties.payments, minutes: 30,
        what: "ran the settlement again for one shop"),
      Tale(at: .week(0, .monday, "14:30"), by: "bo", minutes: 35, what: "raised the quota of an org"),
      Tale(
        at: .week(0, .tuesday, "11:40"), by: "bo", minutes: 45, what: "deleted 9 orphaned disks in z1", isOfDisks: true),
      Tale(at: .ago(95), by: "ana", minutes: 15, what: "restarted an agent that did not answer"),
    ]

    static func acts(on calendar: Calendar) -> [Act] {
      tales.map { tale in
        Act(
          calendar.instant(tale.at), by: Who(tale.by),
          .command { numbers in
            LogToil(
              tale.team, minutes: tale.minutes, what: tale.what,
              item: tale.isOfDisks ? try numbers.items([disks]).first : nil)
          })
      }
    }
  }
}
