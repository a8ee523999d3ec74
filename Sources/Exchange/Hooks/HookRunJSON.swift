import Domain

/// `hook log --json` and `hook try --json`.
public enum HookRunJSON {
  public static func list(_ runs: [HookRun]) -> JSON { JSON(runs, element: json) }

  static func json(_ run: HookRun) -> JSON {
    [
      "event": .string(run.event.rawValue), "entry": JSON(run.entry), "team": JSON(run.team),
      "command": JSON(run.command), "at": JSON(run.at),
      "limitSeconds": JSON(seconds: run.limit),
      "tookMilliseconds": .integer(Int(run.took.wholeMilliseconds)),
      "ok": .bool(run.succeeded), "ended": .string(HookRunText.ending(of: run)),
      "exitCode": JSON(exitCode(run.ending)), "output": .string(run.output), "isOutputCut": .bool(run.isOutputCut),
    ]
  }

  private static func exitCode(_ ending: HookRun.Ending) -> Int? {
    if case .exited(let code) = ending { code } else { nil }
  }
}
