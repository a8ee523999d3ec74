import Testing

@testable import Exchange

@Suite("PagerDuty's signature")
struct PagerDutySignatureTests {
  private let secret = Array("a secret of the tests".utf8)
  /// Of `pagerduty-triggered.json`, by Python's hmac.
  private let code = "ce296779e29e55533be94348cef5dca25bc160c23ee8758645facb283868be2d"

  private func body() throws -> [UInt8] { try AlertSample.bytes("pagerduty-triggered.json") }

  @Test("The right one passes, alone, among others, in capitals and with the header's name", arguments: 0..<4)
  func right(_ form: Int) throws {
    let other = String(repeating: "0", count: 64)
    let header = [
      "v1=\(code)", "v1=\(other), v1=\(code)", "v1=\(code.uppercased()),v2=future", "X-PagerDuty-Signature: v1=\(code)",
    ][form]
    try PagerDutySignature(header).check(try body(), secret: secret)
  }

  @Test("Another body, another secret and another code are refused")
  func wrong() throws {
    let signature = try PagerDutySignature("v1=\(code)")
    let body = try body()
    #expect(throws: SignatureRefused.wrong) { try signature.check(body + [0x20], secret: secret) }
    #expect(throws: SignatureRefused.wrong) { try signature.check(body, secret: Array("another".utf8)) }
    #expect(throws: SignatureRefused.wrong) {
      try PagerDutySignature("v1=" + String(repeating: "a", count: 64)).check(body, secret: secret)
    }
  }

  @Test(
    "What is no signature is refused, whatever it looks like",
    arguments: [
      "", "v1=", "v1", "v1=abc", "v0=" + String(repeating: "a", count: 64), "v1=" + String(repeating: "ä", count: 32),
      "=,=,=",
    ])
  func unreadable(_ header: String) {
    #expect(throws: SignatureRefused.unreadable) { _ = try PagerDutySignature(header) }
  }
}
