/// What becomes of what was learned.
extension Measuring {
  var lessonLatency: Figure {
    let folded = facts.lessons.filter { isInWindow($0.foldedAt) }.map { lesson in
      Counted(
        .lesson(lesson.number), lesson.text, at: lesson.foldedAt,
        took: lesson.foldedAt.map { max(.zero, $0 - lesson.surprisedAt) })
    }
    let open = facts.lessons.filter { $0.isOpen && $0.at < window.period.end }.map { lesson in
      Counted(.lesson(lesson.number), lesson.text, at: lesson.at, isPending: true, words: "open")
    }
    return times(.lessonLatency, open + folded)
  }

  /// Of the lessons that stand in a version before the window's end, those whose trouble came back in it, after that
  /// version: a lesson says so of an earlier one, an incident of a lesson, or of an incident that a lesson came from.
  var recurrence: Figure {
    let folded = facts.lessons.filter { lesson in lesson.foldedAt.map { $0 < window.period.end } ?? false }
    var byIncident: [Int: [MeasuredLesson]] = [:]
    for lesson in folded { if let incident = lesson.incident { byIncident[incident, default: []].append(lesson) } }
    let byNumber = Dictionary(folded.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
    var again: [LessonNumber: [(at: Instant, words: String)]] = [:]
    func comeBack(_ lesson: MeasuredLesson?, _ at: Instant, _ words: String) {
      guard let lesson, let foldedAt = lesson.foldedAt, at > foldedAt, isInWindow(at) else { return }
      again[lesson.number, default: []].append((at, words))
    }
    for lesson in facts.lessons {
      guard let earlier = lesson.recurrenceOf else { continue }
      comeBack(byNumber[earlier], lesson.at, "lesson \(lesson.number)")
    }
    for found in facts.recurrences {
      switch found.origin {
      case .lesson(let number): comeBack(byNumber[number], found.beganAt, "incident \(found.incident)")
      case .incident(let number):
        for lesson in byIncident[number.value] ?? [] { comeBack(lesson, found.beganAt, "incident \(found.incident)") }
      }
    }
    let counted = folded.map { lesson in
      let times = again[lesson.number] ?? []
      return Counted(
        .lesson(lesson.number), lesson.text, at: times.map(\.at).min() ?? lesson.foldedAt, isHit: !times.isEmpty,
        words: times.isEmpty ? "" : "again: " + times.map(\.words).firstOfEach.joined(separator: ", "))
    }
    return Figure(
      .recurrence, .share(again.count, of: folded.count), n: folded.count,
      parts: [Figure.Part("times", again.values.reduce(0) { $0 + $1.count })],
      counted: counted.filter(\.isHit) + counted.filter { !$0.isHit },
      trend: counts(again.values.flatMap { $0.map(\.at) }))
  }

  /// Retros whose day lies in the window. One that is not reviewed, and whose day is not over, is pending.
  var retroLateness: Figure {
    let today = CivilTime(now, in: window.zone).isoDate
    var openPastDue = 0
    var daysLate: [Int] = []
    let counted = facts.retros.compactMap { retro -> Counted? in
      guard let due = retro.due, let day = CivilTime(date: due), window.firstDay <= due else { return nil }
      // One that is still to come belongs to a window that reaches today.
      guard due <= window.lastDay || window.lastDay == today && retro.reviewedAt == nil else { return nil }
      let at = Instant(day: day, minute: 0, in: window.zone)
      let reviewed = retro.reviewedAt.map { CivilTime($0, in: window.zone).isoDate }
      if reviewed == nil, due >= today {
        return Counted(.retro(retro.number), retro.title, at: at, isPending: true, words: "due \(due)")
      }
      let isLate = (reviewed ?? today) > due
      if reviewed == nil { openPastDue += 1 }
      if isLate, let end = CivilTime(date: reviewed ?? today) {
        daysLate.append(Int((end.secondsAsUTC - day.secondsAsUTC) / 86_400))
      }
      return Counted(
        .retro(retro.number), retro.title, at: at, isHit: isLate,
        words: reviewed.map { "due \(due), reviewed \($0)" } ?? "due \(due), open")
    }
    return share(
      .retroLateness, counted,
      parts: [
        Figure.Part("openPastDue", openPastDue), Figure.Part("medianDaysLate", daysLate.sorted().quantile(0.5) ?? 0),
      ])
  }
}
