import Testing

@testable import Domain

@Suite("Toil, and how people are reached, as they are typed")
struct ToilLineTests {
  @Test(
    "Minutes, what it was, and the item",
    arguments: [
      ("25 restarted the log drain #12", ToilLine(minutes: 25, what: "restarted the log drain", item: ItemNumber(12))),
      ("  1h30m   certificates ", ToilLine(minutes: 90, what: "certificates", item: nil)),
      ("5m #3", ToilLine(minutes: 5, what: "", item: ItemNumber(3))),
      ("1440 a day of it", ToilLine(minutes: 1440, what: "a day of it", item: nil)),
      ("25 ticket #12 of the vendor", ToilLine(minutes: 25, what: "ticket #12 of the vendor", item: nil)),
      ("25 see #next", ToilLine(minutes: 25, what: "see #next", item: nil)),
    ])
  func reads(text: String, toil: ToilLine) throws { #expect(try ToilLine.read(text).get() == toil) }

  @Test(
    "What is no toil says why",
    arguments: [
      ("", "begin with the minutes"), ("  ", "begin with the minutes"), ("soon", "soon is no number of minutes"),
      ("0 x", "no length"), ("-5 x", "no length"), ("1441 x", "no length"), ("30s x", "no length"),
      ("25", "say what it was"), ("99999999999999999999 x", "no number of minutes"),
    ])
  func complains(text: String, says: String) { #expect(ToilLine.complaint(text)?.contains(says) == true) }

  @Test("An address is one word with one @ in it, and nothing that would end it where it is written")
  func mail() {
    for good in ["ana@example.org", "a.b+c_d@x", "ümlaut@exämple.org", "o'neil@x.y"] { #expect(Contact.isMail(good)) }
    for bad in [
      "", "@", "a@", "@b", "a@b@c", "a b@c", "Ana <a@b>", "a@b>", "a,b@c", "a@b\n", "a\u{202E}@b", "\"a\"@b",
      String(repeating: "a", count: 254) + "@b",
    ] { #expect(!Contact.isMail(bad), "\(bad)") }
    let contact = Contact(mail: " a@b ", call: "", timeZone: " ")
    #expect(contact.tidy == Contact(mail: "a@b"))
    #expect(throws: ContactProblem.timeZone("Mars")) { try Contact(timeZone: "Mars").check() }
    #expect(throws: ContactProblem.call("a\nb")) { try Contact(call: "a\nb").check() }
  }
}
