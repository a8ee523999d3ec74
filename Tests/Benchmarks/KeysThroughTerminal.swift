/// From a key written to a pseudo-terminal to the final picture of the release binary on the other end of it.
struct KeysThroughTerminal {
  let prodpair: String
  let environment: [String: String]
  let store: BenchStore
  var keys = 250

  func figures() throws -> [Figure] {
    var moving = Samples()
    var ticking = Samples()
    var stays = 0
    while ticking.values.count < keys {
      let run = try RunOnTerminal(prodpair, environment, store)
      defer { run.session.end() }
      for number in 2...BenchChecklist.stepCount where moving.values.count < keys {
        moving.add(try run.session.time("j", until: "step \(number)") { RunOnTerminal.isSelected(number, $0) })
      }
      try run.session.type("gg")
      try run.session.wait(for: "the first step") { RunOnTerminal.isSelected(1, $0) }
      try run.session.settle()
      for number in 1..<BenchChecklist.stepCount where ticking.values.count < keys {
        ticking.add(try run.session.time(" ", until: "tick \(number)") { RunOnTerminal.isTicked(number, $0) })
        if try run.goOn(to: number + 1) { stays += 1 }
      }
    }
    return [
      Figure("key to content, through a terminal: move the selection", moving, aim: .medianAndP99(2, 8)),
      Figure("key to content, through a terminal: tick", ticking, aim: .medianAndP99(2, 8))
        .remarked(stays == 0 ? nil : "the selection stayed \(stays) times"),
    ]
  }
}

/// The program on a terminal, at the first step of a fresh run.
struct RunOnTerminal {
  let session: TerminalSession
  let run: Int

  /// The selection goes on by itself after a tick; where it does not, a key moves it.
  ///
  /// - Returns: whether it stayed behind.
  func goOn(to number: Int) throws -> Bool {
    try session.settle(quietMilliseconds: 20)
    let stayed = !Self.isSelected(number, session.picture)
    if stayed { try session.type("j") }
    try session.wait(for: "step \(number)") { Self.isSelected(number, $0) }
    return stayed
  }

  init(_ prodpair: String, _ environment: [String: String], _ store: BenchStore) throws {
    let run = try store.freshRun()
    self.run = run.value
    session = try Self.open(run.value, prodpair, environment, store)
  }

  /// Opens the newest run, which the first screen has selected.
  static func open(
    _ run: Int, _ prodpair: String, _ environment: [String: String], _ store: BenchStore
  ) throws -> TerminalSession {
    let session = try TerminalSession(
      [prodpair], environment: environment.merging(["PRODPAIR_STORE": store.path]) { _, new in new })
    try session.wait(for: "run \(run) in the list") { $0.count(of: " \(run) ") > 0 }
    try session.settle()
    try session.type("\r")
    try session.wait(for: "run \(run)") { $0.count(of: "RUN \(run)") > 0 && isSelected(1, $0) }
    try session.settle()
    return session
  }

  /// The selected step's text stands in the list and in the detail.
  static func isSelected(_ number: Int, _ picture: PictureOfTerminal) -> Bool {
    picture.count(of: BenchChecklist.flatText(number)) >= 2
  }

  /// The bar counts the ticks.
  static func isTicked(_ number: Int, _ picture: PictureOfTerminal) -> Bool {
    picture.count(of: " \(number)/\(BenchChecklist.stepCount)") > 0
  }
}
