import Domain
import Testing

@testable import Exchange

@Suite("PagerDuty's webhook")
struct PagerDutyReaderTests {
  @Test(
    "Each event of an incident is the change that it names",
    arguments: [
      ("triggered", AlertChange.triggered), ("acknowledged", .acknowledged), ("escalated", .escalated),
      ("reopened", .reopened), ("resolved", .resolved), ("annotated", .other("annotated")),
    ])
  func changes(_ name: String, _ change: AlertChange) throws {
    let alert = try #require(try AlertSample.read("pagerduty-\(name).json").alerts.first)
    #expect(alert.change == change && alert.groupKey == "Q2AIXW3LPSB6FD" && alert.title == "Logs are dropped in z1")
  }

  @Test("An incident says what, whose, how bad, since when, and whom it woke")
  func triggered() throws {
    let alert = try #require(try AlertSample.read("pagerduty-triggered.json").alerts.first)
    #expect(alert.key == "logs-dropped/z1" && alert.severity == 2 && alert.services == ["log-aggregator"])
    #expect(alert.team == "platform" && alert.by == nil && alert.startedAt == AlertSample.time("06:02:11"))
    #expect(alert.link == "https://example.pagerduty.com/incidents/Q2AIXW3LPSB6FD")
    let lines = alert.details.split(separator: "\n")
    for line in ["number: 412", "assignees: Ana Example, Bo Example", "priority: P2", "client.name: Prometheus"] {
      #expect(lines.contains(Substring(line)), "\(alert.details)")
    }
  }

  @Test("Who acknowledged and who resolved are named")
  func people() throws {
    #expect(try AlertSample.read("pagerduty-acknowledged.json").alerts.first?.by == "Ana Example")
    let resolved = try #require(try AlertSample.read("pagerduty-resolved.json").alerts.first)
    #expect(resolved.by == "Bo Example" && resolved.endedAt == AlertSample.time("06:47:12"))
  }

  @Test("A note is known by the incident within it, and its text is kept")
  func note() throws {
    let alert = try #require(try AlertSample.read("pagerduty-annotated.json").alerts.first)
    #expect(alert.text == "z2 has six aggregators, z1 has two" && alert.by == "Ana Example")
    #expect(alert.change.isFiring == nil)
  }

  @Test("Without a priority the urgency says how bad it is", arguments: [("high", 2), ("low", 3), ("odd", nil)])
  func urgency(_ urgency: String, _ severity: Int?) throws {
    let text =
      #"{"event":{"event_type":"incident.triggered","data":{"id":"P1","priority":null,"urgency":"\#(urgency)"}}}"#
    let alert = try #require(try AlertPayload(Array(text.utf8), from: .pagerduty).alerts.first)
    #expect(alert.severity == severity && alert.key == "P1" && alert.title == "PagerDuty incident P1")
  }

  @Test("A ping and an event of a service are no alerts, and say why", arguments: ["ping", "service-updated"])
  func nothingToKeep(_ name: String) throws {
    let payload = try AlertSample.read("pagerduty-\(name).json")
    #expect(payload.alerts == [] && payload.remarks.count == 1)
  }

  @Test("A payload of version 2 is refused, with what to do")
  func versionTwo() throws {
    let refusal = try #require(
      AlertSample.refusal(try AlertSample.bytes("pagerduty-version-2.json"), from: .pagerduty))
    #expect(refusal.description.contains("version 2 (messages)") && refusal.description.contains("subscription"))
  }
}
