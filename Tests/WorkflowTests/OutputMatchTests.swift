import Domain
import Host
import Testing

@testable import Workflow

@Suite("Whether an output has what a check asks for")
struct OutputMatchTests {
  private func spool(_ text: String) throws -> (Desk, ExecutionSpool) {
    let desk = try Desk()
    let spool = try ExecutionSpool.create(storePath: desk.store.path)
    let output = OutputSpool(spool)
    Array(text.utf8).withUnsafeBytes { output.write($0) }
    return (desk, spool)
  }

  @Test("A line has it or none has, from where the try began")
  func found() throws {
    let (desk, spool) = try spool("one\ntwo\nthree\n")
    #expect(OutputMatch.find("^two$", in: spool, from: 0) == .yes)
    #expect(OutputMatch.find("^two$", in: spool, from: 8) == .no)
    #expect(OutputMatch.find("one.*two", in: spool, from: 0) == .no)
    withExtendedLifetime(desk) {}
  }

  @Test("An expression that tries every way there is is not waited for")
  func runaway() throws {
    // Twice the time for each letter more; so many that it ends some time, for nobody can end it.
    let (desk, spool) = try spool(String(repeating: "a", count: 22) + "b\n")
    #expect(OutputMatch.find("^(a+)+$", in: spool, from: 0, patience: .milliseconds(1)) == .tooLong)
    withExtendedLifetime(desk) {}
  }
}
