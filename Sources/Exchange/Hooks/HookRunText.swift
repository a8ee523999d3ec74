import Domain
import Foundation
import Text

/// What a hook did, for people.
public enum HookRunText {
  /// How it ended, in a few words: `exit code 3`.
  public static func ending(of run: HookRun) -> String {
    switch run.ending {
    case .exited(0): "ok"
    case .exited(let code): "exit code \(code)"
    case .killed(let signal): "ended by signal \(signal)"
    case .outOfTime: "not done within \(StepDuration.text(run.limit))"
    case .cut: run.took == .zero ? "not run" : "cut short"
    case .notStarted(let errno): "can't be run: \(String(cString: strerror(Int32(clamping: errno))))"
    }
  }

  /// One line for one that failed: `hook chat failed (run-started): exit code 3: curl: (6) Could not resolve host`.
  public static func failure(of run: HookRun) -> String {
    let said = lastLine(of: run).map { ": \($0)" } ?? ""
    return "hook \(visible(run.name)) failed (\(run.event.rawValue)): \(ending(of: run))\(said)"
  }

  /// Newest first, as they come; empty where there are none.
  public static func table(_ runs: [HookRun], in clock: LocalClock) -> String {
    TextTable(
      columns: [
        .init("WHEN (\(clock.zoneName))"), .init("HOOK"), .init("EVENT"), .init("ENTRY", .right), .init("TOOK", .right),
        .init("ENDED"), .init("SAID"),
      ],
      rows: runs.map { run in
        [
          clock.dateAndTime(run.at), run.name, run.event.rawValue, run.entry.map(String.init) ?? "", took(run),
          ending(of: run), lastLine(of: run) ?? "",
        ]
      }
    ).text
  }

  /// What a try shows: how it ended, and all that it said, each line of it made visible and set in.
  public static func whole(_ run: HookRun) -> String {
    let head = "\(visible(run.command.joined(separator: " "))): \(ending(of: run)), \(took(run))"
    let lines = run.output.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .reversed().drop(while: \.isEmpty).reversed().map { "  " + visible(String($0)) }
    return ([head] + lines + (run.isOutputCut ? ["  (and more, which is not kept)"] : [])).joined(separator: "\n")
  }

  private static func took(_ run: HookRun) -> String {
    "\(run.took.wholeMilliseconds) ms"
  }

  /// The last line with something on it, which is where programs say what went wrong.
  private static func lastLine(of run: HookRun) -> String? {
    let line = run.output.split(whereSeparator: \.isNewline).last { !$0.allSatisfy(\.isWhitespace) }
    return line.map { visible(String($0.prefix(1000))).truncated(toWidth: 100) }
  }
}
