import Domain
import Testing

@testable import Store

@Suite("Proof from staging")
struct ProofTests {
  private let good = "sha256:" + String(repeating: "a", count: 64)
  private let other = "sha256:" + String(repeating: "b", count: 64)

  private func staged(_ world: World, digest: String? = nil, isRehearsal: Bool = false, deferring: Set<String> = [])
    throws
    -> RunNumber
  {
    let number = try world.start("staging") {
      $0.artifact = Artifact(name: "cf-release", version: "v205", digest: digest)
      $0.isRehearsal = isRehearsal
    }
    try world.complete(number, deferring: deferring)
    return number
  }

  private func startProd(_ world: World, digest: String? = nil) throws -> String? {
    let number = try world.start("prod") { $0.artifact = Artifact(name: "cf-release", version: "v205", digest: digest) }
    return try world.run(number.value).entries.last { $0.kind == .provenInStaging }?.value
  }

  private func rules(_ world: World, digest: String? = nil) -> [Rule] {
    do {
      _ = try startProd(world, digest: digest)
      return []
    } catch Refusal.cannotStart(let obstacles) {
      return obstacles.map(\.rule)
    } catch {
      return []
    }
  }

  @Test("A successful staging run is proof, and its deferred steps stand beside it")
  func byRun() throws {
    let world = try World()
    _ = try staged(world, deferring: ["attend"])
    #expect(try startProd(world) == "run 1, except attend deferred: not today")
  }

  @Test("A rehearsal, an aborted run, a rolled-back one and another version are no proof")
  func noProof() throws {
    let world = try World()
    _ = try staged(world, isRehearsal: true)
    #expect(rules(world) == [.stagingFirst])
    try world.start()
    try world.act(.abort(reason: "no"), on: RunNumber(2))
    #expect(rules(world) == [.stagingFirst])
    let number = try staged(world)
    try world.act(.markRolledBack(reason: "logs dropped", by: nil), on: number)
    #expect(rules(world) == [.stagingFirst])
    let newer = try world.start("staging") { $0.artifact.version = "v206" }
    try world.complete(newer)
    #expect(rules(world) == [.stagingFirst])
  }

  @Test("With a digest, only the same digest proves; \"could not check\" is not \"passed\"")
  func digests() throws {
    let world = try World()
    _ = try staged(world)
    #expect(rules(world, digest: good) == [.stagingFirst])
    _ = try staged(world, digest: other)
    #expect(rules(world, digest: good) == [.stagingFirst])
    _ = try staged(world, digest: good)
    #expect(try startProd(world, digest: good.uppercased()) == "run 3")
  }

  @Test("An attestation is proof, with its address; taken back it is none")
  func byAttestation() throws {
    let world = try World()
    let attest = Attest(
      environment: "staging", artifact: Artifact(name: "cf-release", version: "v205", digest: good),
      url: "https://ci.example/7")
    #expect(try world.perform(attest, by: .bo) == 1)
    try world.store.undo(by: .bo, at: .morning)
    #expect(rules(world) == [.stagingFirst])
    #expect(try world.perform(attest) == 2)
    #expect(rules(world, digest: other) == [.stagingFirst])
    #expect(try startProd(world, digest: good) == "attestation 2 (https://ci.example/7)")
  }

  @Test("An attestation for prod is none for staging, and the environment has to be the team's")
  func attestedElsewhere() throws {
    let world = try World()
    let artifact = Artifact(name: "cf-release", version: "v205")
    try world.perform(Attest(environment: "prod", artifact: artifact, url: "https://ci.example/7"))
    #expect(rules(world) == [.stagingFirst])
    let before = try world.content()
    #expect(throws: Missing.environment("qa", team: TeamName("platform"), known: ["staging", "prod"])) {
      try world.perform(Attest(environment: "qa", artifact: artifact, url: "https://ci.example/7"))
    }
    #expect(try world.content() == before)
  }

  @Test("Another team's staging run is no proof")
  func otherTeam() throws {
    let world = try World()
    try world.perform(AddTeam(Team(name: TeamName("apps"))))
    let number = try world.start("staging") { $0.team = TeamName("apps") }
    try world.complete(number)
    #expect(rules(world) == [.stagingFirst])
  }

  @Test(
    "An attestation that a prod run rests on is not taken back")
  func attestationInUse() throws {
    let world = try World()
    try world.perform(
      Attest(
        environment: "staging", artifact: Artifact(name: "cf-release", version: "v205"), url: "https://ci.example/7"))
    let entry = try world.head().seq
    _ = try startProd(world)
    #expect(throws: StoreError.self) { try world.store.undo(entry, by: .ana, at: .morning) }
  }

  @Test(
    "A matching proof is found behind many newer ones of other digests")
  func manyDigests() throws {
    let world = try World()
    func attest(_ digest: String) throws {
      try world.perform(
        Attest(
          environment: "staging", artifact: Artifact(name: "cf-release", version: "v205", digest: digest),
          url: "https://ci.example/1"))
    }
    try attest(good)
    for _ in 1...25 { try attest(other) }
    #expect(try startProd(world, digest: good) == "attestation 1 (https://ci.example/1)")
  }
}
