/// The release binary on a pseudo-terminal. Its screen is final when nothing comes any more and nothing is being read.
struct ScreensOnTerminal: Typewriter {
  let session: TerminalSession

  /// The program says after 100 ms that it is busy; whoever is silent for longer, and does not say so, is done.
  private static let quietMilliseconds: Int32 = 130

  init(
    _ prodpair: String, _ environment: [String: String], store path: String, columns: Int = TerminalSession.columns,
    rows: Int = TerminalSession.rows
  ) throws {
    session = try TerminalSession(
      [prodpair], environment: environment.merging(["PRODPAIR_STORE": path]) { _, new in new }, columns: columns,
      rows: rows)
    try session.wait(for: "the first screen") { $0.count(of: "? more") > 0 }
    try session.settle()
  }

  @discardableResult
  func type(_ keys: TypedKeys) throws -> Double {
    let start = clockMilliseconds()
    try session.type(keys.bytes)
    repeat { try session.settle(quietMilliseconds: Self.quietMilliseconds) } while isBusy
    return max(0, session.heardAt - start)
  }

  private var isBusy: Bool { ["reading", "writing"].contains { session.picture.count(of: $0) > 0 } }

  func shows(_ text: String) -> Bool { session.picture.count(of: text) > 0 }
  var text: String { session.picture.lines.joined(separator: "\n") }
}
