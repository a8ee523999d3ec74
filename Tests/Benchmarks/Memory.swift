import Foundation

/// What the program holds after a long look around: both lists scrolled, a run opened and scrolled.
struct Memory {
  let prodpair: String
  let environment: [String: String]

  func figures(_ name: String, _ store: BenchStore) throws -> [Figure] {
    let run = try RunOnTerminal(prodpair, environment, store)
    defer { run.session.end() }
    for keys in ["G", "gg", "\u{1B}"] { try press(keys, run.session) }
    for _ in 0..<30 { try press("\u{06}", run.session) }
    try press("\r", run.session)
    for keys in ["G", "gg", "?", "\u{1B}"] { try press(keys, run.session) }
    return [
      Figure(
        "peak resident memory, \(name)", try megabytes("status", "VmHWM:", run.session.pid), .megabytes,
        aim: .median(35)),
      Figure(
        "proportional share of it (PSS), \(name)", try megabytes("smaps_rollup", "Pss:", run.session.pid), .megabytes),
    ]
  }

  private func press(_ keys: String, _ session: TerminalSession) throws {
    try session.type(keys)
    try session.settle()
  }

  private func megabytes(_ file: String, _ label: String, _ pid: pid_t) throws -> Double {
    let text = try String(contentsOfFile: "/proc/\(pid)/\(file)", encoding: .utf8)
    let line = text.split(separator: "\n").first { $0.hasPrefix(label) }
    let number = line?.split(separator: " ", omittingEmptySubsequences: true).dropFirst().first.flatMap { Double($0) }
    guard let number else { throw BenchError("/proc/\(pid)/\(file) has no \(label)") }
    return number / 1024
  }
}
