/// One trial of the program, at full size or in its short form, in earnest or with a planted defect.
public struct Trial: Sendable {
  /// How it is called on the command line and in the report, as in `killed-processes`.
  public let name: String
  /// What it does, in a sentence for the report.
  public let does: String
  /// The defects that it can be given, by their names. With any of them it has to find something.
  public let defects: [String]
  private let play: @Sendable (TrialSettings, inout TrialReport) throws -> Void

  public init(
    name: String, does: String, defects: [String],
    play: @escaping @Sendable (TrialSettings, inout TrialReport) throws -> Void
  ) {
    self.name = name
    self.does = does
    self.defects = defects
    self.play = play
  }

  /// Holds the trial. What keeps it from being held is a finding too: an unheld trial shows nothing.
  public func hold(_ settings: TrialSettings) -> TrialReport {
    var report = TrialReport(name: name, seed: settings.seed, planted: settings.defect)
    let begin = ContinuousClock.now
    do { try play(settings, &report) } catch { report.find("the trial was not held to its end: \(error)") }
    report.duration = begin.duration(to: .now)
    return report
  }
}
