import ChecklistFile
import Domain
import Foundation
import Host
import Store

/// A checklist of two hundred lines with five hundred versions in a store of its own, and who brought which line.
final class LongHistory {
  private let path: String
  private let store: Store

  static let lineCount = 200
  static let versionCount = 500
  static let boundMilliseconds = 100.0
  private static let rounds = 40
  private static let name = ChecklistName("history")
  private static let start = Instant(milliseconds: 1_577_869_200_000)

  init(at path: String) throws {
    self.path = path
    let options = StoreOptions(catalogue: .prodpair, isThrowAway: true)
    if access(path, F_OK) != 0 {
      let store = try Store.create(path: path, kind: .personal, at: Self.start, options: options)
      try Self.fill(store)
      try store.maintain()
      try store.close()
    }
    store = try Store.open(path: path, options: StoreOptions(catalogue: .prodpair))
  }

  func close() { try? store.close() }

  /// The first line stays as it was, so that every version has to be read; each version rewords one line, and every
  /// third one moves another.
  private static func fill(_ store: Store) throws {
    let actor = Identity.current()
    var lines = (1...lineCount).map { "- [ ] Compare part \($0) with a healthy one" }
    for number in 1...versionCount {
      lines[1 + number * 7 % (lineCount - 1)] = "- [ ] Compare it as version \(number) has it"
      if number % 3 == 0 { lines.insert(lines.remove(at: 1 + number * 11 % (lineCount - 1)), at: lineCount / 2) }
      let document = try ChecklistDocument(source: lines.joined(separator: "\n") + "\n", fileName: "history.md")
      try store.perform(
        ImportChecklist(document, as: name, reason: "for the benchmark"), by: actor, at: start + .minutes(Int64(number))
      )
    }
  }

  func figures() throws -> [Figure] {
    var whole = Samples()
    var reading = Samples()
    var count = 0
    for _ in 0..<Self.rounds {
      reading.add(try milliseconds { count = try sources().count })
      whole.add(
        try milliseconds {
          let lines = LineBlame.lines(newestFirst: try sources())
          guard lines.count == Self.lineCount, lines.first?.origin == 1 else { throw BenchError("blame is wrong") }
        })
    }
    guard count == Self.versionCount else { throw BenchError("the history has \(count) versions") }
    let name = "blame, \(Self.lineCount) lines over \(Self.versionCount) versions"
    return [
      Figure(name, whole, aim: .medianAndP99(Self.boundMilliseconds, Self.boundMilliseconds)),
      Figure("\(name), of that reading", reading),
    ]
  }

  private func sources() throws -> [(origin: Int, source: String)] {
    try store.read { reader in
      try reader.rows(
        "SELECT number, source FROM version WHERE checklist = ? AND deleted = 0 ORDER BY number DESC",
        [.text(Self.name.text)]
      ).map { (origin: Int(try $0.integer("number")), source: try $0.text("source")) }
    }
  }
}
