import Foundation
import TestSupport
import Testing

@Suite("make fuzz")
struct FuzzScriptTests {
  private static let script = URL(filePath: #filePath).deletingLastPathComponent().appending(
    path: "../../../scripts/fuzz"
  ).standardized.path

  /// Says what the fuzzer would say: of one target that all is well, of the other that a promise is broken.
  private static let fuzzer = """
    #!/bin/bash
    if [[ ${1-} == --list ]]; then
      printf '%s\\n' 'sound 64 75' 'broken 64 25'
      exit
    fi
    echo '#2	INITED cov: 12 ft: 34 corp: 2/3b exec/s: 0 rss: 30Mb'
    if [[ $PRODPAIR_FUZZ_TARGET == broken ]]; then
      echo 'broken: two and two are four'
      echo '==7== ERROR: libFuzzer: deadly signal'
      exit 77
    fi
    for word in "$@"; do [[ $word == -runs=* ]] && runs=${word#*=}; done
    echo "#$runs	DONE   cov: 56 ft: 78 corp: 9/10b lim: 64 exec/s: 500 rss: 31Mb"
    echo "stat::number_of_executed_units: $runs"
    echo 'stat::average_exec_per_sec:     500'
    echo 'stat::peak_rss_mb:              31'

    """

  private func fuzz(_ words: String) throws -> (outcome: Outcome, report: String) {
    let desk = try Desk()
    let folder = desk.folder.path
    try Script.write(Self.fuzzer, to: folder + "/fuzzer")
    let outcome = try desk.shell(
      "'\(Self.script)' --program '\(folder)/fuzzer' --work '\(folder)/work' --report '\(folder)/report' \(words)")
    return (outcome, (try? String(contentsOfFile: folder + "/report", encoding: .utf8)) ?? "")
  }

  @Test("A promise that is broken is in the report by its name, and ends in a failure")
  func broken() throws {
    let (outcome, report) = try fuzz("--runs 1000")
    #expect(outcome.exitCode == 1, "\(outcome)")
    #expect(report.contains("| sound | 750 | 500 | 56 | 78 | 9 | 31 | none |"), "\(report)")
    #expect(report.contains("| broken | 2 | 0 | 12 | 34 | 2 | 0 | two and two are four |"), "\(report)")
    #expect(report.contains("| **together** | 752 | | | | | | 1 |"), "\(report)")
  }

  @Test("Where nothing is found all is well")
  func sound() throws {
    let (outcome, report) = try fuzz("--runs 1000 --target sound --jobs 1")
    #expect(outcome.exitCode == 0, "\(outcome)")
    #expect(report.contains("| sound | 1000 |") && !report.contains("| broken |"), "\(report)")
  }

  @Test("What it can't do it says before it begins", arguments: ["--target other", "--runs 0", "--x", "--runs"])
  func usage(words: String) throws {
    let (outcome, report) = try fuzz(words)
    #expect(outcome.exitCode == 64 && !outcome.errors.isEmpty && report.isEmpty, "\(outcome)")
  }
}
