import Domain
import Store
import Terminal

/// Takes, swaps, replacements and absences by two keys each: one for what, one for whom. All can be undone.
enum DutyChanges {
  /// What such a write is called, so that a screen knows it again.
  static let write = "duty change"

  // MARK: Take and replace

  /// The viewer takes a place: the one that is missing, or somebody's.
  static func take(_ duty: PlannedDuty?, _ page: TeamDutiesPage?, _ app: inout App) -> [Effect] {
    guard let duty, let page, let me = person(&app) else { return [] }
    if duty.people.contains(me) { return refuse("you are on in duty \(duty.number) already", &app) }
    let obstacle = page.planning.refusal([me], in: duty.window.rest(at: app.now), of: page.team)
    if let obstacle { return refuse("\(obstacle)", &app) }
    guard !duty.isGap else { return [put(me, for: nil, in: duty, &app)] }
    let items = duty.people.enumerated().map { index, from in
      Menu.Item(
        key: Menu.letter(index), title: "\(from)'s place, beside \(partners(duty, without: from))", availability: .yes
      ) { app in [put(me, for: from, in: duty, &app)] }
    }
    app.show(Menu("take which place in duty \(duty.number), \(time(duty, app))?", items))
    return []
  }

  /// Somebody else takes a place. Whose it is goes without asking where it is one's own, or that of who is away.
  static func replace(_ duty: PlannedDuty?, _ page: TeamDutiesPage?, _ app: inout App) -> [Effect] {
    guard let duty, let page else { return [] }
    if duty.isGap { return chooseStandIn(for: nil, in: duty, page, &app) }
    let window = duty.window.rest(at: app.now)
    let away = duty.people.filter { who in
      page.planning.absences.contains { $0.who == who && $0.window.overlaps(window) }
    }
    if away.count == 1 { return chooseStandIn(for: away.first, in: duty, page, &app) }
    if away.isEmpty, duty.people.contains(app.viewer.handle) {
      return chooseStandIn(for: app.viewer.handle, in: duty, page, &app)
    }
    let items = duty.people.enumerated().map { index, from in
      Menu.Item(key: Menu.letter(index), title: "\(from)'s place", availability: .yes) { app in
        chooseStandIn(for: from, in: duty, page, &app)
      }
    }
    app.show(Menu("whose place in duty \(duty.number), \(time(duty, app))?", items))
    return []
  }

  private static func chooseStandIn(
    for from: Handle?, in duty: PlannedDuty, _ page: TeamDutiesPage, _ app: inout App
  ) -> [Effect] {
    let items = standIns(for: from, in: duty, page, app) { put($0, for: from, in: duty, &$1) }
    guard !items.isEmpty else { return refuse("nobody else is in the rotation of team \(page.team)", &app) }
    let whose = from.map { "instead of \($0)" } ?? "as well"
    app.show(Menu("who is on \(whose) in duty \(duty.number), \(time(duty, app))?", items))
    return []
  }

  /// Everybody of the rotation who is not on in it, the best first; who can't be says why.
  private static func standIns(
    for from: Handle?, in duty: PlannedDuty, _ page: TeamDutiesPage, _ app: App,
    _ take: @escaping @Sendable (Handle, inout App) -> Effect
  ) -> [Menu.Item] {
    let partner = partners(duty, without: from)
    return page.standIns(at: app.now).candidates(for: from, in: duty).enumerated().map { index, candidate in
      Menu.Item(
        key: Menu.letter(index), title: "\(candidate.who)  \(remark(candidate, partner, app))",
        availability: candidate.obstacle.map { .no($0.reason) } ?? .yes
      ) { app in [take(candidate.who, &app)] }
    }
  }

  private static func remark(_ candidate: DutyStandIns.Candidate, _ partner: String, _ app: App) -> String {
    guard candidate.obstacle == nil else { return "" }
    let load = candidate.load == 1 ? "1 duty" : "\(candidate.load) duties"
    let elsewhere = candidate.isOnElsewhere ? ", on for another team then" : ""
    let together = candidate.lastTogether.map { "last with \(partner) until \(ClockText.date($0, app))" }
    return "\(load) in the four weeks around\(elsewhere), \(together ?? "never yet with \(partner)")"
  }

  private static func put(_ to: Handle, for from: Handle?, in duty: PlannedDuty, _ app: inout App) -> Effect {
    let (number, instead) = (duty.number, from.map { " instead of \($0)" } ?? "")
    return app.write(
      StoreWrite(name: write) { store, actor, now in
        let changed = try store.perform(ReplaceOnDuty(number, from: from, to: to), by: actor, at: now)
        let cut = changed.number == number ? "" : " from now on"
        return "\(to) is on\(instead) in duty \(changed.number)\(cut)"
      })
  }

  // MARK: Swap

