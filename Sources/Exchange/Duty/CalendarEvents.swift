import Domain

/// The events of a feed: what belongs to its owner, by time.
struct CalendarEvents {
  let calendar: DutyCalendar

  var lines: [ContentLine] {
    let duties = calendar.duties.filter { isOwners($0.duty.team, $0.duty.people) }.sorted { $0.duty < $1.duty }
    let runs = calendar.runs.compactMap { run in run.run.plan.map { (run, $0) } }
      .filter { isOwners($0.0.run.team, $0.0.run.pair) }
      .sorted { ($0.1.at, $0.0.run.number) < ($1.1.at, $1.0.run.number) }
    return duties.flatMap(event) + runs.flatMap(event)
  }

  private func isOwners(_ team: TeamName, _ people: [Handle]) -> Bool {
    switch calendar.owner {
    case .team(let name): name == team
    case .person(let who): people.contains(who)
    }
  }

  private func event(_ entry: CalendarDuty) -> [ContentLine] {
    let duty = entry.duty
    let why = DutyWhy(duty.duty)
    let description =
      [why.reasons.isEmpty ? nil : "Why: \(why.reasons)", why.givenUp.isEmpty ? nil : "Given up: \(why.givenUp)"]
      .compactMap(\.self) + ["Duty \(duty.number) of \(duty.team)"]
    let lines = [
      uid("duty-\(CalendarValue.encoded(duty.team.text, "-._"))-\(duty.number)"),
      ContentLine("SEQUENCE", value: String(entry.sequence)), stamp(entry.changedAt),
      ContentLine("LAST-MODIFIED", value: moment(entry.changedAt)),
      ContentLine("DTSTART", value: moment(duty.window.start)), ContentLine("DTEND", value: moment(duty.window.end)),
      ContentLine("SUMMARY", text: summary(of: duty)),
      ContentLine("DESCRIPTION", text: description.joined(separator: "\n")),
      ContentLine("STATUS", value: entry.isCancelled ? "CANCELLED" : "CONFIRMED"),
      // Whoever is on duty may still be asked to a meeting.
      ContentLine("TRANSP", value: "TRANSPARENT"),
    ]
    return wrapped(lines + people(duty.team, duty.people))
  }

  private func event(_ entry: CalendarRun, _ plan: Plan) -> [ContentLine] {
    let run = entry.run
    let status = run.state == .cancelled ? "CANCELLED" : "CONFIRMED"
    var lines = [
      uid("run-\(run.number)"), ContentLine("SEQUENCE", value: String(entry.sequence)), stamp(entry.changedAt),
      ContentLine("LAST-MODIFIED", value: moment(entry.changedAt)), ContentLine("DTSTART", value: moment(plan.at)),
    ]
    // Without an end an event ends when it begins (RFC 5545, 3.6.1).
    if let expected = entry.expected, expected > .zero {
      lines.append(ContentLine("DTEND", value: moment(plan.at + expected)))
    }
    let told = plan.told.isEmpty ? "" : "\nTold: \(plan.told)"
    lines += [
      ContentLine("SUMMARY", text: "\(run.isRehearsal ? "Rehearsal" : "Run") \(run.number): \(run.version)"),
      ContentLine("DESCRIPTION", text: "\(run.artifact) in \(run.environment)\(told)"),
      ContentLine("STATUS", value: status), ContentLine("TRANSP", value: "OPAQUE"),
    ]
    return wrapped(lines + people(run.team, run.pair))
  }

  /// Unique in the world, as it has to be (3.8.4.7), for other stores have a duty of that number too; a copy of the store
  /// has the same.
  private func uid(_ name: String) -> ContentLine {
    ContentLine("UID", value: "\(name)@\(CalendarValue.encoded(calendar.storeID.lowercased(), "-")).prodpair")
  }

  /// When the feed was made, or without a method when what it says was last changed (3.8.7.2).
  private func stamp(_ changedAt: Instant) -> ContentLine {
    ContentLine("DTSTAMP", value: moment(calendar.isPublished ? calendar.madeAt : changedAt))
  }

  private func summary(of duty: TeamDuty) -> String {
    let people = duty.people.firstOfEach
    if case .person(let who) = calendar.owner {
      let others = people.filter { $0 != who }.map(calendar.name)
      return "On duty for \(duty.team)" + (others.isEmpty ? ", alone" : " with \(others.joined(separator: " and "))")
    }
    let names = people.isEmpty ? "nobody" : people.map(calendar.name).joined(separator: " and ")
    return "On duty for \(duty.team): \(names)" + (people.count == 1 ? ", alone" : "")
  }

  /// Where there are attendees there is an organizer (3.8.4.3): the team.
  private func people(_ team: TeamName, _ people: [Handle]) -> [ContentLine] {
    [ContentLine("ORGANIZER", ["CN": team.text], value: CalendarValue.address(nil, of: team.text))]
      + people.firstOfEach.map { who in
        ContentLine(
          "ATTENDEE", ["CN": calendar.name(who), "ROLE": "REQ-PARTICIPANT", "PARTSTAT": "ACCEPTED"],
          value: CalendarValue.address(calendar.people[who]?.contact.mail, of: who.text))
      }
  }

  private func wrapped(_ lines: [ContentLine]) -> [ContentLine] {
    [ContentLine("BEGIN", value: "VEVENT")] + lines + [ContentLine("END", value: "VEVENT")]
  }

  private func moment(_ instant: Instant) -> String { CalendarValue.moment(instant) }
}
