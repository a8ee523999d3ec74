import Domain
import Foundation
import Host
import Store

/// A store full of incidents that alerts opened, a few of them still open.
enum IncidentStore {
  private static let options = StoreOptions(catalogue: .prodpair)
  private static let team = TeamName("platform")

  /// One that is there is taken as it is.
  static func make(at path: String, incidents: Int) throws {
    guard access(path, F_OK) != 0 else { return }
    let actor = Identity.current()
    var now = Instant(Date()) - .minutes(Int64(incidents) * 100)
    let store = try Store.create(path: path, kind: .personal, at: now, options: options)
    try store.perform(AddTeam(Team(name: team)), by: actor, at: now)
    for index in 0..<incidents {
      now = now + .minutes(60)
      let alert = Alert(
        .alertmanager, key: "alert-\(index)", groupKey: "group-\(index)", title: "Alert \(index)", severity: 2,
        services: ["service-\(index % 40)"], startedAt: now, changedAt: now)
      let command = TakeAlerts(
        AlertPayload(.alertmanager, alerts: [alert]), content: Array(payload(key: "alert-\(index)").utf8))
      guard let number = try store.perform(command, by: actor, at: now).opened.first else {
        throw BenchError("alert \(index) opened no incident")
      }
      guard index < incidents - 10 else { continue }
      try store.perform(SettleIncident(number, .resolve, note: "scaled"), by: actor, at: now + .minutes(30))
    }
    try store.maintain()
    try store.close()
  }

  /// Of a group of three alerts.
  static func payload(key: String) -> String {
    let alerts = (1...3).map { zone in
      """
      {"status": "firing", "labels": {"alertname": "LogsDropped", "service": "log-aggregator", "severity": "critical",
       "zone": "z\(zone)"}, "annotations": {"summary": "Logs are dropped in z\(zone)", "description": "12 % of all lines."},
       "startsAt": "2024-11-18T06:02:11.482Z", "endsAt": "0001-01-01T00:00:00Z",
       "generatorURL": "https://prometheus.example.org/graph", "fingerprint": "\(key)-\(zone)"}
      """
    }
    return """
      {"version": "4", "groupKey": "{}:{key=\\"\(key)\\"}", "status": "firing", "receiver": "prodpair",
       "groupLabels": {"alertname": "LogsDropped"}, "commonLabels": {"alertname": "LogsDropped"}, "commonAnnotations": {},
       "externalURL": "https://alertmanager.example.org", "truncatedAlerts": 0, "alerts": [\(alerts.joined(separator: ","))]}
      """
  }
}
