import Domain
import Foundation
import Testing

@testable import Exchange

@Suite("The pair in a commit's message")
struct PairTrailersTests {
  @Test("A line for each, without whoever commits, and nobody without an address")
  func lines() {
    let contacts = [
      Handle("ana"): Contact(name: "Ana Maria", address: "ana@example.org"),
      Handle("bo"): Contact(name: "", address: "bo@example.org"), Handle("cy"): Contact(name: "Cy"),
    ]
    let all = PairTrailers(["ana", "bo", "cy", "zoe"].map { Handle($0) }, contacts: contacts)
    #expect(
      all.text == """
        Co-authored-by: Ana Maria <ana@example.org>
        Co-authored-by: bo <bo@example.org>

        """)
    #expect(all.missing.map(\.text) == ["cy", "zoe"])
    let others = PairTrailers([Handle("ana"), Handle("bo")], contacts: contacts, author: "ANA@example.org")
    #expect(others.lines == ["Co-authored-by: bo <bo@example.org>"])
  }

  @Test("Nothing in a name or an address makes another line or another author")
  func hostile() {
    let contacts = [
      Handle("ana"): Contact(name: "Ana\nSigned-off-by: <root@x> \u{1B}[2J", address: "ana@example.org"),
      Handle("bo"): Contact(name: "Bo", address: "bo@x>\nfoo: <bar"),
      Handle("cy"): Contact(name: "C", address: "c c@x"),
    ]
    let trailers = PairTrailers([Handle("ana"), Handle("bo"), Handle("cy")], contacts: contacts)
    #expect(trailers.lines == ["Co-authored-by: Ana␊Signed-off-by: root@x ␛[2J <ana@example.org>"])
    #expect(trailers.missing.map(\.text) == ["bo", "cy"])
  }
}
