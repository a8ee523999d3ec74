import Domain
import Testing

@Suite("How sure it is that two people stood behind a killer step")
struct AssuranceTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var doer: Actor
    var confirmer: Actor
    var assurance: Assurance
  }

  static let behindSudo = Actor(login: "root", uid: 0, sessionLogin: "ana", person: "bo")

  static let cases = [
    Case(testDescription: "each from their own login", doer: .ana, confirmer: .bo, assurance: .verified),
    Case(
      testDescription: "own name given with --as at one's own login", doer: .ana, confirmer: .typed("bo", at: "bo"),
      assurance: .verified),
    Case(
      testDescription: "the confirmer typed by the doer", doer: .ana, confirmer: .typed("bo", at: "ana"),
      assurance: .unverified),
    Case(
      testDescription: "the confirmer typed at a third login", doer: .ana, confirmer: .typed("bo", at: "cy"),
      assurance: .unverified),
    Case(
      testDescription: "the doer typed by the confirmer", doer: .typed("ana", at: "bo"), confirmer: .bo,
      assurance: .unverified),
    Case(
      testDescription: "the doer typed at a third login", doer: .typed("ana", at: "cy"), confirmer: .bo,
      assurance: .unverified),
    Case(
      testDescription: "both at one shared login", doer: .shared("ana"), confirmer: .shared("bo"),
      assurance: .unverified),
    Case(
      testDescription: "two names, one account behind sudo", doer: .ana, confirmer: behindSudo,
      assurance: .unverified),
  ]

  @Test("Verified is two accounts and no --as; everything else is unverified", arguments: cases)
  func assurance(_ test: Case) throws {
    var run = try Run.sample(.killer("deploy"))
    try run.tick("deploy", by: test.doer)
    try run.confirm("deploy", by: test.confirmer)
    #expect(run.progress(of: "deploy").confirmation == .confirmed(by: "bo", test.assurance))
    #expect(run.entries.last?.assurance == test.assurance)
    #expect(run.progress(of: "deploy").isSettled)
  }

  @Test("Both names are on the record of --as")
  func bothNames() throws {
    var run = try Run.sample(.killer("deploy"))
    try run.tick("deploy")
    try run.confirm("deploy", by: .typed("bo", at: "ana"))
    #expect(run.entries.last?.by == "bo")
    #expect(run.entries.last?.signature.login == "ana")
    #expect(run.entries.last?.signature.isOneself == false)
  }

  @Test("A login that maps to nobody acts, under its own name")
  func nobody() throws {
    var run = try Run.sample(.line("s"))
    try run.tick("s", by: Actor(login: "deployer", uid: 1002))
    #expect(run.entries.last?.by == "deployer")
  }
}
