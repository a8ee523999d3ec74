import Domain

/// What is doubtful about a checklist, though it can be run.
public enum Lint {
  /// Killer steps a section may have (Gawande, *The Checklist Manifesto*, after Boorman: five to nine).
  public static let killerLimit = 9
  /// What `mode:` may say: words, a command that the pair runs, a command that answers yes or no.
  public static let modes = Set(StepMode.allCases.map(\.rawValue))

  /// Findings of a file that may be no checklist at all; then the one finding is why.
  public static func findings(bytes: [UInt8], fileName: String) -> [LintFinding] {
    do {
      return findings(in: try ChecklistDocument(bytes: bytes, fileName: fileName))
    } catch {
      let rule: LintRule = if case .duplicateID = error.problem { .duplicateID } else { .unreadable }
      let what = "\(error.problem.what); \(error.problem.remedy)"
      return [LintFinding(file: fileName, line: error.line, rule: rule, what: what)]
    }
  }

  /// Findings in the order of their lines.
  public static func findings(in document: ChecklistDocument) -> [LintFinding] {
    var linter = Linter(document: document)
    linter.checkSteps()
    linter.checkMissed()
    linter.checkAttributes()
    linter.checkSections()
    linter.checkParameters()
    linter.checkCommands()
    return linter.findings.sorted { ($0.line, $0.rule.rawValue, $0.what) < ($1.line, $1.rule.rawValue, $1.what) }
  }
}

/// Collects findings; each group of rules has a file of its own.
struct Linter {
  let document: ChecklistDocument
  private(set) var findings: [LintFinding] = []

  init(document: ChecklistDocument) { self.document = document }

  mutating func find(_ rule: LintRule, _ line: Int, _ what: String) {
    findings.append(LintFinding(file: document.fileName, line: line, rule: rule, what: what))
  }
}
