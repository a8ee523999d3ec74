import Foundation
import Testing

@Suite("Alerts on standard input")
struct IntakeTests {
  /// The payloads beside the tests of Exchange.
  private static let payloads = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../ExchangeTests/Alerts/Payloads").standardized

  private static func payload(_ name: String) throws -> String {
    try String(contentsOf: payloads.appending(path: name), encoding: .utf8)
  }

  private static func source(_ name: String) -> String { String(name.prefix { $0 != "-" }) }

  private func take(
    _ name: String, _ more: String = "", on desk: Desk, environment: [String: String] = [:]
  ) throws -> Outcome {
    try desk.run(
      "incident intake --from \(Self.source(name)) \(more)", input: try Self.payload(name), environment: environment)
  }

  @Test("The story of an alert is one incident's: fires, is told again, spreads, and ends")
  func story() throws {
    let desk = try Desk.ready()
    for name in ["firing", "firing", "group", "part-resolved", "resolved", "again"] {
      let outcome = try take("alertmanager-\(name).json", on: desk)
      #expect(outcome.exitCode == 0 && outcome.output == "1\n" && outcome.errors == "", "\(name): \(outcome)")
    }
    let other = try take("datadog-triggered.json", on: desk)
    #expect(other.output == "2\n")
    #expect(try desk.run("verify").exitCode == 0)
  }

  @Test("An end before its beginning prints no number and says so; the beginning opens the incident")
  func overtaken() throws {
    let desk = try Desk.ready()
    let end = try take("pagerduty-resolved.json", on: desk)
    #expect(end.exitCode == 0 && end.output == "" && end.errors.contains("nobody had told of the beginning"))
    let beginning = try take("pagerduty-triggered.json", on: desk)
    #expect(beginning.exitCode == 0 && beginning.output == "1\n")
  }

  @Test(
    "A test of PagerDuty's, and a group without alerts, are no mistake",
    arguments: [
      "pagerduty-ping.json", "pagerduty-service-updated.json", "alertmanager-empty-group.json",
    ])
  func nothing(_ name: String) throws {
    let desk = try Desk.ready()
    let before = try desk.run("journal --json").output
    let outcome = try take(name, on: desk)
    #expect(outcome.exitCode == 0 && outcome.output == "" && !outcome.errors.isEmpty)
    #expect(try desk.run("journal --json").output == before)
  }

  struct Bad: CustomTestStringConvertible, Sendable {
    var line: String
    var input: String
    var exitCode: Int32
    var names: String

    init(_ line: String, _ input: String, _ exitCode: Int32, _ names: String) {
      self.line = line
      self.input = input
      self.exitCode = exitCode
      self.names = names
    }

    var testDescription: String { "\(line): \(exitCode)" }
  }