  static func swap(_ duty: PlannedDuty?, _ page: TeamDutiesPage?, _ app: inout App) -> [Effect] {
    guard let duty, let page, let me = person(&app) else { return [] }
    let swaps = page.standIns(at: app.now).swaps(of: me, about: duty)
    let isMine = duty.people.contains(me)
    guard !swaps.isEmpty else {
      return refuse(
        isMine
          ? "nobody can swap with you: all who could are away, kept apart by a rule, or on already; r puts one on"
          : "you have no duty to swap for this one; t takes a place in it", &app)
    }
    let items = swaps.enumerated().map { index, swap in
      let other = isMine ? swap.theirs : swap.mine
      let title =
        isMine
        ? "\(swap.with)'s place in duty \(other.number), \(time(other, app)), beside \(partners(other, without: swap.with))"
        : "\(swap.with)'s place here for yours in duty \(other.number), \(time(other, app))"
      return Menu.Item(key: Menu.letter(index), title: title, availability: .yes) { app in
        let (mine, theirs, with) = (swap.mine.number, swap.theirs.number, swap.with)
        return [
          app.write(
            StoreWrite(name: write) { store, actor, now in
              try store.perform(SwapDuties(mine, of: me, for: theirs, of: with), by: actor, at: now)
              return "you and \(with) swapped duties \(mine) and \(theirs)"
            })
        ]
      }
    }
    app.show(Menu(isMine ? "your place in duty \(duty.number) for which?" : "swap for duty \(duty.number)", items))
    return []
  }

  // MARK: Out

  static func out(_ duty: PlannedDuty?, _ page: TeamDutiesPage?, _ app: inout App) -> [Effect] {
    guard let duty, let page else { return [] }
    let window = duty.window.rest(at: app.now)
    var items = duty.people.enumerated().map { index, who in
      let title = "\(who) is away for \(duty.window.contains(app.now) ? "the rest of it" : "all of it")"
      return Menu.Item(key: Menu.letter(index), title: title, availability: .yes) { app in
        chooseStandIn(for: Absence(who, window), in: duty, page, &app)
      }
    }
    items.append(
      Menu.Item(key: "t", title: "somebody else, or another time: type it", availability: .yes) { app in
        AbsencePrompt.show(page, who: app.viewer.handle, window, &app)
      })
    app.show(Menu("who is away in duty \(duty.number), \(time(duty, app))?", items))
    return []
  }

  /// Whoever is away leaves a place; whose it becomes is one action with it.
  private static func chooseStandIn(
    for absence: Absence, in duty: PlannedDuty, _ page: TeamDutiesPage, _ app: inout App
  ) -> [Effect] {
    let number = duty.number
    var items = standIns(for: absence.who, in: duty, page, app) { who, app in
      app.write(
        StoreWrite(name: write) { store, actor, now in
          let changed = try store.perform(StandIn(for: absence, in: number, by: who), by: actor, at: now)
          return "\(absence.who) is away, and \(who) on in duty \(changed.number)"
        })
    }
    items.append(
      Menu.Item(key: "0", title: "nobody yet: the place stays open", availability: .yes) { app in
        [
          app.write(
            StoreWrite(name: write) { store, actor, now in
              try store.perform(AddAbsence(absence), by: actor, at: now)
              return "\(absence.who) is away, and nobody on instead yet: r puts somebody on"
            })
        ]
      })
    app.show(Menu("who is on instead of \(absence.who) in duty \(duty.number), \(time(duty, app))?", items))
    return []
  }

  // MARK: Words

  private static func person(_ app: inout App) -> Handle? {
    guard app.viewer.isPerson else {
      app.say("your login \(app.viewer.account) is nobody's here: g p gives it to a person", .refusal)
      return nil
    }
    return app.viewer.handle
  }

  private static func refuse(_ words: String, _ app: inout App) -> [Effect] {
    app.say(words, .refusal)
    return []
  }

  private static func partners(_ duty: PlannedDuty, without who: Handle?) -> String {
    PairWords.sentence(duty.people.filter { $0 != who })
  }

  private static func time(_ duty: PlannedDuty, _ app: App) -> String {
    duty.window.contains(app.now)
      ? "until \(ClockText.day(duty.window.end, app))" : "from \(ClockText.day(duty.window.start, app))"
  }
}

// MARK: Release

extension DutyChanges {
  /// Asks whether a duty that was set by hand goes back to the plan.
  static func release(_ duty: PlannedDuty?, _ app: inout App) -> [Effect] {
    guard let duty else { return [] }
    let number = duty.number
    let people = PairWords.sentence(duty.people)
    app.show(
      Confirmation(
        question: "Give duty \(number) of \(people) back to the plan?",
        details: [
          duty.window.start > app.now
            ? "It stays as it is until the next plan, which may change it."
            : "They stay on to the next hand-over; the next plan may change what comes after it."
        ], yes: "release it"
      ) { app in
        [
          app.write(
            StoreWrite(name: write) { store, actor, now in
              try store.perform(ReleaseDuty(number), by: actor, at: now)
              return "duty \(number) is the plan's again: P plans anew"
            })
        ]
      })
    return []
  }
}
