import Domain

/// How long something took, as people say it: `45s`, `12m30s`, `2h10m`, `1d3h`.
enum ElapsedText {
  /// To the second below an hour, to the minute from there on, to the hour from a day on; never negative.
  static func text(_ duration: Duration) -> String {
    let seconds = max(0, duration.wholeSeconds)
    let grain: Int64 = seconds < 3600 ? 1 : seconds < 86_400 ? 60 : 3600
    return StepDuration.text(.seconds(seconds / grain * grain))
  }
}
