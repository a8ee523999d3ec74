import Domain
import Testing

@testable import Exchange

@Suite("Datadog's webhook")
struct DatadogReaderTests {
  @Test("A template with the usual variables says what, whose, how bad, since when and where to look")
  func triggered() throws {
    let payload = try AlertSample.read("datadog-triggered.json")
    let alert = try #require(payload.alerts.first)
    #expect(alert.key == "7731415926535897932" && alert.groupKey == "138427" && alert.change == .triggered)
    #expect(
      alert.title == "Logs are dropped" && alert.severity == 1 && alert.services == ["log-aggregator"]
        && alert.team == "platform")
    #expect(alert.startedAt == AlertSample.time("06:02:11") && alert.endedAt == nil && payload.remarks == [])
    #expect(alert.text.hasPrefix("The aggregators of z1") && !alert.text.contains("%%%"))
    #expect(alert.details.contains("hostname: log-aggregator-z1-0") && alert.details.contains("org.name: Example"))
  }

  @Test(
    "Its transitions are ours",
    arguments: [
      ("Triggered", AlertChange.triggered), ("Re-Triggered", .triggered), ("No Data", .triggered),
      ("Re-No Data", .triggered),
      ("Warn", .triggered), ("Renotify", .triggered), ("Recovered", .resolved), ("Muted", .other("Muted")),
    ])
  func transitions(_ word: String, _ change: AlertChange) throws {
    let text = #"{"id":1,"title":"A","alert_transition":"\#(word)"}"#
    #expect(try AlertPayload(Array(text.utf8), from: .datadog).alerts.first?.change == change)
  }

  @Test("A warning is severity 3 whatever else is left open; an end is dated")
  func warnAndRecover() throws {
    #expect(try AlertSample.read("datadog-warn.json").alerts.first?.severity == 3)
    let over = try #require(try AlertSample.read("datadog-recovered.json").alerts.first)
    #expect(over.change == .resolved && over.key == "7731415926535897932" && over.startedAt == nil)
    #expect(over.endedAt == AlertSample.time("06:42:51"))
  }

  @Test("Numbers, names in any case, seconds and a list of tags are read as well")
  func lenient() throws {
    let alert = try #require(try AlertSample.read("datadog-numbers.json").alerts.first)
    #expect(alert.key == "7731415926535897932" && alert.change == .triggered && alert.severity == nil)
    #expect(alert.startedAt == AlertSample.time("06:02:11") && alert.services == ["log-aggregator", "gorouter"])
  }

  @Test("Datadog's own template has no cycle key: it is taken, and says what is missing")
  func defaultTemplate() throws {
    let payload = try AlertSample.read("datadog-default-template.json")
    #expect(payload.alerts.map(\.change) == [.resolved] && payload.alerts.map(\.key) == ["5817263544120001"])
    #expect(payload.alerts.map(\.title) == ["Logs are dropped"] && payload.alerts.map(\.severity) == [2])
    #expect(payload.remarks.contains { $0.contains("$ALERT_CYCLE_KEY") })
  }

  @Test("Variables that Datadog did not fill in are nothing")
  func notFilledIn() throws {
    let alert = try #require(try AlertSample.read("datadog-not-filled-in.json").alerts.first)
    #expect(alert.key == "5817263544120001" && alert.groupKey == nil && !alert.details.contains("$"))
    #expect(alert.severity == 2, "by its alert_type, as the priority is null")
  }

  @Test(
    "Dates are read in seconds, milliseconds, microseconds and RFC 3339",
    arguments: [
      "1731909731", "1731909731.0", "1731909731000", "1731909731000000", "2024-11-18T06:02:11Z",
      "2024-11-18T07:02:11+01:00",
    ])
  func dates(_ date: String) throws {
    let text = #"{"id":1,"title":"A","date":"\#(date)"}"#
    #expect(try AlertPayload(Array(text.utf8), from: .datadog).alerts.first?.startedAt == AlertSample.time("06:02:11"))
  }

  @Test(
    "A date that is none is left out with a remark", arguments: ["soon", "-1", "1e300", "nan", "2024-02-30T00:00:00Z"])
  func badDate(_ date: String) throws {
    let text = #"{"id":1,"alert_cycle_key":2,"title":"A","date":"\#(date)"}"#
    let payload = try AlertPayload(Array(text.utf8), from: .datadog)
    #expect(payload.alerts.first?.startedAt == nil && payload.remarks.map { $0.contains("date is no time") } == [true])
  }

  @Test(
    "Brackets of Datadog's are taken off a title, and others stay",
    arguments: [
      ("[P1] [Re-Triggered on {a:b}] Full disk", "Full disk"), ("[Triggered]", "[Triggered]"),
      ("[ops] Full", "[ops] Full"),
      ("[P1] [ops] Full", "[ops] Full"), ("[unclosed", "[unclosed"), ("[]", "[]"), ("[Warn] [Warn] x", "x"),
    ])
  func titles(_ title: String, _ expected: String) { #expect(DatadogTitle(title).text == expected) }
}
