import Domain
import Store
import Terminal

/// Asks for a pair from when to when: `2026-12-24..2026-12-26 ana bo at home that week`.
enum SetDutyPrompt {
  static func show(_ window: DutyWindow?, _ page: TeamDutiesPage?, _ app: inout App) -> [Effect] {
    guard let page else { return [] }
    let (zone, now) = (page.zone, app.now)
    let ahead = window.flatMap { stillToCome($0, now) }
    app.show(
      Prompt(
        "who is on, from when to when?",
        explanation: [
          "As in 2026-12-24..2026-12-26 ana bo they offered: a day or two, or two times, the two, and why. "
            + "Planned duties make way for it, and no plan changes it later. Times are \(zone.name)'s."
        ], needs: "days and two handles are needed",
        suggestions: .names(page.planning.members.map(\.who.text)),
        initial: ahead.map { "\(DutySpan.text($0, in: zone)) " } ?? "", purpose: "set duty", in: app,
        check: { text in
          do throws(DutyChangeRefusal) {
            _ = try typedDuty(text, page, now)
            return nil
          } catch {
            return error.reason
          }
        }
      ) { reply, draft, app in
        guard case .text(let text) = reply, let command = try? typedDuty(text, page, now) else { return [] }
        return [
          app.write(
            StoreWrite(name: DutyChanges.write) { store, actor, now in
              let duty = try store.perform(command, by: actor, at: now)
              let later = duty.window.start > command.window.start ? " from now on: what is over stays as it was" : ""
              return
                "duty \(duty.number) is \(PairWords.sentence(duty.people))'s, set by hand\(later)"
            }, draft: draft)
        ]
      })
    return []
  }

  /// What of a window one can still set by hand, from a full five minutes on that leave time to type.
  private static func stillToCome(_ window: DutyWindow, _ now: Instant) -> DutyWindow? {
    let grain: Int64 = 300_000
    let soonest = Instant(milliseconds: ((now.milliseconds + grain - 1) / grain + 1) * grain)
    let start = window.start > now ? window.start : soonest
    return start < window.end ? DutyWindow(start: start, end: window.end) : nil
  }

  private static func typedDuty(
    _ text: String, _ page: TeamDutiesPage, _ now: Instant
  ) throws(DutyChangeRefusal) -> SetDuty {
    let typed = TypedSpan(text)
    let people = typed.after.prefix(2).map { Handle($0) }
    guard typed.before.isEmpty, !typed.span.isEmpty else { throw .dateUnreadable(typed.before.joined(separator: " ")) }
    guard people.count == 2 else { throw .notAPair(people.count) }
    guard people[0] != people[1] else { throw .twice(people[0]) }
    let window = try DutySpan.window(typed.span, in: page.zone, now: now)
    guard window.end > now else { throw .past("that time") }
    let hasBegun = page.duties.contains { $0.window.start < now && $0.window.overlaps(window) }
    if window.start < now, hasBegun { throw .past("its beginning") }
    if let refusal = page.planning.refusal(people, in: window, of: page.team) { throw refusal }
    return SetDuty(page.team, window, people, reason: typed.after.dropFirst(2).joined(separator: " "))
  }
}
