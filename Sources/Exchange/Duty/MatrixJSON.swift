import Domain

/// `pair matrix --json`.
public enum MatrixJSON {
  public static func json(_ matrix: PairMatrix) -> JSON {
    [
      "people": JSON(matrix.people),
      "pairs": JSON(matrix.pairs) { pair in
        let met = matrix.meetings(of: pair)
        let (state, days) = words(matrix.recency(of: pair))
        return [
          "pair": JSON(pair.people), "state": .string(state), "daysAgo": JSON(days), "count": .integer(met.count),
          "lastStart": JSON(met.last?.start), "lastEnd": JSON(met.last?.end), "nextStart": JSON(met.next?.start),
        ]
      },
    ]
  }

  private static func words(_ recency: PairMatrix.Recency) -> (state: String, days: Int?) {
    switch recency {
    case .keptApart: ("kept-apart", nil)
    case .notYet: ("not-yet", nil)
    case .now: ("now", nil)
    case .days(let days): ("met", days)
    }
  }
}
