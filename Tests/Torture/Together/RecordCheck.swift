import Foundation

/// Holds what the store says after many have worked on it against what each of them was told.
struct RecordCheck {
  let store: SharedStore
  let before: Record
  let after: Record
  let done: [Done]

  /// At most so many findings of a kind are said; their number is said in any case.
  private static let said = 5

  func run(_ report: inout TrialReport) throws {
    compareFacts(&report)
    compareCommands(&report)
    checkJournal(&report)
    checkRuns(&report)
    checkOrder(&report)
    checkTimes(&report)
    try checkPage(&report)
    for words in [["verify"], ["doctor"]] {
      let ended = try store.start(words, at: store.seat(0), speaks: false).wait(limit: .seconds(600))
      if !ended.succeeded {
        report.find("\(ended), \(ended.output.split(separator: "\n").prefix(6).joined(separator: " / "))")
      }
    }
  }

  private var acknowledged: [Done] { done.filter(\.ended.succeeded) }

  private func find(_ all: [String], _ what: String, _ report: inout TrialReport) {
    for one in all.prefix(Self.said) { report.find("\(what): \(one)") }
    if all.count > Self.said { report.find("\(what): \(all.count - Self.said) more") }
  }

  /// Each acknowledged change is there once, and nothing is there that nobody was told of.
  private func compareFacts(_ report: inout TrialReport) {
    let told = Facts(acknowledged.flatMap(\.deed.facts))
    let open = Facts(done.filter(\.isUnfinished).flatMap(\.deed.facts))
    let there = after.facts.beyond(before.facts)
    report.count("facts compared", told.values.reduce(0, +))
    find(words(told.beyond(there)), "acknowledged, and not in the store", &report)
    find(words(there.beyond(told).beyond(open)), "in the store, and never acknowledged", &report)
    find(words(before.facts.beyond(after.facts)), "in the store before, and gone", &report)
  }

  private func words(_ facts: Facts) -> [String] {
    facts.map { $0.value == 1 ? "\($0.key)" : "\($0.key), \($0.value) times" }.sorted()
  }

  /// One entry of the journal for each acknowledged command.
  private func compareCommands(_ report: inout TrialReport) {
    var counts: [String: Int] = [:]
    for line in acknowledged { if let command = line.deed.kind.command { counts[command, default: 0] += 1 } }
    for command in Set(Deed.Kind.allCases.compactMap(\.command)).sorted() {
      let written =
        (after.journal.filter { $0.command == command }.count)
        - (before.journal.filter { $0.command == command }.count)
      let told = counts[command, default: 0]
      let open = done.filter { $0.isUnfinished && $0.deed.kind.command == command }.count
      if !(told...told + open).contains(written) {
        report.find("the journal has \(written) entries \(command), and \(told) were acknowledged")
      }
    }
  }

  private func checkJournal(_ report: inout TrialReport) {
    report.count("journal entries", after.journal.count - before.journal.count)
    for (expected, entry) in zip(1..., after.journal) where entry.seq != expected {
      report.find("the journal has \(entry.seq) where \(expected) should be")
      break
    }
  }

  private func checkRuns(_ report: inout TrialReport) {
    for (run, seqs) in after.entries where seqs != Array(1...max(1, seqs.count)) {
      report.find("the entries of run \(run) are not numbered from 1 to \(seqs.count)")
    }
  }

  /// There is one order: what was done before another thing began comes before it in the journal, and the items stand as the
  /// journal's moves, one after the other, have put them.
  private func checkOrder(_ report: inout TrialReport) {
    var places: [Fact: Done] = [:]
    for line in acknowledged where line.deed.kind == .add { for fact in line.deed.facts { places[fact] = line } }
    var latestBegin: ContinuousClock.Instant?
    for entry in after.journal where entry.command == "item-add" {
      guard let title = entry.summary.wholeMatch(of: /added item [0-9]+: (.*)/)?.1,
        let line = places[.item(title: String(title))]
      else { continue }
      if let latestBegin, line.end < latestBegin {
        report.find("journal entry \(entry.seq) was over before one that stands in front of it had begun")
      }
      latestBegin = max(latestBegin ?? line.begin, line.begin)
    }
    let moved = Set(store.ownItems)
    var expected = before.order.filter(moved.contains)
    for entry in after.journal.dropFirst(before.journal.count) {
      guard case .moved(let item, let place)? = Record.move(entry) else { continue }
      expected.removeAll { $0 == item }
      expected.insert(item, at: place == "top" ? 0 : expected.count)
    }
    let found = after.order.filter(moved.contains)
    if found != expected { report.find("the items stand as \(found), and the journal's moves make it \(expected)") }
  }

  private func checkTimes(_ report: inout TrialReport) {
    let short = done.filter(\.deed.kind.isShort)
    tell("short commands took", short.map(\.ended.duration), &report)
    tell("short commands waited for others", short.map(\.waited), &report)
    tell("imports took", done.filter { $0.deed.kind == .rows }.map(\.ended.duration), &report)
  }

  /// The middle one, the one of a hundred, and the longest.
  private func tell(_ what: String, _ durations: [Duration], _ report: inout TrialReport) {
    let sorted = durations.sorted()
    guard let longest = sorted.last else { return }
    report.count("ms \(what), half of them at most", Self.milliseconds(sorted[sorted.count / 2]))
    report.count("ms \(what), 99 of 100 at most", Self.milliseconds(sorted[sorted.count * 99 / 100]))
    report.count("ms \(what), the longest", Self.milliseconds(longest))
  }

  static func milliseconds(_ duration: Duration) -> Int { Int(duration / .milliseconds(1)) }

  /// The file of the checklist is its latest version, whoever folded last.
  private func checkPage(_ report: inout TrialReport) throws {
    let source = try store.must(["checklist", "show", SharedStore.pages[0], "--source"])
    let file = String(decoding: try Data(contentsOf: URL(fileURLWithPath: store.page)), as: UTF8.self)
    if file != source { report.find("the file of checklist \(SharedStore.pages[0]) is not what the store has") }
  }
}
