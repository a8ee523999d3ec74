import Foundation

/// What the store has to hold, by what was acknowledged.
struct KnownState: Equatable, Sendable {
  struct Item: Equatable, Sendable {
    var number: Int
    var title: String
  }

  /// Every item, in the team's order.
  var items: [Item] = []
  /// The state of each step of each run, by their ids.
  var runs: [Int: [String: String]] = [:]
  /// Each lesson, and whether it is folded.
  var lessons: [Int: Bool] = [:]
  /// The latest page of the checklist, and so what its file holds.
  var page = ""

  var nextItem: Int { (items.map(\.number).max() ?? 0) + 1 }
  var nextRun: Int { (runs.keys.max() ?? 0) + 1 }
  var nextLesson: Int { (lessons.keys.max() ?? 0) + 1 }

  /// What of it a change touches, and is read together.
  enum Part: CaseIterable, Sendable { case items, runs, checklist }

  /// What differs, in a line for a finding; nil where the part is the same.
  func difference(to found: KnownState, in part: Part) -> String? {
    switch part {
    case .items:
      guard items != found.items else { return nil }
      let (mine, theirs) = (Set(items.map(\.number)), Set(found.items.map(\.number)))
      if mine != theirs {
        return
          "items missing: \(mine.subtracting(theirs).sorted()), items too many: \(theirs.subtracting(mine).sorted())"
      }
      let place = zip(items, found.items).prefix { $0 == $1 }.count
      return "place \(place) of the items' order holds \(found.items[place]) instead of \(items[place])"
    case .runs:
      guard runs != found.runs else { return nil }
      let other = Set(runs.keys).union(found.runs.keys).sorted().filter { runs[$0] != found.runs[$0] }
      let lines = other.map { run -> String in
        guard let mine = runs[run] else { return "run \(run) is there" }
        guard let theirs = found.runs[run] else { return "run \(run) is missing" }
        return mine.keys.sorted().filter { mine[$0] != theirs[$0] }
          .map { "step \($0) of run \(run) is \(theirs[$0] ?? "missing") instead of \(mine[$0] ?? "missing")" }
          .joined(separator: ", ")
      }
      return lines.joined(separator: "; ")
    case .checklist:
      if lessons != found.lessons {
        return "lessons and whether they are folded: \(Self.words(found.lessons)) instead of \(Self.words(lessons))"
      }
      return page == found.page ? nil : "the checklist's page: \(Self.firstDifference(page, found.page))"
    }
  }

  /// The first line in which two pages differ.
  static func firstDifference(_ page: String, _ other: String) -> String {
    let (mine, theirs) = (page.components(separatedBy: "\n"), other.components(separatedBy: "\n"))
    let line = zip(mine, theirs).prefix { $0 == $1 }.count
    func words(_ lines: [String]) -> String { line < lines.count ? lines[line].debugDescription : "nothing" }
    return "line \(line + 1) is \(words(theirs)) instead of \(words(mine))"
  }

  private static func words(_ lessons: [Int: Bool]) -> String {
    lessons.keys.sorted().suffix(4).map { "\($0) \(lessons[$0] == true ? "folded" : "open")" }.joined(separator: ", ")
  }

  /// The same with one part taken from another.
  func taking(_ part: Part, from other: KnownState) -> KnownState {
    var state = self
    switch part {
    case .items: state.items = other.items
    case .runs: state.runs = other.runs
    case .checklist: (state.lessons, state.page) = (other.lessons, other.page)
    }
    return state
  }
}
