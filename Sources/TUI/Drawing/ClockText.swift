import Domain

/// Times and durations as the screens write them.
enum ClockText {
  /// `45s`, `12m30s`, `2h10m`, `1d3h`: to the second below an hour, to the minute below a day; never negative.
  static func elapsed(_ duration: Duration) -> String {
    let seconds = max(0, duration.wholeSeconds)
    let grain: Int64 = seconds < 3600 ? 1 : seconds < 86_400 ? 60 : 3600
    return StepDuration.text(.seconds(seconds / grain * grain))
  }

  /// To the minute, for what need not change each second: `0m`, `12m`, `2h10m`.
  static func minutes(_ duration: Duration) -> String {
    let seconds = max(0, duration.wholeSeconds)
    return seconds < 60 ? "0m" : StepDuration.text(.seconds(seconds / 60 * 60))
  }

  /// The time of day, with the date in front where that is another than today's.
  static func time(_ instant: Instant, _ app: App) -> String {
    let civil = civil(instant, app)
    let today = Self.civil(app.now, app)
    return civil.isoDate == today.isoDate ? civil.clock : "\(civil.isoDate.dropFirst(5)) \(civil.clock)"
  }

  /// The time of day alone, where the date stands elsewhere.
  static func clock(_ instant: Instant, _ app: App) -> String { civil(instant, app).clock }

  /// Date and time in full.
  static func dateAndTime(_ instant: Instant, _ app: App) -> String {
    let civil = civil(instant, app)
    return "\(civil.isoDate) \(civil.clock)"
  }

  /// The time alone today, with the day of the week within a week, else with the date.
  static func day(_ instant: Instant, _ app: App) -> String {
    let civil = civil(instant, app)
    let ahead = instant - app.now
    if civil.isoDate == Self.civil(app.now, app).isoDate { return civil.clock }
    let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    let name = names.indices.contains(civil.weekday - 1) ? names[civil.weekday - 1] : ""
    let isNear = ahead > .zero && ahead < .seconds(6 * 86_400)
    return isNear ? "\(name) \(civil.clock)" : "\(name) \(civil.isoDate.dropFirst(5)) \(civil.clock)"
  }

  static func date(_ instant: Instant, _ app: App) -> String { civil(instant, app).isoDate }

  private static func civil(_ instant: Instant, _ app: App) -> CivilTime {
    app.zone.map { CivilTime(instant, in: $0) } ?? CivilTime(instant, offsetSeconds: app.utcOffset)
  }
}
