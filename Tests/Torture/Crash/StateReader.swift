import Foundation

/// Reads from the program what a store holds, in the terms of what is known of it.
struct StateReader {
  let workplace: Workplace

  /// - Throws: `unprepared`, with how it ended, where the program doesn't read it.
  func read(_ parts: [KnownState.Part] = KnownState.Part.allCases, runs: [Int]) throws -> KnownState {
    var state = KnownState()
    for part in parts {
      switch part {
      case .items: state.items = try items()
      case .runs: state.runs = try steps(of: runs)
      case .checklist: (state.lessons, state.page) = (try lessons(), try page())
      }
    }
    return state
  }

  private struct ItemRow: Decodable {
    var number: Int
    var title: String
  }

  private func items() throws -> [KnownState.Item] {
    try rows([ItemRow].self, "item", "list", "--all", "--json").map { .init(number: $0.number, title: $0.title) }
  }

  private struct RunRow: Decodable { var number: Int }
  private struct RunRecord: Decodable {
    struct Step: Decodable {
      var id: String
      var state: String
    }
    var steps: [Step]
  }

  /// - Parameter runs: those whose steps are read; of the others, that they are there.
  private func steps(of runs: [Int]) throws -> [Int: [String: String]] {
    var found: [Int: [String: String]] = [:]
    let known = Set(Workplace.steps)
    for row in try rows([RunRow].self, "run", "list", "--all", "--json") {
      found[row.number] = [:]
      guard runs.contains(row.number) else { continue }
      let record = try rows(RunRecord.self, "run", "show", "\(row.number)", "--json")
      // Whether an open step waits for another follows from the others.
      for step in record.steps where known.contains(step.id) {
        found[row.number]?[step.id] = step.state == "inactive" ? "open" : step.state
      }
    }
    return found
  }

  private struct LessonRow: Decodable {
    struct Fate: Decodable { var kind: String }
    var number: Int
    var fate: Fate?
  }

  private func lessons() throws -> [Int: Bool] {
    let rows = try rows([LessonRow].self, "lesson", "list", "--all", "--json")
    return Dictionary(rows.map { ($0.number, $0.fate?.kind == "folded") }) { first, _ in first }
  }

  private func page() throws -> String { try workplace.must("checklist", "show", "release", "--source") }

  private func rows<Rows: Decodable>(_: Rows.Type, _ words: String...) throws -> Rows {
    let output = try workplace.must(words)
    do { return try JSONDecoder().decode(Rows.self, from: Data(output.utf8)) } catch {
      throw TortureError.unreadable("what `\(words.joined(separator: " "))` printed", reason: "\(error)")
    }
  }
}
