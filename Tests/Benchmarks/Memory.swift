/// What the program holds after a long look around: both lists scrolled, a run opened and scrolled.
struct Memory {
  let prodpair: String
  let environment: [String: String]

  func figures(_ store: BenchStore) throws -> [Figure] {
    let run = try RunOnTerminal(prodpair, environment, store)
    defer { run.session.end() }
    for keys in ["G", "gg", "\u{1B}", "gc", "gr"] { try press(keys, run.session) }
    for _ in 0..<30 { try press("\u{06}", run.session) }
    try press("\r", run.session)
    for keys in ["G", "gg", "?", "\u{1B}"] { try press(keys, run.session) }
    let facts = ProcessFacts(pid: run.session.pid)
    return [
      Figure("peak resident memory", try facts.megabytes("status", "VmHWM:"), .megabytes, aim: .median(35)),
      Figure("proportional share of it (PSS)", try facts.megabytes("smaps_rollup", "Pss:"), .megabytes),
    ]
  }

  private func press(_ keys: String, _ session: TerminalSession) throws {
    try session.type(keys)
    try session.settle()
  }
}
