import Domain
import Store

extension Demo {
  /// The incidents of the two months, in the order in which they were opened: the first has number 1.
  enum IncidentTales {
    struct Tale: Sendable {
      /// When it was declared.
      var at: Moment
      var by: String
      var team = Duties.platform
      var title: String
      var severity = IncidentSeverity.minor
      var services: [String]
      var customers = CustomersNoticed.no
      var commander: String?
      var scribe: String?
      /// Minutes before it was declared; nil where nobody knows.
      var impactBegan: Int?
      var detected = 3
      /// Runs by the story's names for them.
      var runs: [(name: String, kind: IncidentRunKind)] = []
      var lines: [Line] = []
      /// Minutes after it was declared, and what did it.
      var mitigated: (minutes: Int, words: String)
      var resolved: (minutes: Int, words: String)
      /// When it was closed where no retro did so.
      var closed: Moment?
      var cameBackFrom: Recurrence?
    }

    /// One entry of a timeline.
    struct Line: Sendable {
      /// After the incident was declared.
      var minutes: Int
      var by: String
      var kind: IncidentEntryKind
      var text: String
      var exhibits: [NoteIncident.Exhibit] = []

      init(_ minutes: Int, _ by: String, _ kind: IncidentEntryKind, _ text: String, _ exhibits: NoteIncident.Exhibit...)
      {
        self.minutes = minutes
        self.by = by
        self.kind = kind
        self.text = text
        self.exhibits = exhibits
      }
    }

    static func acts(on calendar: Calendar) -> [Act] {
      tales.enumerated().flatMap { index, tale in acts(of: tale, IncidentNumber(index + 1), on: calendar) }
        .filter { $0.at < calendar.now }
    }

    private static func acts(of tale: Tale, _ number: IncidentNumber, on calendar: Calendar) -> [Act] {
      let declared = calendar.instant(tale.at)
      let opener = Who(tale.by)
      func after(_ minutes: Int) -> Instant { declared + .minutes(Int64(minutes)) }
      func act(_ minutes: Int, _ who: String, _ command: any Command) -> Act {
        Act(after(minutes), by: Who(who), .command { _ in command })
      }
      let open = Act(
        declared, by: opener,
        .command { numbers in
          OpenIncident(
            IncidentDraft(
              team: tale.team, title: tale.title, severity: tale.severity, services: tale.services,
              customersNoticed: tale.customers,
              roles: IncidentRoles(
                commander: tale.commander.map { Handle($0) }, scribe: tale.scribe.map { Handle($0) }),
              impactBegan: tale.impactBegan.map { declared - .minutes(Int64($0)) },
              detected: declared - .minutes(Int64(tale.detected)),
              runs: try tale.runs.map { IncidentRun(try numbers[$0.name], $0.kind) }))
        })
      var acts = [open]
      acts += tale.lines.map { act($0.minutes, $0.by, NoteIncident(number, $0.kind, $0.text, exhibits: $0.exhibits)) }
      if tale.mitigated.minutes < tale.resolved.minutes {
        acts.append(act(tale.mitigated.minutes, tale.by, SettleIncident(number, .mitigate, note: tale.mitigated.words)))
      }
      acts.append(act(tale.resolved.minutes, tale.by, SettleIncident(number, .resolve, note: tale.resolved.words)))
      if let origin = tale.cameBackFrom {
        acts.append(act(tale.resolved.minutes + 12, tale.by, LinkRecurrence(number, of: origin)))
      }
      if let closed = tale.closed {
        acts.append(Act(calendar.instant(closed), by: opener, .command { _ in SettleIncident(number, .close()) }))
      }
      return acts
    }

    private static func log(_ name: String, _ text: String, _ health: IncidentEvidence.Health? = nil)
      -> NoteIncident.Exhibit
    { NoteIncident.Exhibit(.log, name, text: text, health: health) }

    private static func metric(_ name: String, _ text: String, _ health: IncidentEvidence.Health? = nil)
      -> NoteIncident.Exhibit
    { NoteIncident.Exhibit(.metric, name, text: text, health: health) }

