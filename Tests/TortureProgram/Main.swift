import Foundation
import Torture

/// Holds the trials, says how they go, and writes the report.
@main
enum Main {
  static func main() throws {
    let arguments: Arguments
    do { arguments = try Arguments(Array(CommandLine.arguments.dropFirst())) } catch {
      say("prodpair-torture: \(error)\n\(Arguments.usage)")
      exit(64)
    }
    let program = arguments.programUnderTrial
    guard access(program.path, X_OK) == 0 else {
      say("prodpair-torture: \(program.path) can't be run: build it, or name it by --program")
      exit(66)
    }
    var page = ReportPage(program: program, size: arguments.size)
    for trial in Trial.all where arguments.only.isEmpty || arguments.only.contains(trial.name) {
      page.add(held(trial, program, arguments))
    }
    let text = page.markdown
    if let path = arguments.report { try Data(text.utf8).write(to: URL(fileURLWithPath: path)) } else { print(text) }
    exit(page.passed ? 0 : 1)
  }

  private static func held(_ trial: Trial, _ program: Program, _ arguments: Arguments) -> HeldTrial {
    say("\(trial.name): \(arguments.size) size, seed \(arguments.seed)")
    let earnest = trial.hold(
      TrialSettings(program: program, size: arguments.size, seed: arguments.seed) { say("  \($0)") })
    for finding in earnest.findings { say("  FOUND \(finding)") }
    for reason in earnest.skipped { say("  skipped \(reason)") }
    say("  \(earnest.passed ? "nothing found" : "\(earnest.findings.count) found") in \(earnest.seconds) s")
    let planted = trial.defects.map { defect in
      let report = trial.hold(
        TrialSettings(program: program, size: .short, seed: arguments.seed, defect: defect))
      say("  planted \(defect): \(report.findings.first.map { "caught, \($0)" } ?? "NOT CAUGHT")")
      return report
    }
    return HeldTrial(trial: trial, earnest: earnest, planted: planted)
  }

  /// Progress goes to standard error, so that the report alone is the output.
  private static func say(_ line: String) { FileHandle.standardError.write(Data((line + "\n").utf8)) }
}
