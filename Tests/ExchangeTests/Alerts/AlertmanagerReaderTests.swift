import Domain
import Testing

@testable import Exchange

@Suite("Alertmanager's webhook")
struct AlertmanagerReaderTests {
  @Test("A firing alert says what, whose, how bad, since when and where to look")
  func firing() throws {
    let payload = try AlertSample.read("alertmanager-firing.json")
    let alert = try #require(payload.alerts.first)
    #expect(payload.alerts.count == 1 && payload.remarks == [] && alert.source == .alertmanager)
    #expect(alert.key == "1a7fc1a4f6b3c0d2" && alert.groupKey == "{}:{alertname=\"LogsDropped\"}")
    #expect(alert.change == .triggered && alert.title == "Logs are dropped in z1" && alert.severity == 1)
    #expect(alert.services == ["log-aggregator"] && alert.team == "platform")
    #expect(alert.startedAt == AlertSample.time("06:02:11.482") && alert.endedAt == nil)
    #expect(alert.text.hasPrefix("The aggregators of z1 dropped 12 %"))
    #expect(alert.link?.hasPrefix("https://prometheus.example.org/graph") == true)
    #expect(alert.details.contains("zone: z1\n") && alert.details.contains("runbook_url: https://runbooks"))
    #expect(!alert.details.contains("startsAt"))
  }

  @Test("A group has its alerts in their order, and one group key")
  func group() throws {
    let alerts = try AlertSample.read("alertmanager-group.json").alerts
    #expect(alerts.map(\.title) == ["z1", "z2", "z3"].map { "Logs are dropped in \($0)" })
    #expect(Set(alerts.map(\.groupKey)).count == 1 && Set(alerts.map(\.key)).count == 3)
  }

  @Test("What is over has an end; what fires has none, whatever Alertmanager expects")
  func partlyResolved() throws {
    let alerts = try AlertSample.read("alertmanager-part-resolved.json").alerts
    #expect(alerts.map(\.change) == [.resolved, .triggered, .triggered])
    #expect(alerts[0].endedAt == AlertSample.time("06:41:02") && alerts[0].changedAt == alerts[0].endedAt)
    #expect(alerts[1].endedAt == nil)
  }

  @Test("Without a fingerprint an alert is known by its sorted labels")
  func noFingerprint() throws {
    let payload = try AlertSample.read("alertmanager-unknown-fields.json")
    let alert = try #require(payload.alerts.first)
    // SHA-256 of a, NUL, 1, NUL, b, NUL, 2, NUL, by Python.
    #expect(alert.key == "sha256:37664b19301f46515688d5a22cb9ee1852e0b6443e28c7f36340a13962f0c4f7")
    #expect(alert.groupKey == nil && alert.title == "b=2, a=1" && alert.severity == nil)
    #expect(alert.startedAt == AlertSample.time("05:02:11"))
    #expect(payload.remarks.contains { $0.contains("left out 3 more") })
  }

  @Test("Fields that nobody knows here stand in the details")
  func unknownFields() throws {
    let alert = try #require(try AlertSample.read("alertmanager-unknown-fields.json").alerts.first)
    for line in ["x_score: 0.93", "x_owner.name: ana", "x_owner.shifts: 1, 2"] {
      #expect(alert.details.split(separator: "\n").contains(Substring(line)))
    }
  }

  @Test("Hostile text is one line in a title, and otherwise as it was sent")
  func hostile() throws {
    let alert = try #require(try AlertSample.read("alertmanager-hostile.json").alerts.first)
    #expect(!alert.title.contains("\n") && alert.title.contains("<script>alert(1)</script>"))
    #expect(alert.text.contains("\n# heading") && alert.text.contains("\u{202E}"))
    #expect(!alert.text.unicodeScalars.contains("\0"), "a NUL is no text of the store's")
    #expect(alert.severity == 1, "the severity has a line break at its end")
  }

  @Test(
    "The severity is that of the label, by a table",
    arguments: [
      ("critical", 1), ("page", 1), ("P1", 1), ("sev-0", 1), ("error", 2), ("HIGH", 2), ("sev2", 2), ("warning", 3),
      ("P3", 3), ("3", 3), ("info", 4), ("none", 4), ("P5", 4), ("purple", nil), ("p77", nil), ("", nil),
    ])
  func severity(_ word: String, _ expected: Int?) throws {
    let text = #"{"version":"4","alerts":[{"status":"firing","labels":{"a":"b","severity":"\#(word)"}}]}"#
    #expect(try AlertPayload(Array(text.utf8), from: .alertmanager).alerts.first?.severity == expected)
  }

  @Test("An empty group is no mistake, and says so")
  func emptyGroup() throws {
    let payload = try AlertSample.read("alertmanager-empty-group.json")
    #expect(payload.alerts == [] && payload.remarks == ["there is no alert in it"])
  }

  @Test("Of an alert that stands in it several times, what stands last counts")
  func twice() throws {
    let alert = #"{"status":"firing","fingerprint":"f","annotations":{"summary":"A"}}"#
    let text = #"{"version":"4","alerts":[\#(alert),\#(alert),{"status":"resolved","fingerprint":"f"}]}"#
    #expect(try AlertPayload(Array(text.utf8), from: .alertmanager).alerts.map(\.change) == [.resolved])
  }

  @Test("Ten thousand alerts are read, and more are refused")
  func many() throws {
    func payload(_ count: Int) -> [UInt8] {
      let alerts = (0..<count).map { #"{"status":"firing","fingerprint":"\#($0)"}"# }.joined(separator: ",")
      return Array(#"{"version":"4","alerts":[\#(alerts)]}"#.utf8)
    }
    #expect(try AlertPayload(payload(10_000), from: .alertmanager).alerts.count == 10_000)
    let refusal = AlertSample.refusal(payload(10_001), from: .alertmanager)
    #expect(refusal?.reason == .tooMany(10_001, limit: 10_000) && refusal?.path == "alerts")
  }
}
