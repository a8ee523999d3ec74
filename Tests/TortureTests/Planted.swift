import Testing
import Torture

/// A defect that a trial is given on purpose, and a word of what it then has to find.
struct Planted: CustomTestStringConvertible, Sendable {
  var defect: String
  var finding: String

  init(_ defect: String, finding: String) {
    self.defect = defect
    self.finding = finding
  }

  var testDescription: String { defect }
}

extension Trial {
  /// The short form, in earnest.
  func expectToPass(sourceLocation: SourceLocation = #_sourceLocation) {
    let report = hold(TrialSettings(program: .beside()))
    for finding in report.findings { Issue.record("\(finding)", sourceLocation: sourceLocation) }
  }

  /// The short form with a planted defect, which it has to find, and to name.
  func expectToFind(_ planted: Planted, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(defects.contains(planted.defect), sourceLocation: sourceLocation)
    let report = hold(TrialSettings(program: .beside(), defect: planted.defect))
    #expect(
      report.findings.contains { $0.contains(planted.finding) }, "\(report.findings)", sourceLocation: sourceLocation)
  }
}
