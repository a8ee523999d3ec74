import Domain
import Store

extension Demo {
  /// The reviews of the two months, in the order in which they were opened: the first has number 1.
  enum RetroTales {
    private struct Tale: Sendable {
      var incident: Int
      var opened: Moment
      var by: String
      var facilitator: String
      var reviewed: Moment?
      /// Closed as soon as its action is in the backlog.
      var closed: Moment?
      /// What it had somebody do, by the backlog's words for it.
      var action: (kind: RetroAction.Kind, question: RetroQuestion, item: String)?
      var content: RetroContent
    }

    static func acts(on calendar: Calendar) -> [Act] {
      tales.enumerated().flatMap { index, tale in acts(of: tale, RetroNumber(index + 1), on: calendar) }
        .filter { $0.at < calendar.now }
    }

    private static func acts(of tale: Tale, _ number: RetroNumber, on calendar: Calendar) -> [Act] {
      func act(_ at: Instant, _ who: String, _ command: any Command) -> Act {
        Act(at, by: Who(who), .command { _ in command })
      }
      let opened = calendar.instant(tale.opened)
      let draft = RetroDraft(incidents: [IncidentNumber(tale.incident)], facilitator: Handle(tale.facilitator))
      var acts = [act(opened, tale.by, OpenRetro(draft))]
      let written = tale.reviewed.map { calendar.instant($0) - .minutes(20) } ?? opened + .minutes(30)
      acts.append(
        act(
          written, tale.facilitator,
          EditRetro(number, "answered what was known") { [content = tale.content] in $0.content = content }))
      if let reviewed = tale.reviewed {
        acts.append(act(calendar.instant(reviewed), tale.facilitator, MoveRetro(number, to: .reviewed)))
      }
      guard let closed = tale.closed.map(calendar.instant) else { return acts }
      if let action = tale.action {
        acts.append(
          Act(
            closed - .minutes(5), by: Who(tale.facilitator),
            .command { numbers in
              AddRetroAction(number, action.kind, .item(try numbers.items([action.item])[0]), for: action.question)
            }))
      }
      acts.append(act(closed, tale.facilitator, MoveRetro(number, to: .closed)))
      return acts
    }

    private static let tales: [Tale] = [
      Tale(
        incident: 4, opened: .week(-5, .thursday, "09:30"), by: "hana", facilitator: "jun",
        reviewed: .week(-5, .friday, "10:30"), closed: .week(-3, .friday, "15:00"),
        action: (.mitigate, .whatDoWeDo, "Retry what the bank timed out"),
        content: RetroContent(
          answers: [
            .whatHappened: RetroAnswer(
              "The bank's gateway stopped answering, and we waited for it, customer by customer."),
            .whatWentWrong: RetroAnswer("We gave a payment up after 2 s, and never tried it again."),
            .willItHappenAgain: RetroAnswer("Yes: a gateway is down twice a year."),
            .whatDoWeDo: RetroAnswer("Switch to the second gateway within five minutes, and retry what timed out."),
          ], impact: "About 410 payments were refused in 19 minutes; 260 customers came back.",
          factors: [
            ContributingFactor(.trigger, "the bank's maintenance, a day early"),
            ContributingFactor(.cause, "no retry at all"),
            ContributingFactor(.aggravation, "the switch was written down nowhere"),
          ], wentWell: ["the second gateway worked at the first try"], wentWrong: ["we looked at our own queue first"],
          gotLucky: ["it was a Wednesday morning, not a Saturday"], whySurprised: "The bank had said Thursday.")),
      Tale(
        incident: 9, opened: .week(-4, .wednesday, "11:00"), by: "gus", facilitator: "dee",
        reviewed: .week(-4, .friday, "14:00"), closed: .week(-2, .friday, "14:40"),
        action: (.prevent, .willItHappenAgain, "Log buffers for three minutes"),
        content: RetroContent(
          answers: [
            .whatHappened: RetroAnswer(
              "Three aggregators restarted one after the other; two could not hold what came in."),
            .whatWentWrong: RetroAnswer("Nobody had scaled the aggregators with the apps since spring."),
            .willItHappenAgain: RetroAnswer("With every deploy, until the buffers hold three minutes."),
            .whatDoWeDo: RetroAnswer(
              "Scale them to 5 before the canary.",
              decisions: [RetroDecision("every deploy scales first", by: Handle("gus"))]),
          ], impact: "31 apps lost 4 minutes of logs. Nobody asked for them.",
          factors: [
            ContributingFactor(.trigger, "the deploy of v202"),
            ContributingFactor(.cause, "3 aggregators for twice the apps of spring"),
          ], wentWell: ["fumi looked at the dashboards although everything was green"],
          gotLucky: ["no customer needed those four minutes"],
          whySurprised: "Losing logs is not an error anywhere: no graph goes up.")),
      Tale(
        incident: 11, opened: .week(-3, .thursday, "09:30"), by: "bo", facilitator: "fumi",
        reviewed: .week(-3, .thursday, "11:00"), closed: .week(-2, .friday, "11:20"), action: nil,
        content: RetroContent(
          answers: [
            .whatHappened: RetroAnswer("v203's routers kept connections open until they had no files left."),
            .whatWentWrong: RetroAnswer("We looked in the evening, found it fine, and went home."),
            .willItHappenAgain: RetroAnswer("Not this leak. Something else that grows slowly: yes."),
            .whatDoWeDo: RetroAnswer(
              "Compare the error rate with last week's, not with the hour before.",
              decisions: [RetroDecision("no deploy is over before the next morning's look", by: Handle("ana"))]),
          ], impact: "3 % of requests failed by the morning; two customers wrote.",
          factors: [
            ContributingFactor(.trigger, "v203 in prod"),
            ContributingFactor(.cause, "a leak that staging's load never fills"),
            ContributingFactor(.aggravation, "no alert below 5 % errors"),
          ], wentWell: ["back to v202 in three hours, in working hours"],
          wentWrong: ["customers told us before our alerts did"],
          whySurprised: "It was green when we left.")),
      Tale(
        incident: 12, opened: .week(-3, .thursday, "10:00"), by: "gus", facilitator: "dee",
        reviewed: .week(-3, .friday, "14:00"), closed: .week(-2, .friday, "15:10"),
        action: (.process, .whatDoWeDo, "A room for every incident"),
        content: RetroContent(
          answers: [
            .whatHappened: RetroAnswer(
              "An exploit came out in the afternoon; by midnight no machine of ours had the hole."),
            .whatWentWrong: RetroAnswer("Nobody could prove from inside that the hole was closed."),
            .willItHappenAgain: RetroAnswer("Yes, twice a year."),
            .whatDoWeDo: RetroAnswer("The same, with the proof from inside as a line of the checklist."),
          ], impact: "None that we know of.",
          factors: [
            ContributingFactor(.trigger, "the exploit"), ContributingFactor(.cause, "stemcells three weeks old"),
          ],
          wentWell: ["staging first, even that night"], gotLucky: ["ana had not left yet"],
          whySurprised: "We were not: the mailing list had warned on Monday.")),
      Tale(
        incident: 13, opened: .week(-1, .wednesday, "10:00"), by: "ana", facilitator: "eli", reviewed: nil, closed: nil,
        action: nil,
        content: RetroContent(
          answers: [
            .whatHappened: RetroAnswer(
              "The cloud's API answered 503 in the middle of a deploy, which waited for 22 minutes."),
            .willItHappenAgain: RetroAnswer(isUnknown: true),
          ], factors: [ContributingFactor(.trigger, "maintenance of the cloud")])),
    ]
  }
}
