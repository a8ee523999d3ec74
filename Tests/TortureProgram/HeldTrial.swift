import Torture

/// A trial that was held, in earnest and with each planted defect.
struct HeldTrial {
  var trial: Trial
  var earnest: TrialReport
  var planted: [TrialReport]

  var passed: Bool { earnest.passed && planted.allSatisfy { !$0.passed } }
}

extension TrialReport {
  /// As in `12.4`.
  var seconds: String {
    let tenths = Int(duration / .milliseconds(100))
    return "\(tenths / 10).\(tenths % 10)"
  }
}
