import Domain
import Testing

@Suite("What proves that staging has run an artifact (rules 4 and 5)")
struct StagingProofTests {
  static let one = "sha256:" + String(repeating: "1a", count: 32)
  static let two = "sha256:" + String(repeating: "2b", count: 32)

  static func attestation(_ number: Int, _ digest: String?) -> StagingProof {
    .attestation(number, digest: digest, url: "https://ci/\(number)")
  }

  static func proof(_ digest: String?, from proofs: [StagingProof]) -> StagingProof? {
    StartRules.proof(for: Artifact(name: "cf-release", version: "v205", digest: digest), in: proofs)
  }

  @Test("Without a digest the name and version are enough, and the newest proof serves")
  func withoutDigest() {
    let proofs = [Self.attestation(2, Self.two), Self.attestation(1, nil)]
    #expect(Self.proof(nil, from: proofs) == proofs[0])
    #expect(Self.proof(nil, from: []) == nil)
  }

  @Test("A digest must be the same, in whatever case it was written")
  func digest() {
    let proofs = [Self.attestation(2, Self.two), Self.attestation(1, Self.one)]
    #expect(Self.proof(Self.one, from: proofs) == proofs[1])
    #expect(Self.proof(Self.one.uppercased(), from: proofs) == proofs[1])
    #expect(Self.proof(Self.one, from: [proofs[0]]) == nil)
  }

  @Test(
    "A proof's digest in capitals is the same digest",
  )
  func capitals() {
    let proof = Self.attestation(1, Self.one.uppercased())
    #expect(Self.proof(Self.one, from: [proof]) == proof)
  }

  @Test("A proof without a digest could not be checked, and is never passed")
  func couldNotCheck() {
    var world = StartRuleTests.World()
    world.request.artifact.digest = Self.one
    #expect(world.obstacles.map(\.rule) == [.stagingFirst])
    #expect(world.obstacles.first?.message.contains("could not be checked") == true)
  }

  @Test("The obstacle names the digest that was found and the one that is asked for")
  func message() {
    var world = StartRuleTests.World()
    world.request.artifact.digest = Self.one
    world.facts.proofs = [Self.attestation(2, Self.two)]
    let message = world.obstacles.first?.message ?? ""
    #expect(message.contains(Self.one) && message.contains(Self.two) && message.contains("attestation 2"))
  }

  @Test("A run serves as proof with every skipped, deferred and overridden step listed beside it")
  func exceptions() throws {
    var run = try Run.begun(Outcome.allCases.map { .line(StepID($0.rawValue)) })
    for outcome in Outcome.allCases { try run.settle(StepID(outcome.rawValue), outcome) }
    #expect(run.exceptions.map(\.state) == [.skipped, .deferred, .overridden])
    #expect(run.exceptions.allSatisfy { $0.reason == "as agreed" })
    let proof = StagingProof.run(run.number, digest: nil, exceptions: run.exceptions)
    #expect(
      proof.line
        == "run 42, except skipped skipped: as agreed; deferred deferred: as agreed; overridden overridden: as agreed")
  }

  @Test("The exceptions are written on the run that rests on the proof")
  func recorded() throws {
    var world = StartRuleTests.World()
    let exception = StagingProof.Exception(step: "smoke", state: .skipped, reason: "no zone")
    world.facts.proofs = [.run(RunNumber(7), digest: nil, exceptions: [exception])]
    #expect(try world.start().last?.value == "run 7, except smoke skipped: no zone")
    world.facts.proofs = [Self.attestation(3, nil)]
    #expect(try world.start().last?.value == "attestation 3 (https://ci/3)")
  }
}
