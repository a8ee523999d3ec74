import Domain

/// The run with all its entries, and the version that it is pinned to.
struct RunQuestion: Question {
  let number: RunNumber
  init(_ number: RunNumber) { self.number = number }
  var topic: String { "\(number)" }
  func answer(from backend: any Backend) throws -> Run { try backend.run(number) }
}

/// What stands around the run and changes with its pair only.
struct BackgroundQuestion: Question {
  let number: RunNumber
  init(_ number: RunNumber) { self.number = number }
  var topic: String { "\(number)" }
  func answer(from backend: any Backend) throws -> RunBackground { try backend.background(of: number) }
}
