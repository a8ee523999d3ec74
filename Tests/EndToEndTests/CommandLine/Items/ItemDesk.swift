import Foundation
import Testing

extension Desk {
  /// A desk of the contract with a small backlog, in this order:
  ///
  ///     1 feature, 3 points, unstarted     Scale the router
  ///     2 bug, started, ana's              Logs are dropped
  ///     3 chore, unstarted                 Rotate the keys
  ///     4 release, unstarted               Release 206
  ///     5 feature, 5 points, delivered     Faster staging
  ///     6 feature, in the icebox           Someday
  ///
  /// It is made once, and each test has a copy of the store: making it takes many processes.
  static func withItems() throws -> Desk {
    let desk = try Desk()
    try desk.write("prodpair.sqlite", try storeWithItems.get())
    return desk
  }

  private static let storeWithItems = Result { try makeItems() }

  private static func makeItems() throws -> [UInt8] {
    let desk = try Desk.ready()
    for line in [
      "item add \"Scale the router\" --points 3 --state unstarted --label router --requester ana",
      "item add \"Logs are dropped\" --type bug --state unstarted --owner ana",
      "item add \"Rotate the keys\" --type chore --state unstarted",
      "item add \"Release 206\" --type release --state unstarted --due 2027-01-15",
      "item add \"Faster staging\" --points 5 --state unstarted --owner bo", "item add Someday --bottom",
      "item start 2 5 --as ana", "item finish 5 --as bo", "item deliver 5 --as bo",
    ] { try desk.must(line) }
    try desk.must("backup copy.sqlite")
    return [UInt8](try Data(contentsOf: desk.folder.appendingPathComponent("copy.sqlite")))
  }

  /// Runs a line that has to go well.
  @discardableResult
  func must(_ line: String, input: String = "", _ here: SourceLocation = #_sourceLocation) throws -> Outcome {
    let outcome = try run(line, input: input)
    #expect(outcome.exitCode == 0, "\(line): \(outcome.errors)", sourceLocation: here)
    return outcome
  }

  func item(_ number: Int) throws -> [String: Any] { try run("item show \(number) --json").object }

  /// The numbers of all items, in the order of the backlog.
  func order() throws -> [Int] { try run("item list --all --numbers").lines.compactMap { Int($0) } }

  /// All that there is of the backlog, to be compared.
  func backlog() throws -> String {
    try ["item export --to json", "item views --json", "item settings --json", "lesson list --all --json"].map {
      try must($0).output
    }.joined(separator: "\n")
  }

  /// The journal's head: the same while nothing at all was written.
  func head() throws -> String { try #require(try run("verify --json").object["head"] as? String) }
}
