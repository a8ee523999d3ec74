import Foundation
import Torture

/// The report of all trials as a page of Markdown.
struct ReportPage {
  let program: Program
  let size: TrialSettings.Size
  private var trials: [HeldTrial] = []

  init(program: Program, size: TrialSettings.Size) {
    self.program = program
    self.size = size
  }

  var passed: Bool { trials.allSatisfy(\.passed) }

  mutating func add(_ trial: HeldTrial) { trials.append(trial) }

  var markdown: String {
    """
    # Torture

    What `make torture` (\(size) size) did to the program, and what it found.

    \(facts.map { "- \($0)" }.joined(separator: "\n"))

    | trial | counted | findings | seconds | seed | planted defects caught |
    |---|---|---|---|---|---|
    \(trials.map(row).joined(separator: "\n"))

    \(trials.map(section).joined(separator: "\n"))
    """
  }

  private var facts: [String] {
    var machine = utsname()
    uname(&machine)
    let release = withUnsafeBytes(of: machine.release) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    let version = try? Child.run([program.path, "--version"])
    let said = version?.output.trimmingCharacters(in: .whitespacesAndNewlines) ?? "unknown"
    let memory = ProcessInfo.processInfo.physicalMemory >> 30
    return [
      "program: prodpair \(said)",
      "machine: Linux \(release), \(ProcessInfo.processInfo.activeProcessorCount) cores, \(memory) GiB of memory"
        + (getuid() == 0 ? ", as root" : ", as a user"),
    ]
  }

  private func row(_ held: HeldTrial) -> String {
    let earnest = held.earnest
    let counts = earnest.counts.map { "\($0.number) \($0.what)" }.joined(separator: ", ")
    let caught = held.planted.count { !$0.passed }
    let findings = earnest.passed ? "none" : "**\(earnest.findings.count)**"
    return "| \(held.trial.name) | \(counts) | \(findings) | \(earnest.seconds) | \(earnest.seed) | "
      + "\(caught) of \(held.planted.count) |"
  }

  private func section(_ held: HeldTrial) -> String {
    var lines = ["## \(held.trial.name)", "", held.trial.does, ""]
    lines += held.earnest.findings.map { "- **found**: \(Self.oneLine($0))" }
    lines += held.earnest.skipped.map { "- not held here: \(Self.oneLine($0))" }
    for report in held.planted {
      let what = report.findings.first.map { "caught: \(Self.oneLine($0))" } ?? "**not caught**"
      lines.append("- planted `\(report.planted ?? "")`, \(what)")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Without what would break the page: line ends, and folders that are gone by now.
  private static func oneLine(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    return line.replacing(/[^ `']*\/prodpair-torture-[0-9a-f]+/, with: "…")
  }
}
