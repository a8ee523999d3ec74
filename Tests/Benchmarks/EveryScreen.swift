/// From a key to its final content, for every screen, on a store of a hundred thousand runs: in process and through a
/// terminal.
struct EveryScreen {
  let prodpair: String
  let environment: [String: String]
  let store: WideStore
  let rounds: Int

  /// What no key takes longer than.
  static let boundMilliseconds = 50.0

  /// A key of a screen, and how long it took each time.
  struct Row {
    var screen: String
    var what: String
    var inProcess = Samples()
    var onTerminal = Samples()
  }

  func rows() throws -> [Row] {
    var rows: [Row] = []
    try store.freshLongRun()
    for _ in 0..<rounds {
      try play(ScreensInProcess(store.store, store.actor)) { Self.add($2, $0, $1, to: &rows, \.inProcess) }
    }
    try store.freshLongRun()
    for _ in 0..<max(1, rounds / 2) {
      let terminal = try ScreensOnTerminal(prodpair, environment, store: store.path)
      defer { terminal.session.end() }
      try play(terminal) { Self.add($2, $0, $1, to: &rows, \.onTerminal) }
    }
    return rows
  }

  private static func add(
    _ milliseconds: Double, _ screen: String, _ what: String, to rows: inout [Row],
    _ path: WritableKeyPath<Row, Samples>
  ) {
    let index = rows.firstIndex { $0.screen == screen && $0.what == what } ?? rows.endIndex
    if index == rows.endIndex { rows.append(Row(screen: screen, what: what)) }
    rows[index][keyPath: path].add(milliseconds)
  }

  private func play(_ typewriter: some Typewriter, _ note: (String, String, Double) -> Void) throws {
    var typewriter = typewriter
    for script in KeyScript.everyScreen(of: store) {
      for line in script.lines {
        switch line {
        case .goes(let keys): try typewriter.type(keys)
        case .timed(let what, let keys, let shown):
          note(script.screen, what, try typewriter.type(keys))
          guard shown.map(typewriter.shows) ?? true else {
            throw BenchError("\(script.screen), \(what): no \(shown ?? "") in\n\(typewriter.text)")
          }
        }
      }
    }
  }

  /// A Markdown table of all of them.
  static func table(_ rows: [Row]) -> String {
    let head = ["screen", "key", "in process", "p99", "through a terminal", "p99", "<= \(Int(boundMilliseconds)) ms"]
    return MarkdownTable.text(
      [head]
        + rows.map { row in
          let isMet = max(row.inProcess.p99, row.onTerminal.p99) <= boundMilliseconds
          let cells = [row.inProcess.median, row.inProcess.p99, row.onTerminal.median, row.onTerminal.p99]
          return [row.screen, row.what] + cells.map { Figure.text($0, .milliseconds) } + [isMet ? "yes" : "NO"]
        })
  }
}