  static let table: [Bad] = [
    Bad("--from alertmanager", "", 65, "it is empty"),
    Bad("--from alertmanager", "payload=%7B%7D", 65, "line 1, column 1"),
    Bad(
      "--from alertmanager", #"{"version":"4","alerts":[{"status":"firing","fingerprint":[1]}]}"#, 65,
      "alerts[0].fingerprint"),
    Bad("--from pagerduty", #"{"messages":[]}"#, 65, "version 2"),
    Bad("--from datadog", "{}", 65, "alert_cycle_key"),
    Bad("--from nagios", "{}", 64, "nagios"),
    Bad("", "{}", 64, "--from"),
    Bad("--from datadog --signature v1=00", "{}", 64, "--signature"),
    Bad("--from pagerduty --signature v1=00", "{}", 64, "--secret-file"),
    Bad("--from pagerduty --secret-file nowhere", "{}", 66, "nowhere"),
    Bad("--from datadog --team nobody", #"{"id":1,"title":"A"}"#, 66, "nobody"),
  ]

  @Test("What cannot be taken is named with its exit code, and nothing is written", arguments: table)
  func refused(_ bad: Bad) throws {
    let desk = try Desk.ready()
    let before = try desk.run("journal --json").output
    let outcome = try desk.run("incident intake \(bad.line)", input: bad.input)
    #expect(outcome.exitCode == bad.exitCode, "\(outcome)")
    #expect(outcome.errors.contains(bad.names) && outcome.output == "", "\(outcome)")
    #expect(try desk.run("journal --json").output == before)
  }

  @Test("More than 16 MB is refused")
  func tooLarge() throws {
    let desk = try Desk.ready()
    let input = #"{"id":1,"title":""# + String(repeating: "x", count: 16 << 20) + "\"}"
    let outcome = try desk.run("incident intake --from datadog", input: input)
    #expect(outcome.exitCode == 65 && outcome.errors.contains("standard input: larger than 16777216 bytes"))
  }

  @Test("With several teams one is named, or told by the alert, or asked for")
  func teams() throws {
    let desk = try Desk.ready()
    try desk.run("team add web --timezone UTC")
    let outcome = try take("datadog-numbers.json", on: desk)
    #expect(outcome.exitCode == 64 && outcome.errors.contains("platform") && outcome.errors.contains("--team"))
    #expect(try take("datadog-numbers.json", "--team web", on: desk).output == "1\n")
    #expect(try take("alertmanager-group.json", on: desk).output == "2\n")
  }

  @Test("With a secret only what PagerDuty signed is taken")
  func signature() throws {
    let desk = try Desk.ready()
    let header = "v1=ce296779e29e55533be94348cef5dca25bc160c23ee8758645facb283868be2d"
    try desk.write("secret", "a secret of the tests\n")
    let name = "pagerduty-triggered.json"
    let before = try desk.run("journal --json").output
    for (more, says) in [
      ("--secret-file secret", "no signature"), ("--secret-file secret --signature \(header)0", "not of the form"),
      ("--secret-file secret --signature v1=" + String(repeating: "0", count: 64), "does not fit"),
    ] {
      let outcome = try take(name, more, on: desk)
      #expect(outcome.exitCode == 77 && outcome.errors.contains(says) && outcome.output == "", "\(outcome)")
      #expect(!outcome.errors.contains("a secret of the tests"))
    }
    #expect(try desk.run("journal --json").output == before)
    let variable = ["PRODPAIR_PAGERDUTY_SECRET": "another"]
    #expect(try take(name, "--signature \(header)", on: desk, environment: variable).exitCode == 77)
    #expect(
      try take(name, "--secret-file secret --signature \(header)", on: desk, environment: variable).output == "1\n")
    try desk.write("empty", "\n")
    #expect(try take(name, "--secret-file empty --signature \(header)", on: desk).exitCode == 65)
    #expect(try take("datadog-triggered.json", on: desk, environment: variable).exitCode == 0)
  }

  @Test("Hostile text moves no cursor where it is said")
  func hostile() throws {
    let desk = try Desk.ready()
    #expect(try take("alertmanager-hostile.json", on: desk).output == "1\n")
    let resolved = try Self.payload("alertmanager-hostile.json").replacing(
      "\"status\": \"firing\"", with: "\"status\": \"resolved\""
    )
    .replacing("ffffffffffffffff", with: "eeeeeeeeeeeeeeee")
    let outcome = try desk.run("incident intake --from alertmanager", input: resolved)
    #expect(outcome.exitCode == 0 && outcome.errors.contains("owned"))
    #expect(!outcome.errors.unicodeScalars.contains("\u{1B}") && !outcome.errors.unicodeScalars.contains("\u{202E}"))
  }

  @Test("Two payloads at once are both taken, and a repeat of them is one incident")
  func atOnce() throws {
    let desk = try Desk.ready()
    let file = Self.payloads.appending(path: "alertmanager-group.json").path
    let outcome = try desk.shell(
      """
      # On a busy machine the last may have waited for too long, and takes it again.
      take() {
        for try in $(seq 100); do prodpair incident intake --from alertmanager < '\(file)'; [ $? = 75 ] || return; done
      }
      for i in 1 2 3 4 5 6; do take & done; wait
      """)
    #expect(outcome.lines == Array(repeating: "1", count: 6), "\(outcome)")
    #expect(try desk.run("verify").exitCode == 0)
  }
}
