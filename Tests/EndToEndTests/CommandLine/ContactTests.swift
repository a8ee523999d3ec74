import Foundation
import Testing

@Suite("How people are reached")
struct ContactTests {
  @Test("Given with the person, changed, taken away, and undone as one with the rest")
  func changes() throws {
    let desk = try Desk.ready()
    try desk.must("person add cy --mail ' cy@example.org ' --call '#ops, or 555 0199' --timezone Asia/Kolkata")
    var cy = try desk.must("person show cy --json").object
    #expect(cy["mail"] as? String == "cy@example.org" && cy["call"] as? String == "#ops, or 555 0199")
    #expect(cy["timeZone"] as? String == "Asia/Kolkata")
    #expect(try desk.must("person show cy").output.contains("mail    cy@example.org"))
    try desk.must("person edit cy --name Cyra --no-mail --timezone UTC")
    cy = try desk.must("person list --json").list.first { $0["handle"] as? String == "cy" } ?? [:]
    #expect(cy["mail"] is NSNull && cy["call"] as? String == "#ops, or 555 0199" && cy["timeZone"] as? String == "UTC")
    try desk.must("undo")
    cy = try desk.must("person show cy --json").object
    #expect(cy["mail"] as? String == "cy@example.org" && cy["name"] as? String == "cy")
    try desk.must("person edit cy --no-mail --no-call --no-timezone")
    #expect(try desk.must("person show cy --json").object["call"] is NSNull)
    try desk.must("person edit cy --mail cy@example.com")
    try desk.must("verify")
  }

  @Test(
    "What nobody could be reached by is refused",
    arguments: [
      ("--mail 'Cy <cy@example.org>'", 65, "no mail address"), ("--mail 'c y@example.org'", 65, "no mail address"),
      ("--mail cy", 65, "no mail address"), ("--mail a@b@c", 65, "no mail address"),
      ("--mail @b", 65, "no mail address"), ("--timezone Mars/Olympus", 65, "Europe/Berlin"),
      ("--mail a@b --no-mail", 64, "--no-mail takes away"),
    ] as [(String, Int32, String)])
  func refused(options: String, code: Int32, says: String) throws {
    let desk = try Desk.ready()
    let head = try desk.head()
    let outcome = try desk.run("person edit bo \(options)")
    #expect(outcome.exitCode == code && outcome.errors.contains(says), "\(outcome)")
    #expect(try desk.head() == head)
    if code == 65 { #expect(try desk.run("person add dan \(options)").exitCode == code) }
  }
}
