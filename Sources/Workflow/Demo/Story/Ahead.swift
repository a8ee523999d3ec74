import Domain
import Store

extension Demo.Backlog {
  /// What is under way now, what comes next, and what nobody has said will be done.
  enum Ahead {
    static func acts(on calendar: Demo.Calendar) -> [Demo.Act] {
      let drafts = platform(on: calendar) + payments(on: calendar)
      return [
        Demo.Act(
          calendar.instant(.week(-2, .friday, "15:05")), by: "ana",
          .items(drafts.map(\.title), AddItems(drafts)))
      ]
        + moves.map { move in
          Demo.Act(
            calendar.instant(move.at), by: move.by,
            .command { AdvanceItems(try $0.items([move.title]), .to(move.state), reason: move.reason) })
        }
        + [
          Demo.Act(
            calendar.instant(.ago(1320)), by: "bo",
            .command {
              CommentOnItem(
                try $0.items([ports])[0], text: "The network team gives us the new range **on Thursday**.")
            }),
          // What the run in prod brings; whoever finishes it is asked whether to deliver it.
          Demo.Act(
            calendar.instant(.ago(64)), by: "ana",
            .command { CarryItems(try $0.items([digests]), by: try $0["v206-prod"]) }),
        ]
    }

    private static let ports = "Move the runners off the ephemeral ports"
    private static let digests = "Compare release digests without reading them aloud"
    private static let routers = "Drain routers one at a time"
    private static let buffers = "Give the aggregators' buffers a dashboard"

    private struct Move: Sendable {
      var title: String
      var state: ItemState
      var at: Demo.Moment
      var by: Demo.Who
      var reason: String?

      init(_ title: String, _ state: ItemState, _ at: Demo.Moment, by who: Demo.Who, _ reason: String? = nil) {
        self.title = title
        self.state = state
        self.at = at
        by = who
        self.reason = reason
      }
    }

    private static let moves: [Move] = [
      Move(routers, .started, .week(-1, .thursday, "09:30"), by: "bo"),
      Move(buffers, .started, .week(-1, .thursday, "09:35"), by: "cy"),
      Move("Rotate the director's certificates", .started, .week(-1, .friday, "09:40"), by: "dee"),
      Move(digests, .started, .week(-1, .friday, "09:45"), by: "fumi"),
      Move("Cards that are renewed by the bank", .started, .week(-1, .friday, "10:05"), by: "ivo"),
      Move(routers, .finished, .week(-1, .friday, "14:20"), by: "bo"),
      Move(buffers, .finished, .week(-1, .friday, "15:10"), by: "cy"),
      Move(routers, .delivered, .ago(1560), by: "bo"),
      Move(buffers, .delivered, .ago(1550), by: "cy"),
      Move(routers, .accepted, .ago(1500), by: "ana"),
      Move(buffers, .rejected, .ago(1490), by: "ana", "the buffers still fill within a minute"),
      Move(digests, .finished, .ago(1440), by: "fumi"),
    ]

    private static func platform(on calendar: Demo.Calendar) -> [ItemDraft] {
      func draft(
        _ title: String, _ type: ItemType = .feature, _ points: Int? = nil, _ labels: [String] = [],
        due: String? = nil, state: ItemState = .unstarted
      ) -> ItemDraft {
        ItemDraft(
          team: TeamName("platform"), title: title, type: type, state: state, points: points, labels: labels,
          due: due, target: .bottom)
      }
      var move = draft(ports, .feature, 5, ["runner", "ports"], due: calendar.date(2, .friday))
      move.owners = [Handle("bo"), Handle("dee")]
      move.blockers = [Blocker(text: "the network team's new range")]
      move.description =
        "The kernel gives ports from **32768** on to whoever asks:\n\n- list what listens there\n- move it"
      move.tasks = [ItemTask("Ask for a range", isDone: true), ItemTask("Change the manifest")]
      return [
        draft(routers, .feature, 3, ["router"]),
        draft(buffers, .feature, 2, ["metrics"]),
        draft("Rotate the director's certificates", .chore, nil, ["certs"]),
        draft(digests, .feature, 2),
        move,
        draft("Canary falls over two minutes after it was healthy", .bug, nil, ["canary"]),
        draft("Delete orphaned disks by hand", .toil, nil, ["disks"]),
        draft("v207 in production", .release, nil, due: calendar.date(3, .friday)),
        draft("Publish the release from the pipeline", .feature, 8, ["pipeline"]),
        draft("Smoke tests in less than ten minutes", .feature, nil),
        draft("A second availability zone", .feature, nil, ["network"], state: .unscheduled),
        draft("Logs of evacuated cells are lost", .bug, nil, ["logs"], state: .unscheduled),
      ]
    }

    private static func payments(on calendar: Demo.Calendar) -> [ItemDraft] {
      func draft(
        _ title: String, _ type: ItemType = .feature, _ points: Int? = nil, due: String? = nil,
        state: ItemState = .unstarted
      ) -> ItemDraft {
        ItemDraft(
          team: TeamName("payments"), title: title, type: type, state: state, points: points, due: due, target: .bottom)
      }
      return [
        draft("Cards that are renewed by the bank", .feature, 3),
        draft("Receipts for what was refunded in parts", .feature, 2),
        draft("payments 5.0 in production", .release, nil, due: calendar.date(2, .wednesday)),
        draft("Pay by a link in a message", .feature, nil, state: .unscheduled),
      ]
    }
  }
}
