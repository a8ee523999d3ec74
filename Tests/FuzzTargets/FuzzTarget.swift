/// One way in for bytes that somebody else made, and what has to hold whatever they are.
///
/// A target is a function of its bytes alone: no clock, no file, no state that another input could have left.
package struct FuzzTarget: Sendable {
  /// The folder of its inputs, as in `Tests/Fuzzing/Corpus/checklist`.
  package let name: String
  /// In bytes. What is longer says nothing more, and is slower to read.
  package let longest: Int
  /// Of the executions of a run over all targets, in parts of a hundred. Together they are a hundred. What takes less
  /// time has more, though not as many more: from 7 ms (a checklist) down to a fifteenth of one (attributes).
  package let share: Int
  /// - Throws: `BrokenPromise`; anything else that is thrown is one too, for these functions catch what they expect.
  package let check: @Sendable ([UInt8]) throws -> Void

  package init(_ name: String, longest: Int, share: Int, check: @escaping @Sendable ([UInt8]) throws -> Void) {
    self.name = name
    self.longest = longest
    self.share = share
    self.check = check
  }
}

extension FuzzTarget {
  /// The order is that of reports.
  package static let all: [FuzzTarget] = [
    FuzzTarget("checklist", longest: 4096, share: 1) { try ChecklistTarget().check($0) },
    FuzzTarget("edits", longest: 2048, share: 1) { try EditsTarget().check($0) },
    FuzzTarget("page", longest: 1024, share: 2) { try PageTarget().check($0) },
    FuzzTarget("attributes", longest: 512, share: 12) { try AttributesTarget().check($0) },
    FuzzTarget("differences", longest: 1024, share: 4) { try DifferencesTarget().check($0) },
    FuzzTarget("import-tracker", longest: 4096, share: 3) { try ImporterTarget(.tracker).check($0) },
    FuzzTarget("import-github", longest: 4096, share: 6) { try ImporterTarget(.github).check($0) },
    FuzzTarget("import-taskwarrior", longest: 4096, share: 6) { try ImporterTarget(.taskwarrior).check($0) },
    FuzzTarget("import-jira", longest: 4096, share: 3) { try ImporterTarget(.jira).check($0) },
    FuzzTarget("import-prodpair", longest: 4096, share: 5) { try ImporterTarget(.prodpair).check($0) },
    FuzzTarget("alertmanager", longest: 4096, share: 8) { try AlertTarget(.alertmanager).check($0) },
    FuzzTarget("pagerduty", longest: 4096, share: 8) { try AlertTarget(.pagerduty).check($0) },
    FuzzTarget("datadog", longest: 4096, share: 9) { try AlertTarget(.datadog).check($0) },
    FuzzTarget("filter", longest: 256, share: 6) { try FilterTarget().check($0) },
    FuzzTarget("journal", longest: 1024, share: 8) { try JournalTarget().check($0) },
    FuzzTarget("sanitizer", longest: 512, share: 4) { try SanitizerTarget().check($0) },
    FuzzTarget("screen", longest: 512, share: 3) { try ScreenTarget().check($0) },
    FuzzTarget("keys", longest: 256, share: 4) { try KeysTarget().check($0) },
    FuzzTarget("configuration", longest: 1024, share: 2) { try ConfigurationTarget().check($0) },
    FuzzTarget("secrets", longest: 512, share: 3) { try SecretsTarget().check($0) },
    FuzzTarget("pattern", longest: 64, share: 2) { try PatternTarget().check($0) },
  ]

  package static func named(_ name: String) -> FuzzTarget? { all.first { $0.name == name } }
}
