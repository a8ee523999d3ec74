import Domain
import Testing

@testable import Store

@Suite("Evidence")
struct EvidenceTests {
  private func attach(_ content: [UInt8], as name: String = "smoke.log", step: String? = "manifests") -> AttachEvidence
  {
    AttachEvidence(run: RunNumber(1), step: step.map { StepID($0) }, fileName: name, content: content)
  }

  @Test("The content comes back by its SHA-256, and the entry names file, size and hash")
  func content() throws {
    let world = try World()
    try world.start()
    let bytes = Array("abc".utf8)
    let evidence = try world.perform(attach(bytes))
    #expect(evidence.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(try world.run().entries.last?.evidence == evidence)
    #expect(evidence.size == 3 && evidence.name == "smoke.log")
    #expect(try world.store.read { try $0.evidence(evidence.sha256) } == bytes)
    #expect(throws: Missing.evidence("ff")) { try world.store.read { try $0.evidence("ff") } }
  }

  @Test("An empty file, and one full of NULs, are kept as they are", arguments: [[], [UInt8](repeating: 0, count: 9)])
  func bytes(content: [UInt8]) throws {
    let world = try World()
    try world.start()
    let evidence = try world.perform(attach(content, step: nil))
    #expect(try world.store.read { try $0.evidence(evidence.sha256) } == content)
  }

  @Test("The same content is kept once, under each name that it was given")
  func once() throws {
    let world = try World()
    try world.start()
    try world.perform(attach([1, 2, 3], as: "a.log"))
    try world.perform(attach([1, 2, 3], as: "b.log"), by: .bo)
    #expect(try world.rows()["evidence"]?.count == 1)
    #expect(try world.run().entries.compactMap(\.evidence?.name) == ["a.log", "b.log"])
    #expect(try world.store.verify().isSound)
  }

  @Test("16 MiB are kept, and a byte more is refused with nothing changed")
  func limit() throws {
    let world = try World()
    try world.start()
    let full = [UInt8](repeating: 7, count: Evidence.sizeLimit)
    let evidence = try world.perform(attach(full))
    #expect(try world.store.read { try $0.evidence(evidence.sha256).count } == 16 * 1024 * 1024)
    let head = try world.head()
    #expect(throws: EvidenceTooLarge(fileName: "smoke.log", size: Evidence.sizeLimit + 1)) {
      try world.perform(attach(full + [7]))
    }
    #expect(try world.head() == head)
    #expect(try world.rows()["evidence"]?.count == 1)
  }

  @Test("The journal has the hash and not the content")
  func journal() throws {
    let world = try World()
    try world.start()
    let secret = "a-very-long-secret-that-is-nowhere-else"
    let evidence = try world.perform(attach(Array(secret.utf8)))
    let images = try world.store.read { try $0.journalChanges(of: $0.journalHead().seq) }.compactMap(\.after)
    let hex = CanonicalJSON.hex(Array(secret.utf8))
    #expect(images.contains { $0.contains(evidence.sha256) })
    #expect(!images.contains { $0.contains(secret) || $0.contains(hex) })
  }

  @Test("Nothing is kept for a run that is over, a step that is not there, or a run that is not")
  func refused() throws {
    let world = try World()
    try world.start()
    let before = try world.content()
    #expect(throws: Refusal.stepInactive(StepID("none"), why: "version 1 has no such step")) {
      try world.perform(attach([1], step: "none"))
    }
    #expect(throws: Missing.run(RunNumber(4))) {
      try world.perform(AttachEvidence(run: RunNumber(4), step: nil, fileName: "x", content: [1]))
    }
    #expect(try world.content() == before)
    try world.act(.abort(reason: "no"))
    #expect(throws: Refusal.runIsOver(RunNumber(1), .aborted)) { try world.perform(attach([1])) }
    #expect(try world.rows()["evidence"]?.isEmpty == true)
  }
}
