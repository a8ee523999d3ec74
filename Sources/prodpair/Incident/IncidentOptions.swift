import ArgumentParser
import Domain
import Foundation
import Store

/// What every verb on an incident takes: the incident, and who acts.
struct IncidentOptions: ParsableArguments {
  @Argument(help: ArgumentHelp("The incident's number.", valueName: "incident"), completion: Completions.incidents)
  var number: IncidentNumber

  @OptionGroup var acting: ActingOptions

  /// The incident as it stands, and who is at it.
  func open() throws -> IncidentSession {
    let session = try acting.session()
    let (incident, zone) = try session.store.read { reader in
      let incident = try reader.incident(number)
      return (incident, try reader.team(incident.team).zone ?? .gmt)
    }
    return IncidentSession(session: session, incident: incident, zone: zone)
  }
}

/// When something happened, where that is not now.
struct HappenedOption: ParsableArguments {
  @Option(
    name: .customLong("at"),
    help: ArgumentHelp("When it happened: HH:MM (the team's time, today) or RFC 3339; else now.", valueName: "time"))
  var time: String?
}

/// An incident that is about to be acted on.
struct IncidentSession {
  let session: Session
  let incident: Incident
  let zone: TimeZone

  var number: IncidentNumber { incident.number }

  /// A time as somebody typed it, in the team's zone; nil where nothing was typed.
  func instant(_ text: String?) throws -> Instant? {
    try text.map { try ClockText.instant($0, in: zone, now: Session.now) }
  }

  @discardableResult
  func perform<Change: Command>(_ command: Change) throws -> Change.Output { try session.perform(command) }
}
