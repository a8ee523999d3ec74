import Domain

/// The matrix's one sign for how long ago two people were on together: it reads without colour, and alike everywhere.
public enum MatrixSigns {
  /// Weeks since, from `0` for less than one to `9`; `+` for longer.
  public static func sign(_ recency: PairMatrix.Recency) -> String {
    switch recency {
    case .keptApart: "x"
    case .notYet: "."
    case .now: "*"
    case .days(let days): days < 70 ? String(days / 7) : "+"
    }
  }

  /// Duties together, from `0` to `9`; `+` for more.
  public static func sign(count: Int) -> String { count < 10 ? String(count) : "+" }

  public static let legend = "* on now, 0-9 weeks since, + longer, . not yet, x kept apart by a rule"
  public static let countLegend = "duties together, + for ten and more"
}
