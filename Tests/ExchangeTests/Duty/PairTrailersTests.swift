import Domain
import Foundation
import Testing

@testable import Exchange

@Suite("The pair in a commit's message")
struct PairTrailersTests {
  private func people(_ people: (handle: String, name: String, mail: String?)...) -> [Handle: Person] {
    let known = people.map { Person(handle: Handle($0.handle), name: $0.name, contact: Contact(mail: $0.mail)) }
    return Dictionary(known.map { ($0.handle, $0) }, uniquingKeysWith: { first, _ in first })
  }

  @Test("A line for each, without whoever commits, and nobody without an address")
  func lines() {
    let known = people(("ana", "Ana Maria", "ana@example.org"), ("bo", "", "bo@example.org"), ("cy", "Cy", nil))
    let all = PairTrailers(["ana", "bo", "cy", "zoe"].map { Handle($0) }, known: known)
    #expect(
      all.text == """
        Co-authored-by: Ana Maria <ana@example.org>
        Co-authored-by: bo <bo@example.org>

        """)
    #expect(all.missing.map(\.text) == ["cy", "zoe"])
    let others = PairTrailers([Handle("ana"), Handle("bo")], known: known, author: "ANA@example.org")
    #expect(others.lines == ["Co-authored-by: bo <bo@example.org>"])
  }

  @Test("Nothing in a name or an address makes another line or another author")
  func hostile() {
    let known = people(
      ("ana", "Ana\nSigned-off-by: <root@x> \u{1B}[2J", "ana@example.org"), ("bo", "Bo", "bo@x>\nfoo: <bar"),
      ("cy", "C", "c c@x"))
    let trailers = PairTrailers([Handle("ana"), Handle("bo"), Handle("cy")], known: known)
    #expect(trailers.lines == ["Co-authored-by: Ana␊Signed-off-by: root@x ␛[2J <ana@example.org>"])
    #expect(trailers.missing.map(\.text) == ["bo", "cy"])
  }
}
