/// What duties ask of people.
extension Measuring {
  /// Minutes of everybody who was on; of two on duty for an hour it is two.
  private func minutes(on period: DutyWindow) -> Int {
    facts.duties.reduce(0) { sum, duty in
      guard let part = duty.window.common(with: period) else { return sum }
      let worked = facts.worked(part).reduce(0) { $0 + $1.milliseconds }
      return sum + Int(worked / 60_000) * duty.people.firstOfEach.count
    }
  }

  private func isOnDuty(_ entry: ToilEntry) -> Bool {
    facts.duties.contains { $0.window.contains(entry.at) && $0.people.contains(entry.person) }
  }

  var toilShare: Figure {
    let logged = facts.toil.filter { isInWindow($0.at) }
    let own = logged.filter(isOnDuty)
    let onDuty = minutes(on: window.period)
    let toil = own.reduce(0) { $0 + $1.minutes }
    let byPerson = Dictionary(grouping: own, by: \.person).sorted { $0.key < $1.key }
    return Figure(
      .toilShare, .share(toil, of: onDuty), n: facts.duties.count { $0.window.overlaps(window.period) },
      parts: [
        Figure.Part("entries", own.count), Figure.Part("toilMinutes", toil), Figure.Part("dutyMinutes", onDuty),
        Figure.Part("minutesOffDuty", logged.reduce(0) { $0 + $1.minutes } - toil),
      ],
      counted: byPerson.map { person, entries in
        Counted(
          .person(person), person.text, took: .minutes(Int64(entries.reduce(0) { $0 + $1.minutes })),
          words: "\(entries.count) \(entries.count == 1 ? "entry" : "entries")")
      },
      trend: window.stretches.map { stretch in
        let all = minutes(on: stretch)
        guard all > 0 else { return nil }
        let part = own.filter { stretch.contains($0.at) }.reduce(0) { $0 + $1.minutes }
        return Double(part) * 100 / Double(all)
      })
  }

  var pairLoad: Figure {
    guard let fairness = facts.fairness, !fairness.loads.isEmpty else { return Figure(.pairLoad, nil, n: 0) }
    let duties = facts.duties.count { window.period.contains($0.window.start) }
    return Figure(
      .pairLoad, .spread(fairness.spread), n: duties,
      parts: [Figure.Part("people", fairness.loads.count)],
      counted: fairness.loads.map { load in
        let share = (load.share * 10).rounded() / 10
        return Counted(
          .person(load.who), load.who.text, isHit: load.surplus > 0, took: load.time,
          words: "\(load.duties) duties, share \(share)")
      },
      trend: counts(facts.duties.map(\.window.start)))
  }
}