    private static let tales: [Tale] = [
      Tale(
        at: .week(-8, .wednesday, "14:05"), by: "cy", title: "One runner's disk is full", severity: .low,
        services: ["runners"], impactBegan: 20,
        lines: [Line(4, "cy", .action, "deleted the cores of two crashed apps on runner_z1/17")],
        mitigated: (9, ""), resolved: (9, "41 % again"), closed: .week(-8, .thursday, "09:20")),
      Tale(
        at: .week(-7, .tuesday, "10:40"), by: "bo", title: "Uploads of one customer time out", services: ["blobstore"],
        customers: .yes, impactBegan: 95, detected: 25,
        lines: [
          Line(3, "bo", .observation, "only files above 900 MB, only through router_z2"),
          Line(11, "gus", .hypothesis, "the limit of the new load balancer, 60 s"),
          Line(16, "gus", .action, "raised the load balancer's limit to 300 s"),
        ], mitigated: (21, "the customer's upload went through"),
        resolved: (40, "no time-outs for a quarter of an hour"),
        closed: .week(-7, .wednesday, "16:30")),
      Tale(
        at: .week(-6, .tuesday, "15:20"), by: "eli", title: "The package mirror answers slowly", severity: .low,
        services: ["mirror"], mitigated: (35, ""), resolved: (35, "its other disk took over"),
        closed: .week(-6, .wednesday, "10:00")),
      Tale(
        at: .week(-5, .wednesday, "10:12"), by: "ivo", team: Duties.payments, title: "Cards are refused for 19 minutes",
        severity: .major, services: ["checkout"], customers: .yes, commander: "hana", scribe: "jun", impactBegan: 7,
        detected: 5,
        lines: [
          Line(1, "jun", .observation, "every third payment: the bank's gateway does not answer within 2 s"),
          Line(4, "ivo", .hypothesis, "our own queue is full"),
          Line(6, "ivo", .observation, "it is not: 12 waiting, as always"),
          Line(9, "hana", .decision, "switch to the second gateway, fees or not"),
          Line(11, "ivo", .action, "switched checkout to the second gateway"),
        ], mitigated: (12, "payments pass"), resolved: (130, "the bank's gateway answers again; switched back")),
      Tale(
        at: .week(-5, .thursday, "13:30"), by: "gus", title: "No metrics: the metrics host's certificate expired",
        services: ["metrics"], impactBegan: 31, detected: 8,
        lines: [Line(6, "gus", .action, "renewed the certificate by hand, for 90 days")],
        mitigated: (14, ""), resolved: (14, "the graphs are back, with a hole of 44 minutes"),
        closed: .week(-5, .friday, "11:45")),
      Tale(
        at: .week(-5, .friday, "09:50"), by: "cy", title: "Two runners lost their network", severity: .low,
        services: ["runners"], impactBegan: 6,
        lines: [Line(5, "cy", .action, "drained runner_z2/3 and runner_z2/4; their apps moved within a minute")],
        mitigated: (6, ""), resolved: (70, "a switch was replaced"), closed: .week(-5, .friday, "14:00")),
      Tale(
        at: .week(-4, .monday, "11:05"), by: "eli", title: "Pushes hang: compiling workers get no address",
        services: ["compiling"], customers: .yes, impactBegan: 18, detected: 12,
        lines: [
          Line(7, "eli", .observation, "the compiling network has no address left"),
          Line(9, "dee", .action, "killed four workers that had hung since Friday"),
        ], mitigated: (11, "pushes go through"), resolved: (55, "ten more addresses"),
        closed: .week(-4, .wednesday, "09:15")),
      Tale(
        at: .week(-4, .tuesday, "08:40"), by: "jun", team: Duties.payments, title: "Refunds wait in the queue",
        services: ["refunds"], impactBegan: 600, detected: 10,
        lines: [Line(12, "jun", .observation, "one refund of 0.00 stops the worker, again and again")],
        mitigated: (25, "taken out by hand"), resolved: (25, "240 refunds went out"),
        closed: .week(-4, .wednesday, "17:10")),
      Tale(
        at: .week(-4, .tuesday, "14:10"), by: "fumi", title: "Logs of 31 apps dropped for 4 minutes",
        services: ["log-aggregators"], commander: "gus", impactBegan: 62, detected: 58, runs: [("v202-prod", .caused)],
        lines: [
          Line(
            5, "gus", .observation, "the aggregators restarted one by one, and their buffers hold 90 seconds",
            metric("dropped, while restarting", "1,840 lines/s", .sick),
            metric("dropped, before", "0 lines/s", .healthy)),
          Line(9, "fumi", .decision, "nothing to be done now: it is over, and the next deploy scales them first"),
        ], mitigated: (10, ""), resolved: (10, "all five zones log again since 13:12")),
      Tale(
        at: .week(-4, .friday, "16:10"), by: "dee", title: "The directory's backup took nine hours", severity: .low,
        services: ["backups"], mitigated: (20, ""), resolved: (20, "last night's is whole; nobody had looked"),
        closed: .week(-3, .monday, "09:05")),
      Tale(
        at: .week(-3, .wednesday, "08:35"), by: "bo", title: "Errors at the load balancers rose all night",
        severity: .major, services: ["routers", "load-balancers"], customers: .yes, commander: "ana", scribe: "bo",
        impactBegan: 690, detected: 15, runs: [("v203-prod", .caused)],
        lines: [
          Line(
            2, "bo", .observation, "0.2 % of answers were errors last evening, 3 % now",
            metric("router_z1/2, release v203", "3.1 % errors", .sick),
            metric("router_z3/1, still v202", "0.1 % errors", .healthy)),
          Line(8, "ana", .hypothesis, "the night's batch jobs"),
          Line(
            14, "bo", .observation, "every router of v203 keeps connections that it should have closed",
            log("router_z1/2", "too many open files: 65,536 of 65,536\naccept: retrying in 1s", .sick),
            log("router_z3/1", "open files: 2,112 of 65,536", .healthy)),
          Line(19, "ana", .decision, "back to v202 now, within working hours, and look for the cause in staging"),
        ], mitigated: (176, "v202 runs everywhere"), resolved: (185, "0.1 % errors, as last week")),
      Tale(
        at: .week(-3, .wednesday, "18:05"), by: "ana", title: "An exploit is out for the stemcell's openssl",
        severity: .critical, services: ["stemcell"], commander: "ana", scribe: "gus", impactBegan: nil, detected: 25,
        lines: [
          Line(6, "gus", .observation, "the scanner finds it on every machine that faces the net"),
          Line(12, "ana", .decision, "not to wait for the morning: staging at once, prod when its smoke tests pass"),
          Line(320, "cy", .observation, "the scanner sees the new openssl from outside; from inside nobody has looked"),
        ], mitigated: (330, "prod is on the new stemcell"),
        resolved: (345, "nothing found in the logs of the last week")),
      Tale(
        at: .week(-1, .tuesday, "15:50"), by: "ana", title: "The cloud's API answers 503 for 22 minutes",
        services: ["director"], commander: "dee", impactBegan: 260, detected: 255, runs: [("v205-prod", .related)],
        lines: [
          Line(4, "dee", .observation, "the deploy waited; nothing that customers use did"),
          Line(7, "dee", .hypothesis, "maintenance that nobody had told us of: their status page says so since noon"),
        ], mitigated: (9, ""), resolved: (9, "it answers again since 11:57")),
    ]
  }
}
