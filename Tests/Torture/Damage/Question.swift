/// A command that reads, and what of its answer counts.
struct Question: Sendable {
  var words: [String]

  init(_ line: String) { words = line.split(separator: " ").map(String.init) }

  /// What a process that answers it has to say: its exit code and its standard output.
  struct Answer: Hashable, Sendable {
    var exitCode: Int32?
    var output: String

    init(_ ended: Ended) {
      exitCode = ended.exitCode
      // When it was asked is no part of the answer.
      output = ended.output.replacing(/(?m)^  "at" : .*$/, with: "")
    }

    /// Whether a person or a script would go by it: a refusal and "no such thing" are answers too, an error is none.
    var isBelieved: Bool { exitCode.map { [0, 1, 66].contains($0) } ?? false }
  }
}

/// What the store is asked: every kind of row, by the table and by what is found of it beside the table.
struct Questionnaire: Sendable {
  var run = 1
  var checklist = "release"
  var incident = 1
  var word = "disk"
  var team = "platform"
  var evidence: String?
  /// Only one question of each kind.
  var isShort = false
  var isShortest = false

  var questions: [Question] {
    var lines = ["lesson list --all --json", "search \(word) --json"]
    if isShortest { return lines.map(Question.init) }
    lines += [
      "item list --all --json --team \(team)", "run show \(run) --json",
      "checklist show \(checklist) --json", "incident show \(incident) --json", "journal --limit 1000000 --json",
    ]
    if !isShort {
      lines += [
        "item list \(word) --all --json --team \(team)", "item list label:\(word) --all --json --team \(team)",
        "run list --all --json", "checklist blame \(checklist) --json", "checklist stats \(checklist) --all --json",
        "incident list --all --json", "person list --json", "team show \(team) --json",
        "metrics --team \(team) --since 2026-09-01 --until 2026-11-01 --json",
      ]
    }
    if let evidence { lines.append("run show \(run) --evidence \(evidence)") }
    return lines.map(Question.init)
  }
}
