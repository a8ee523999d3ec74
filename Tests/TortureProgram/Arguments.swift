import Foundation
import Torture

/// What `prodpair-torture` was asked for.
struct Arguments {
  var program: String?
  var faults: String?
  var only: [String] = []
  var size = TrialSettings.Size.full
  var seed: UInt64 = 1
  var report: String?

  static let usage = """
    usage: prodpair-torture [--program PATH] [--faults PATH] [--only NAME]... [--size full|short] [--seed N]
                            [--report FILE]

    Holds the trials against a prodpair binary, each in earnest and then with each planted defect, and exits with 1 when
    one has found something, or has not found what was planted. The program and libprodpair-faults.so are those beside
    this one where they are not named.

    trials: \(Trial.all.map(\.name).joined(separator: ", "))
    """

  struct Wrong: Error, CustomStringConvertible {
    var description: String
  }

  init(_ words: [String]) throws(Wrong) {
    var rest = words[...]
    while let name = rest.popFirst() {
      guard let value = rest.popFirst() else { throw Wrong(description: "\(name) needs a value") }
      switch name {
      case "--program": program = value
      case "--faults": faults = value
      case "--report": report = value
      case "--only":
        guard Trial.all.contains(where: { $0.name == value }) else { throw Wrong(description: "no trial \(value)") }
        only.append(value)
      case "--size":
        guard let known = TrialSettings.Size(rawValue: value) else { throw Wrong(description: "no size \(value)") }
        size = known
      case "--seed":
        guard let number = UInt64(value) else { throw Wrong(description: "\(value) is no number") }
        seed = number
      default: throw Wrong(description: "what is \(name)?")
      }
    }
  }

  /// The program under trial, by an absolute path: what it is started with has no directory of its own.
  var programUnderTrial: Program {
    let here = Program.beside()
    return Program(
      path: program.map(Self.absolute) ?? here.path, interposer: faults.map(Self.absolute) ?? here.interposer)
  }

  private static func absolute(_ path: String) -> String { URL(fileURLWithPath: path).standardizedFileURL.path }
}
