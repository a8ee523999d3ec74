import Domain
import Terminal

/// The viewer's own duties on Today: what others changed about them first, so that nobody finds out by surprise.
enum TodayDuties {
  /// A new plan may change all of them: the rest is told by their number.
  private static let mostNews = 4

  static func rows(_ page: TodayPage, _ app: App) -> [TodayRow] {
    let news = page.dutyNews.prefix(mostNews).map { row($0, app) }
    var more: [TodayRow] = []
    if page.dutyNews.count > mostNews, let next = page.dutyNews.dropFirst(mostNews).first {
      let team = (next.after ?? next.before)?.team
      more = [
        TodayRow(
          id: "duty news", sign: Span(" "), text: "and \(page.dutyNews.count - mostNews) more of your duties changed",
          target: team.map { .duty($0, nil) })
      ]
    }
    return news + more + page.duties.map { row($0, isOff: page.offHours.contains($0.team), app) }
  }

  private static func row(_ duty: PlannedDuty, isOff: Bool, _ app: App) -> TodayRow {
    let isNow = duty.window.contains(app.now)
    let words = isOff ? "your duty for \(duty.team), off hours just now" : "you are on duty for \(duty.team)"
    let with = beside(duty, app.viewer.handle)
    return TodayRow(
      id: "duty \(duty.number)",
      sign: isNow ? Span(app.glyphs.current, Style(foreground: .cyan)) : Span(app.glyphs.bullet),
      text: isNow ? "\(words), \(with)" : "next for \(duty.team), \(with)",
      detail: duty.isChanged ? duty.changes.last.map(Self.words) ?? "" : "",
      when: isNow ? "until \(ClockText.day(duty.window.end, app))" : ClockText.day(duty.window.start, app),
      target: .duty(duty.team, duty.number))
  }

  private static func row(_ news: DutyNews, _ app: App) -> TodayRow {
    let duty = news.after ?? news.before
    return TodayRow(
      id: "duty news \(duty.map { "\($0.number)" } ?? "")", sign: Span("!", Style(foreground: .yellow, bold: true)),
      text: text(news, app), detail: news.after?.changes.last.map(words) ?? "",
      when: ClockText.day(news.start, app), isStrong: true,
      target: duty.map { .duty($0.team, news.after?.number) })
  }

  private static func text(_ news: DutyNews, _ app: App) -> String {
    let me = app.viewer.handle
    switch (news.before, news.after) {
    case (let before?, let after?) where before.people.contains(me) && after.people.contains(me):
      if before.window.start != after.window.start {
        return
          "your duty for \(after.team) moved from \(ClockText.day(before.window.start, app)), \(beside(after, me))"
      }
      if Set(before.people) == Set(after.people) {
        return
          "your duty for \(after.team), \(beside(after, me)), now ends \(ClockText.day(after.window.end, app)),"
          + " not \(ClockText.day(before.window.end, app))"
      }
      return "you are on for \(after.team) \(beside(after, me)), not \(beside(before, me))"
    case (_, let after?) where after.people.contains(me): return "you are on for \(after.team), \(beside(after, me))"
    case (_, let after?):
      return
        "you are no longer on for \(after.team): \(PairWords.sentence(after.people)) \(after.people.count > 1 ? "are" : "is")"
    case (let before?, nil): return "your duty for \(before.team), \(beside(before, me)), is no longer planned"
    case (nil, nil): return ""
    }
  }

  private static func beside(_ duty: PlannedDuty, _ me: Handle) -> String {
    let others = duty.people.filter { $0 != me }
    return others.isEmpty ? "alone" : "with \(others.map(\.text).joined(separator: " and "))"
  }

  private static func words(_ change: DutyChange) -> String {
    "\(change.to) \(change.from.map { "for \($0)" } ?? "as well"), by \(change.by)"
      + (change.reason.isEmpty ? "" : ": \(change.reason)")
  }
}
