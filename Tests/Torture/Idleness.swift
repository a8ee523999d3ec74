import Foundation

/// For how long a process did nothing, together with all that it has started, and for how long they computed.
///
/// On a slow disk or a busy machine a sound command takes long, and is seen to wait for the disk or for a processor. One that
/// hangs sleeps. It may wake now and then, as whoever waits for a lock does, so all that it slept in between is added up.
struct Idleness {
  private(set) var idle = Duration.zero
  /// For how long it was seen to have a processor, or to wait for one or for the disk.
  private(set) var busy = Duration.zero
  private(set) var computed = Duration.zero
  private let process: pid_t
  private var lookedAt = ContinuousClock.now
  private static let pause = Duration.milliseconds(100)

  init(of process: pid_t) { self.process = process }

  /// Looks at them ten times a second, however often it is asked to.
  mutating func look() {
    guard lookedAt.duration(to: .now) >= Self.pause else { return }
    lookedAt = .now
    let (isBusy, time) = Self.activity(of: process)
    // However long ago the last look was: we may have stood still ourselves.
    if isBusy || time != computed { busy += Self.pause } else { idle += Self.pause }
    computed = time
  }

  /// Whether a thread of theirs has a processor, or waits for one or for the disk, and how long they have computed so far.
  /// Whoever was stopped does nothing.
  private static func activity(of process: pid_t) -> (isBusy: Bool, time: Duration) {
    var isBusy = false
    var ticks = 0
    var family = [process]
    while let next = family.popLast() {
      let place = "/proc/\(next)"
      // With the times of its threads that have ended, and of its children that have.
      ticks += fields(place).dropFirst(11).prefix(4).reduce(0) { $0 + (Int($1) ?? 0) }
      for name in (try? FileManager.default.contentsOfDirectory(atPath: place + "/task")) ?? [] {
        let thread = "\(place)/task/\(name)"
        if let state = fields(thread).first, ["R", "D"].contains(state) { isBusy = true }
        let children = (try? String(contentsOfFile: thread + "/children", encoding: .utf8)) ?? ""
        family += children.split(separator: " ").compactMap { pid_t($0) }
      }
    }
    return (isBusy, .seconds(Double(ticks) / Double(sysconf(Int32(_SC_CLK_TCK)))))
  }

  /// What follows the name in `stat`: the state first, and from the twelfth on the four times; proc(5).
  private static func fields(_ place: String) -> [Substring] {
    let line = (try? String(contentsOfFile: place + "/stat", encoding: .utf8)) ?? ""
    return line.split(separator: ")").last?.split(separator: " ") ?? []
  }
}
