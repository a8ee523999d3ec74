import Domain

/// The run with all its entries and the version that it is pinned to, and the items that it carries.
struct RunQuestion: Question {
  struct Answer: Sendable {
    var run: Run
    /// In the hand-set order.
    var items: [ItemLine]
    /// What ran of its steps' commands, and runs, oldest first.
    var executions: [Execution]
  }

  let number: RunNumber
  init(_ number: RunNumber) { self.number = number }
  var topic: String { "\(number)" }
  func answer(from backend: any Backend) throws -> Answer {
    Answer(
      run: try backend.run(number), items: try backend.items(carriedBy: number),
      executions: try backend.executions(of: number))
  }
}

/// What stands around the run and changes with its pair only.
struct BackgroundQuestion: Question {
  let number: RunNumber
  init(_ number: RunNumber) { self.number = number }
  var topic: String { "\(number)" }
  func answer(from backend: any Backend) throws -> RunBackground { try backend.background(of: number) }
}
