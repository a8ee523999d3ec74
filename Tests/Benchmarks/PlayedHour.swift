import Foundation

/// What the program holds after an hour's work, a key a second, played as fast as it goes: all screens, filters, forms,
/// marks, and ticks on a run. In process four hours of it are played.
struct PlayedHour {
  let prodpair: String
  let environment: [String: String]
  let store: WideStore
  var keys = 3600

  /// Memory may not grow by more than this from the first quarter on.
  private static let allowance = 1.05

  func figures() throws -> [Figure] {
    try store.freshLongRun()
    let terminal = try ScreensOnTerminal(prodpair, environment, store: store.path)
    defer { terminal.session.end() }
    let facts = ProcessFacts(pid: terminal.session.pid)
    let resident = try play(keys, on: terminal) { try facts.megabytes("status", "VmRSS:") }
    let peak = try facts.megabytes("status", "VmHWM:")

    try store.freshLongRun()
    let allocated = try play(keys * 4, on: ScreensInProcess(store.store, store.actor)) { try Allocated.megabytes() }
    return figures("resident", resident, keys) + figures("allocated, in process", allocated, keys * 4)
      + [Figure("peak resident of that hour", peak, .megabytes, aim: .median(35))]
  }

  private func figures(_ what: String, _ quarters: [Double], _ keys: Int) -> [Figure] {
    zip(1..., quarters).map { quarter, megabytes in
      var figure = Figure("\(what) after \(keys * quarter / 4) keys", megabytes, .megabytes)
      if quarter > 1, let first = quarters.first {
        figure.reference = ("after the first quarter", first)
        figure.aim = .ratio(Self.allowance)
      }
      return figure
    }
  }

  /// Plays the keys and reads what is held after each quarter.
  private func play(
    _ keys: Int, on typewriter: some Typewriter, _ held: () throws -> Double
  ) throws -> [Double] {
    var typewriter = typewriter
    var played = 0
    var quarters: [Double] = []
    while true {
      for stretch in Self.tour {
        try typewriter.type(stretch)
        played += stretch.keys.count
        while played * 4 >= keys * (quarters.count + 1) {
          quarters.append(try held())
          if quarters.count == 4 { return quarters }
        }
      }
    }
  }

  /// What is typed over and over; after each line is waited for what follows.
  private static let tour: [TypedKeys] = [
    "g t j j j k PgDn g g", "/ text:run", "Esc", "g c j j PgDn PgDn G g g z z Z", "z z z z z z", "/ text:long", "Enter",
    "Enter", "j j PgDn PgDn G g g", "/ text:150", "Esc", "Tab", "j j G", "Enter", "d", "Esc", "Esc", "Esc",
    "g c g g", "n", "j j text:x", "Esc", "g r j j j PgDn PgDn PgDn PgDn PgDn PgDn PgDn PgDn", "* j m m", "Esc",
    "G k k", "g g", "/ text:v777", "Esc", "@", "@", "g g", "i", "PgDn PgDn G g g", "Esc",
    "g r g g", "Enter", ".", "Space", "j j k", "c text:look", "Esc", "x text:why", "Esc", "Enter", "PgDn", "Esc", "b",
    "Esc",
    "o", "Esc", "/ text:item", "Esc", "Esc", "g j j j PgDn PgDn", "Enter", "j j", "Esc", "/ text:person", "Esc", "G",
    "g g",
    "g p j j j PgDn", "g g j", "Enter", "text:x", "Backspace", "Esc", "? text:fil", "Esc", ": text:copy", "Esc", "M",
    "Esc",
    "g t",
  ].map { TypedKeys($0) }
}

/// What malloc has given this process and not taken back, by malloc_info(3).
private enum Allocated {
  private typealias MallocInfo = @convention(c) (Int32, UnsafeMutablePointer<FILE>) -> Int32

  static func megabytes() throws -> Double {
    let report = try report()
    // The last four lines are the sums over all arenas.
    func sum(_ tag: String) -> Double {
      let line = report.split(separator: "\n").last { $0.hasPrefix(tag) }
      return line?.split(separator: "\"").dropLast().last.flatMap { Double($0) } ?? 0
    }
    let held = sum("<system type=\"current\"") - sum("<total type=\"fast\"") - sum("<total type=\"rest\"")
    return (held + sum("<total type=\"mmap\"")) / Double(1 << 20)
  }

  private static func report() throws -> String {
    var text: UnsafeMutablePointer<CChar>?
    var size = 0
    guard let symbol = dlsym(nil, "malloc_info"), let stream = open_memstream(&text, &size) else {
      throw BenchError("this C library has no malloc_info")
    }
    _ = unsafeBitCast(symbol, to: MallocInfo.self)(0, stream)
    fclose(stream)
    defer { free(text) }
    return text.map { String(cString: $0) } ?? ""
  }
}
