import Domain

/// Whole processes of the command line, on the largest store beside the smallest.
struct WholeCommands {
  let prodpair: String
  let environment: [String: String]
  let large: BenchStore
  let small: BenchStore
  var rounds = 40

  func figures() throws -> [Figure] {
    let middle = large.runCount / 2
    return [
      try figure("run list", large: ["run", "list"], small: ["run", "list"]),
      try figure(
        "run show", large: ["run", "show", String(middle)], small: ["run", "show", String(small.runCount / 2)]),
      try figure("checklist list", large: ["checklist", "list"], small: ["checklist", "list"]),
    ]
  }

  private func figure(_ name: String, large: [String], small: [String]) throws -> Figure {
    var ofLarge = Samples()
    var ofSmall = Samples()
    for _ in 0..<rounds {
      ofLarge.add(try ChildProcess.time([prodpair] + large, environment: environment(self.large)))
      ofSmall.add(try ChildProcess.time([prodpair] + small, environment: environment(self.small)))
    }
    return Figure(
      "\(name), whole process", ofLarge, against: ("of \(self.small.entryCount)", ofSmall), aim: .ratio(1.25))
  }

  private func environment(_ store: BenchStore) -> [String: String] {
    environment.merging(["PRODPAIR_STORE": store.path]) { _, new in new }
  }
}
