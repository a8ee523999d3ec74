import Foundation

/// What a store says, in the words in which workers were told it.
struct Record {
  struct Entry {
    var seq: Int
    var command: String
    var summary: String
  }

  struct Unreadable: Error, CustomStringConvertible {
    var command: [String]
    var description: String { "what `\(command.joined(separator: " "))` says can't be read" }
  }

  private(set) var facts: Facts = [:]
  /// The journal, from the first entry to the last.
  private(set) var journal: [Entry] = []
  /// The items' numbers in their hand-set order.
  private(set) var order: [Int] = []
  /// Each run's entries' numbers, in their order.
  private(set) var entries: [Int: [Int]] = [:]

  init(of store: SharedStore) throws {
    try readItems(store)
    for run in SharedStore.runs { try readRun(run, store) }
    try readLessons(store)
    journal = try Self.list(["journal", "--limit", "10000000"], store).reversed().map { line in
      Entry(
        seq: line["seq"] as? Int ?? 0, command: line["command"] as? String ?? "",
        summary: line["summary"] as? String ?? "")
    }
    add(journal.compactMap(Self.move))
  }

  /// Where an entry of the journal moved an item to, if it did so to an end of the list.
  static func move(_ entry: Entry) -> Fact? {
    guard let found = entry.summary.wholeMatch(of: /moved item ([0-9]+) to the (top|bottom)/), let item = Int(found.1)
    else { return nil }
    return .moved(item: item, to: String(found.2))
  }

  private mutating func add(_ more: [Fact]) { facts.merge(Facts(more), uniquingKeysWith: +) }

  private mutating func readItems(_ store: SharedStore) throws {
    for item in try Self.list(["item", "list", "--all"], store) {
      let number = item["number"] as? Int ?? 0
      order.append(number)
      add([.item(title: item["title"] as? String ?? "")])
      add((item["labels"] as? [String] ?? []).map { .label($0, item: number) })
    }
  }

  private mutating func readRun(_ run: Int, _ store: SharedStore) throws {
    guard let page = try Self.json(["run", "show", "\(run)"], store) as? [String: Any] else {
      throw Unreadable(command: ["run", "show", "\(run)"])
    }
    let ofRun = page["entries"] as? [[String: Any]] ?? []
    for entry in ofRun {
      if entry["kind"] as? String == "note" { add([.noted(entry["value"] as? String ?? "", run: run)]) }
    }
    var seqs = ofRun.compactMap { $0["seq"] as? Int }
    for step in page["steps"] as? [[String: Any]] ?? [] {
      for entry in step["entries"] as? [[String: Any]] ?? [] {
        seqs.append(entry["seq"] as? Int ?? 0)
        switch entry["kind"] as? String {
        case "done": add([.done(step: step["id"] as? String ?? "", run: run)])
        case "failed": add([.failed(reason: entry["reason"] as? String ?? "", run: run)])
        default: break
        }
      }
    }
    entries[run] = seqs.sorted()
  }

  private mutating func readLessons(_ store: SharedStore) throws {
    for lesson in try Self.list(["lesson", "list", "--all"], store) {
      add([.learned((lesson["edit"] as? [String: Any])?["text"] as? String ?? "")])
      if lesson["state"] as? String == "folded" { add([.folded(lesson: lesson["number"] as? Int ?? 0)]) }
    }
    for page in SharedStore.pages {
      let source = try store.must(["checklist", "show", page, "--source"])
      for line in source.split(separator: "\n") where line.hasPrefix("- [ ] ") {
        add([.line(String(line.dropFirst(6)), checklist: page)])
      }
    }
  }

  private static func list(_ words: [String], _ store: SharedStore) throws -> [[String: Any]] {
    guard let list = try json(words, store) as? [[String: Any]] else { throw Unreadable(command: words) }
    return list
  }

  private static func json(_ words: [String], _ store: SharedStore) throws -> Any {
    try JSONSerialization.jsonObject(with: Data(try store.must(words + ["--json"]).utf8))
  }
}
