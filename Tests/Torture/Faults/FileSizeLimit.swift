import Foundation

/// Commands that may make no file larger than so much (RLIMIT_FSIZE): an error, and not the death by SIGXFSZ.
struct FileSizeLimit {
  let settings: TrialSettings

  func run(_ report: inout TrialReport) throws {
    guard Child.canRun("prlimit") else {
      return report.skip("a file-size limit", because: "prlimit is not installed")
    }
    let workplace = try Workplace(settings.program)
    let scenarios = try Scenario.all(in: workplace)
    let before = try Snapshot(of: workplace.folder.path)
    let log = try FileManager.default.attributesOfItem(atPath: workplace.store + "-wal")[.size] as? Int ?? 0
    // Below what is there, and a little above the log: within its next frame, and some frames on.
    let limits = settings.times(
      full: [4096, 20_000, 40_000, log - 1, log, log + 1000, log + 4120, log + 9000, log + 30_000, log + 60_000],
      short: [20_000, log + 9000])
    var problems = SameProblems()
    for scenario in scenarios {
      for limit in limits {
        try before.restore()
        let ended = try Child.run(
          ["prlimit", "--fsize=\(limit)", workplace.program.path] + scenario.words, environment: workplace.environment)
        report.count("file-size limits")
        guard !ended.succeeded else { continue }
        let name = "\(scenario.name), files of at most \(limit) bytes"
        if let problem = FullFileSystem.problem(ended) { problems.add(workplace.withoutFolder(problem), in: name) }
        if let problem = try workplace.unsound() { problems.add(workplace.withoutFolder(problem), in: name) }
        let again = try workplace.run(scenario.words)
        if !again.succeeded, !ended.errors.contains(Deed.Kind.unfinished) {
          problems.add("then without the limit \(workplace.withoutFolder("\(again)"))", in: name)
        }
      }
    }
    problems.report(&report)
  }
}
