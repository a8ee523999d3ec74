import Domain
import Testing

@testable import Exchange

@Suite("JSON values")
struct JSONTests {
  @Test("Keys are sorted, slashes are left alone, what is missing is null")
  func rendered() throws {
    let json: JSON = ["b": "a/b\u{1B}", "a": nil, "c": [1, true, [:]]]
    #expect(
      try json.rendered() == """
        {
          "a" : null,
          "b" : "a/b\\u001b",
          "c" : [
            1,
            true,
            {

            }
          ]
        }
        """)
  }

  @Test("Times are RFC 3339 in UTC, durations are whole seconds")
  func units() {
    #expect(JSON(Sample.start) == "2026-12-07T08:30:00.000Z")
    #expect(JSON(seconds: .milliseconds(90_500)) == 90)
    #expect(JSON(seconds: nil) == .null)
    #expect(JSON(nil as Instant?) == .null)
  }
}
