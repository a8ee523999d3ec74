import Domain
import Testing

@testable import Exchange

@Suite("Payloads that cannot be taken")
struct AlertPayloadErrorTests {
  struct Bad: CustomTestStringConvertible, Sendable {
    var source: AlertSource
    var text: String
    /// What the error has to say.
    var says: String

    init(_ source: AlertSource, _ text: String, _ says: String) {
      self.source = source
      self.text = text
      self.says = says
    }

    var testDescription: String { says }
  }

  private static func alerts(_ alert: String) -> String {
    #"{"version":"4","alerts":[{"status":"firing","fingerprint":"a"},\#(alert)]}"#
  }

  static let table: [Bad] = [
    Bad(.alertmanager, "", "it is empty"),
    Bad(.alertmanager, " \n\t", "it is empty"),
    Bad(.alertmanager, "{", "line 1, column 2"),
    Bad(.alertmanager, #"{"version": "4", "al"#, "cut short"),
    Bad(.alertmanager, #"{"version":"4","alerts":[]} {"#, "line 1, column 29: something stands behind the end"),
    Bad(.alertmanager, "[]", "the payload is a list, and has to be an object"),
    Bad(.alertmanager, "\"x\"", "the payload is text, and has to be an object"),
    Bad(.alertmanager, "{}", "version is missing"),
    Bad(.alertmanager, #"{"version":"4"}"#, "alerts is missing"),
    Bad(.alertmanager, #"{"version":"5","alerts":[]}"#, "it is of version 5, and 4 is read"),
    Bad(.alertmanager, #"{"version":{},"alerts":[]}"#, "version is an object, and has to be text"),
    Bad(.alertmanager, #"{"version":"4","alerts":{"0":1}}"#, "alerts is an object, and has to be a list"),
    Bad(.alertmanager, alerts("7"), "alerts[1] is a number, and has to be an object"),
    Bad(.alertmanager, alerts(#"{"fingerprint":"b"}"#), "alerts[1].status is missing"),
    Bad(
      .alertmanager, alerts(#"{"status":"burning","fingerprint":"b"}"#),
      "alerts[1].status is “burning”, and can be firing"),
    Bad(.alertmanager, alerts(#"{"status":"firing","fingerprint":["b"]}"#), "alerts[1].fingerprint is a list"),
    Bad(
      .alertmanager, alerts(#"{"status":"firing","labels":[]}"#), "alerts[1].labels is a list, and has to be an object"),
    Bad(.alertmanager, alerts(#"{"status":"firing","labels":{}}"#), "alerts[1] has nothing to know the alert again by"),
    Bad(.pagerduty, "{}", "event is missing"),
    Bad(.pagerduty, #"{"event":[]}"#, "event is a list"),
    Bad(.pagerduty, #"{"event":{}}"#, "event.event_type is missing"),
    Bad(.pagerduty, #"{"event":{"event_type":7e}}"#, "not a number"),
    Bad(.pagerduty, #"{"event":{"event_type":"incident.triggered"}}"#, "event.data is missing"),
    Bad(.pagerduty, #"{"event":{"event_type":"incident.triggered","data":{}}}"#, "event.data has nothing to know"),
    Bad(
      .pagerduty, #"{"event":{"event_type":"incident.triggered","data":{"id":{}}}}"#, "event.data.id is an object"),
    Bad(.datadog, #"{"title":"x"}"#, "an alert_cycle_key or an id"),
    Bad(.datadog, #"{"id":"1"}"#, "title is missing"),
    Bad(.datadog, #"{"id":[1],"title":"x"}"#, "id is a list, and has to be text or a number"),
    Bad(.datadog, String(repeating: "[", count: 100_000), "nested more than 100 deep"),
    Bad(.datadog, String(repeating: #"{"a":"#, count: 100_000), "nested more than 100 deep"),
    Bad(.datadog, "{\"id\":1,\"title\":\"a\0b\"}", "control character"),
  ]

  @Test("Each says what is wrong, and where", arguments: table)
  func refused(_ bad: Bad) throws {
    let refusal = try #require(AlertSample.refusal(bad.text, from: bad.source))
    #expect(refusal.description.contains(bad.says), "\(refusal)")
    #expect(refusal.description.contains("nothing was written"))
  }

  @Test("Bytes that are no text are refused by every reader", arguments: AlertSource.allCases)
  func garbage(_ source: AlertSource) throws {
    for name in ["garbage.bin", "latin-1.json", "truncated-in-text.json", "a-list.json", "form-encoded.txt"] {
      #expect(AlertSample.refusal(try AlertSample.bytes(name), from: source) != nil, "\(name)")
    }
    let latin = try #require(AlertSample.refusal(try AlertSample.bytes("latin-1.json"), from: source))
    #expect(latin.description.contains("line 1, column 55: the byte 0xDC is not UTF-8"), "\(latin)")
  }

  @Test(
    "A payload that is cut short anywhere is refused, or says less; never does it stop the program",
    arguments: [
      "alertmanager-group.json", "pagerduty-resolved.json", "datadog-triggered.json",
    ])
  func cutAnywhere(_ name: String) throws {
    let whole = try AlertSample.bytes(name)
    let source = try #require(AlertSource.allCases.first { name.hasPrefix($0.rawValue) })
    for length in stride(from: 0, to: whole.count - 2, by: 7) {
      #expect(AlertSample.refusal(Array(whole[..<length]), from: source) != nil, "\(length) bytes")
    }
  }

  @Test("The payload of another program is refused, and what it could be is named")
  func otherProgram() throws {
    let refusal = try #require(
      AlertSample.refusal(try AlertSample.bytes("pagerduty-triggered.json"), from: .alertmanager))
    #expect(refusal.path == "version" && refusal.description.contains("--from (pagerduty or datadog)"))
  }

  @Test("What a hostile payload has as a word is made safe and short in the error")
  func hostileWord() throws {
    let word = "\\u001b[2J" + String(repeating: "x", count: 5_000)
    let text = #"{"version":"4","alerts":[{"status":"\#(word)","fingerprint":"f"}]}"#
    let refusal = try #require(AlertSample.refusal(text, from: .alertmanager))
    #expect(refusal.description.count < 400 && !refusal.description.unicodeScalars.contains("\u{1B}"))
  }

  @Test("Texts without end are cut to what is kept of them, and a long key is known by its hash")
  func long() throws {
    let long = String(repeating: "é", count: 100_000)
    let labels = (0..<5_000).map { #""l\#($0)":"\#($0)""# }.joined(separator: ",")
    let text =
      #"{"version":"4","alerts":[{"status":"firing","fingerprint":"\#(long)","labels":{\#(labels)},"annotations":{"summary":"\#(long)","description":"\#(long)"}}]}"#
    let alert = try #require(try AlertPayload(Array(text.utf8), from: .alertmanager).alerts.first)
    #expect(alert.key.hasPrefix("sha256:") && alert.title.count == Alert.titleLimit)
    #expect(alert.text.count == Alert.textLimit && alert.details.hasSuffix("and 4940 more, in the payload"))
  }

  @Test(
    "A payload with bytes changed, lost or doubled is read or refused, and never stops the program", arguments: 0..<20)
  func damaged(_ seed: UInt64) throws {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    func dice(_ sides: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % sides
    }
    let signs = Array("{}[]\",:\\u0 9-nt".utf8) + [0, 0xFF, 0xC3]
    for (name, source) in [
      ("alertmanager-part-resolved.json", AlertSource.alertmanager), ("pagerduty-annotated.json", .pagerduty),
      ("datadog-triggered.json", .datadog), ("alertmanager-hostile.json", .alertmanager),
    ] {
      let whole = try AlertSample.bytes(name)
      for _ in 0..<40 {
        var bytes = whole
        for _ in 0...dice(3) {
          let place = dice(bytes.count)
          switch dice(3) {
          case 0: bytes[place] = signs[dice(signs.count)]
          case 1: bytes.remove(at: place)
          default: bytes.insert(bytes[place], at: place)
          }
        }
        guard let payload = try? AlertPayload(bytes, from: source) else { continue }
        #expect(
          payload.alerts.allSatisfy { !$0.key.isEmpty && !$0.title.isEmpty && $0.key.utf8.count <= Alert.keyLimit })
      }
    }
  }
}
