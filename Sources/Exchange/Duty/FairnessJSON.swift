import Domain

/// Loads and shares for programs.
public enum FairnessJSON {
  /// A share is in hundredths of a duty, for there are no fractions in our JSON.
  public static func json(_ fairness: Fairness) -> JSON {
    [
      "from": JSON(fairness.period.start), "to": JSON(fairness.period.end),
      "loads": JSON(fairness.loads) {
        [
          "who": JSON($0.who), "duties": .integer($0.duties), "seconds": JSON(seconds: $0.time),
          "shareHundredths": .integer(Int(($0.share * 100).rounded())),
        ]
      },
    ]
  }
}
