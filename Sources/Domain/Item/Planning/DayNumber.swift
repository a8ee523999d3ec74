/// Days as numbers, for counting with them: whole days since 1970-01-01.
enum DayNumber {
  /// Nil where the text is no day of the form `YYYY-MM-DD`.
  static func of(_ day: String) -> Int? { CivilTime(date: day).map { Int($0.secondsAsUTC / 86_400) } }

  /// `YYYY-MM-DD`; nil beyond the year 9999, which has no such form.
  static func text(_ number: Int) -> String? {
    guard (-719_162...2_932_896).contains(number) else { return nil }
    return CivilTime(Instant(milliseconds: Int64(number) * 86_400_000), offsetSeconds: 0).isoDate
  }
}
