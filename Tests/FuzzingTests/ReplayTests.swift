import Foundation
import FuzzTargets
import Testing

@Suite("Inputs that somebody made to do harm")
struct ReplayTests {
  @Test("Every input that is kept finds every promise kept", arguments: FuzzTarget.all)
  func kept(target: FuzzTarget) throws {
    for kind in KeptInputs.Kind.allCases {
      for file in KeptInputs.files(kind, of: target.name) {
        let bytes = Array(try Data(contentsOf: file))
        #expect(throws: Never.self, "\(kind.rawValue)/\(target.name)/\(file.lastPathComponent)") {
          try target.check(bytes)
        }
      }
    }
  }

  @Test("So does nothing, and every single byte", arguments: FuzzTarget.all)
  func single(target: FuzzTarget) {
    let inputs = [[]] + (0...UInt8.max).map { [$0] }
    for bytes in inputs {
      #expect(throws: Never.self, "\(target.name): \(bytes)") { try target.check(bytes) }
    }
  }

  @Test("Every seed cut off anywhere in its first lines finds every promise kept", arguments: FuzzTarget.all)
  func cut(target: FuzzTarget) throws {
    for file in KeptInputs.files(.seeds, of: target.name).prefix(3) {
      let bytes = Array(try Data(contentsOf: file))
      for count in stride(from: 0, to: min(bytes.count, 240), by: 6) {
        #expect(throws: Never.self, "\(target.name): the first \(count) bytes of \(file.lastPathComponent)") {
          try target.check(Array(bytes.prefix(count)))
        }
      }
    }
  }

  @Test("Every target has seeds, of a size that does not weigh on a clone")
  func seeds() throws {
    var total = 0
    for target in FuzzTarget.all {
      let sizes = try KeptInputs.files(.seeds, of: target.name).map { try Data(contentsOf: $0).count }
      #expect(sizes.count > 2, "\(target.name)")
      #expect(sizes.allSatisfy { $0 <= target.longest }, "\(target.name): a longer one would be cut")
      total += sizes.reduce(0, +)
    }
    #expect(total < 500_000)
  }

  @Test("Every folder of inputs is a target's, and the shares of a run are a hundred parts")
  func table() throws {
    let names = FuzzTarget.all.map(\.name)
    #expect(Set(names).count == names.count)
    for kind in KeptInputs.Kind.allCases {
      #expect(Set(try KeptInputs.targets(kind)).isSubset(of: names), "\(kind.rawValue)")
    }
    #expect(FuzzTarget.all.reduce(0) { $0 + $1.share } == 100)
  }
}

extension FuzzTarget: CustomTestStringConvertible {
  public var testDescription: String { name }
}
