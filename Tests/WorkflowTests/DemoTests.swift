import ChecklistFile
import Domain
import Foundation
import Store
import Testing

@testable import Workflow

@Suite("The demo's two months")
struct DemoTests {
  /// A demo's store in a directory of its own; gone when the test is over.
  final class Told {
    let store: Store
    let demo: Demo
    private let directory: String

    init(_ now: Instant = .thursday, login: String = "onlooker") throws {
      demo = Demo(now: now, login: login)
      directory = NSTemporaryDirectory() + "/prodpair-demo-test-" + UUID().uuidString
      store = try demo.create(at: directory + "/demo.sqlite")
    }

    deinit {
      try? store.close()
      try? FileManager.default.removeItem(atPath: directory)
    }

    func runs() throws -> [RunSummary] { try store.read { try $0.runs(limit: 1000) } }
    func head() throws -> JournalHead { try store.read { try $0.journalHead() } }
    func run(_ number: RunNumber) throws -> Run { try store.read { try $0.run(number) } }
    func all() throws -> [Run] { try runs().map { try run($0.number) } }
  }

  @Test("The same moment gives the same store, byte for byte as the journal has it")
  func same() throws {
    let clock = ContinuousClock()
    var first: Told?
    let took = try clock.measure { first = try Told() }
    print("demo built in \(took)")
    #expect(try first?.head() == Told().head())
  }
}

extension Instant {
  /// Thursday 19 November 2026, 10:20 in Berlin: inside every window.
  static let thursday = Instant(rfc3339: "2026-11-19T09:20:00Z") ?? .morning
}
