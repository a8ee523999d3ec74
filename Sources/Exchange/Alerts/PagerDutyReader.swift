import Domain

/// Reads PagerDuty's webhook, version 3: one event of one incident.
enum PagerDutyReader {
  static func read(_ payload: AlertFields) throws(AlertPayloadError) -> AlertPayload {
    if payload.value("messages") != nil {
      throw payload.error(
        "",
        .otherVersion(
          found: "2 (messages)", read: "3 (event)",
          hint: "Make a webhook subscription of version 3 in PagerDuty: the older extensions are at their end."))
    }
    guard let event = try payload.object("event") else { throw payload.error("event", .missing) }
    let type = try event.needed("event_type")
    guard type.hasPrefix("incident.") else {
      return AlertPayload(
        .pagerduty, alerts: [],
        remarks: [
          type == "pagey.ping"
            ? "it is a test of PagerDuty's (pagey.ping), and it came through"
            : "\(type) is about no incident: there is nothing to keep"
        ])
    }
    guard let data = try event.object("data") else { throw event.error("data", .missing) }
    var remarks: [String] = []
    let alert = try alert(event, data, change: change(type), &remarks)
    return AlertPayload(.pagerduty, alerts: [alert], remarks: remarks)
  }

  private static func change(_ type: String) -> AlertChange {
    switch type {
    case "incident.triggered": .triggered
    case "incident.acknowledged": .acknowledged
    case "incident.escalated": .escalated
    case "incident.reopened": .reopened
    case "incident.resolved": .resolved
    default: .other(AlertText.title(String(type.dropFirst("incident.".count)).replacing("_", with: " ")))
    }
  }

  private static func alert(
    _ event: AlertFields, _ data: AlertFields, change: AlertChange, _ remarks: inout [String]
  ) throws(AlertPayloadError) -> Alert {
    // A note, a status update and a responder have their incident within them.
    let incident = try data.object("incident") ?? data
    let id = try incident.text("id")
    guard let key = try incident.text("incident_key") ?? id else {
      throw incident.error("", .noKey(wanted: "an incident_key or an id"))
    }
    let occurred = event.time("occurred_at", &remarks)
    let title = incident.loose("title") ?? incident.loose("summary") ?? "PagerDuty incident \(id ?? key)"
    let text = data.loose("content") ?? data.loose("message") ?? data.looseObject("body")?.loose("details") ?? ""
    var details = AlertDetails()
    details.note(data.node, but: known)
    details.note(event.looseObject("client")?.node, under: "client")
    return Alert(
      .pagerduty, key: AlertText.key(key), groupKey: id.map(AlertText.key), change: change,
      title: AlertText.title(title), text: AlertText.text(text), severity: severity(incident),
      services: summary(incident, "service").map { [$0] } ?? [], team: team(incident),
      startedAt: incident.time("created_at", &remarks) ?? (change == .triggered ? occurred : nil),
      endedAt: change == .resolved ? occurred : nil, changedAt: occurred, by: summary(event, "agent"),
      link: incident.loose("html_url").map { AlertText.cut($0, to: 2_000) }, details: details.text)
  }

  /// The priority, which a person set, before the urgency, which only says whether to wake somebody.
  private static func severity(_ incident: AlertFields) -> Int? {
    if let guess = summary(incident, "priority").flatMap(AlertSeverity.guess) { return guess }
    return switch incident.loose("urgency") {
    case "high": 2
    case "low": 3
    default: nil
    }
  }

  private static func team(_ incident: AlertFields) -> String? {
    incident.value("teams")?.elements.lazy.compactMap { $0["summary"]?.text }.first.map(AlertText.title)
  }

  private static func summary(_ fields: AlertFields, _ name: String) -> String? {
    fields.looseObject(name)?.loose("summary").map(AlertText.title)
  }

  private static let known: Set<String> = [
    "id", "type", "self", "html_url", "incident_key", "created_at", "title", "content", "message", "incident",
    "trimmed",
  ]
}
