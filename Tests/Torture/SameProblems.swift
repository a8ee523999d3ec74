/// Problems that come again and again, each told once, with the first cases in which it came.
struct SameProblems {
  private var cases: [(problem: String, cases: [String])] = []

  mutating func add(_ problem: String, in one: String) {
    if let index = cases.firstIndex(where: { $0.problem == problem }) {
      cases[index].cases.append(one)
    } else {
      cases.append((problem, [one]))
    }
  }

  /// A finding for each.
  func report(_ report: inout TrialReport) {
    for (problem, cases) in cases {
      let more = cases.count > 4 ? " and \(cases.count - 4) more" : ""
      report.find("\(cases.prefix(4).joined(separator: "; "))\(more): \(problem)")
    }
  }
}
