import Domain

/// What `incident edit` changes of an incident; what is nil or empty stays as it is.
struct IncidentChange: Sendable {
  var title: String?
  var severity: IncidentSeverity?
  var customersNoticed: CustomersNoticed?
  var services: [String]
  var goneServices: [String]
  var commander: Handle?
  var isWithoutCommander: Bool
  var scribe: Handle?
  var isWithoutScribe: Bool
  var pair: [Handle]?
  var called: [Handle]
  var goneCalled: [Handle]
  var times: [(kind: IncidentTime, at: Instant?)]
  /// Those that nobody knows any longer.
  var goneTimes: [IncidentTime]

  /// - Throws: `IncidentCommandError` where something is to be taken away that is not there.
  func apply(to incident: inout Incident) throws {
    incident.title = title ?? incident.title
    incident.severity = severity ?? incident.severity
    incident.customersNoticed = customersNoticed ?? incident.customersNoticed
    if let stray = goneServices.first(where: { !incident.services.contains($0) }) {
      throw IncidentCommandError.noSuchService(stray, incident.number)
    }
    incident.services = (incident.services + services).filter { !goneServices.contains($0) }
    if let stray = goneCalled.first(where: { !incident.roles.called.contains($0) }) {
      throw IncidentCommandError.notCalled(stray, incident.number)
    }
    incident.roles.called = (incident.roles.called + called).firstOfEach.filter { !goneCalled.contains($0) }
    incident.roles.commander = isWithoutCommander ? nil : commander ?? incident.roles.commander
    incident.roles.scribe = isWithoutScribe ? nil : scribe ?? incident.roles.scribe
    incident.roles.pair = pair ?? incident.roles.pair
    for kind in goneTimes { incident.times[kind] = nil }
    for (kind, at) in times { incident.times[kind] = at }
  }
}
