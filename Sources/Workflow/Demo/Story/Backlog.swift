import Domain
import Store

extension Demo {
  /// What the teams had to do besides deploying: what they did of it week by week, and what is still to be done.
  enum Backlog {
    /// A week of a team: what was planned the week before, and accepted by its end.
    struct Week: Sendable {
      var week: Int
      var jobs: [Job]

      init(_ week: Int, _ jobs: Job...) {
        self.week = week
        self.jobs = jobs
      }
    }

    struct Job: Sendable {
      var title: String
      var type: ItemType
      var points: Int?
      var owner: String

      init(_ title: String, _ type: ItemType = .feature, _ points: Int? = nil, by owner: String) {
        self.title = title
        self.type = type
        self.points = points
        self.owner = owner
      }

      /// Features and bugs are accepted by another; chores and toil are done when they are done.
      var isGated: Bool { type == .feature || type == .bug }
    }

    static func acts(on calendar: Calendar) -> [Act] {
      weeks.flatMap { acts(of: $0, for: "platform", acceptedBy: "ana", on: calendar) }
        + paymentsWeeks.flatMap { acts(of: $0, for: "payments", acceptedBy: "hana", on: calendar) }
        + Ahead.acts(on: calendar)
    }

    private static func acts(
      of week: Week, for team: String, acceptedBy manager: String, on calendar: Calendar
    ) -> [Act] {
      let drafts = week.jobs.map {
        ItemDraft(
          team: TeamName(team), title: $0.title, type: $0.type, state: .unstarted, points: $0.points, target: .bottom)
      }
      func act(_ day: Weekday, _ clock: String, by who: Who, _ jobs: [Job], _ move: StateMove) -> [Act] {
        guard !jobs.isEmpty else { return [] }
        return [
          Act(
            calendar.instant(.week(week.week, day, clock)), by: who,
            .command { AdvanceItems(try $0.items(jobs.map(\.title)), move) })
        ]
      }
      let gated = week.jobs.filter(\.isGated)
      return [
        Act(
          calendar.instant(.week(week.week - 1, .friday, "14:10")), by: Who(manager),
          .items(week.jobs.map(\.title), AddItems(drafts)))
      ]
        + week.jobs.enumerated().flatMap { index, job in
          act(.monday, "10:\(15 + index)", by: Who(job.owner), [job], .to(.started))
        }
        + week.jobs.enumerated().filter { !$0.element.isGated }.flatMap { index, job in
          act(.tuesday, "15:\(20 + index)", by: Who(job.owner), [job], .to(.accepted))
        }
        + gated.enumerated().flatMap { index, job in
          act(.wednesday, "15:\(40 + index)", by: Who(job.owner), [job], .to(.finished))
        }
        + act(.thursday, "14:30", by: Who(manager), gated, .to(.delivered))
        + act(.thursday, "16:05", by: Who(manager), gated, .to(.accepted))
    }

    private static let weeks: [Week] = [
      Week(
        -7, Job("A dashboard for the routers", .feature, 5, by: "bo"),
        Job("Rotate the blobstore's keys", .toil, by: "dee")),
      Week(
        -6, Job("Canaries before the rest", .feature, 5, by: "cy"),
        Job("Drain the cells in turn", .feature, 3, by: "fumi"), Job("Restart the stuck workers", .toil, by: "gus"),
        Job("Clear the full disks", .toil, by: "eli")),
      Week(
        -5, Job("Alerts that name their runbook", .feature, 3, by: "eli"),
        Job("Resize the database by hand", .toil, by: "bo")),
      Week(
        -4, Job("Manifests in one repository", .feature, 8, by: "dee"), Job("Flaky smoke test", .bug, by: "cy"),
        Job("Tidy the pipelines", .chore, by: "gus")),
      Week(
        -3, Job("Stemcells from the mirror", .feature, 3, by: "fumi"),
        Job("Backups that are tried", .feature, 2, by: "gus")),
      Week(
        -2, Job("Certificates that renew themselves", .feature, 5, by: "bo"),
        Job("Prune old releases", .toil, by: "cy")),
      Week(
        -1, Job("Log buffers for three minutes", .feature, 5, by: "eli"),
        Job("A room for every incident", .feature, 1, by: "dee"), Job("Clear the full disks again", .toil, by: "gus")),
    ]

    private static let paymentsWeeks: [Week] = [
      Week(-4, Job("Receipts in the customer's language", .feature, 5, by: "ivo")),
      Week(
        -3, Job("Refunds in parts", .feature, 3, by: "jun"), Job("Answer the card scheme's audit", .toil, by: "ivo")),
      Week(-2, Job("Retry what the bank timed out", .feature, 5, by: "ivo")),
      Week(
        -1, Job("Double charge on a slow line", .bug, by: "jun"),
        Job("Fewer questions at checkout", .feature, 3, by: "ivo")),
    ]
  }
}
