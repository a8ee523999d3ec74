import Domain
import Store
import Terminal

/// Asks who is away, and when: `ana 2026-12-20..2026-12-27 skiing`.
enum AbsencePrompt {
  static func show(_ page: TeamDutiesPage, who: Handle, _ window: DutyWindow?, _ app: inout App) -> [Effect] {
    let (zone, now) = (page.zone, app.now)
    let initial = window.map { "\(who) \(DutySpan.text($0, in: zone)) " } ?? "\(who) "
    app.show(
      Prompt(
        "who is away, and when?",
        explanation: [
          "As in ana 2026-12-20..2026-12-27 skiing: a handle, one day or two, both included, and why. Times are \(zone.name)'s."
        ], needs: "a handle and a day are needed", suggestions: .names(page.planning.members.map(\.who.text)),
        initial: initial, purpose: "absence", in: app,
        check: { text in
          do {
            _ = try absence(text, page, now)
            return nil
          } catch {
            return "\(error)"
          }
        }
      ) { reply, draft, app in
        guard case .text(let text) = reply, let absence = try? absence(text, page, now) else { return [] }
        return [
          app.write(
            StoreWrite(name: DutyChanges.write) { store, actor, now in
              let (_, hits) = try store.perform(AddAbsence(absence), by: actor, at: now)
              let duties = hits.map { "\($0.number)" }.joined(separator: ", ")
              return hits.isEmpty
                ? "\(absence.who) is away"
                : "\(absence.who) is away, and on in duty \(duties): r puts somebody else on, P plans anew"
            }, draft: draft)
        ]
      })
    return []
  }

  private static func absence(
    _ text: String, _ page: TeamDutiesPage, _ now: Instant
  ) throws(DutyChangeRefusal) -> Absence {
    let typed = TypedSpan(text)
    guard let who = typed.before.first.map({ Handle($0) }), typed.before.count == 1 else {
      throw .textMissing("who is away, as in ana 2026-12-20..2026-12-27")
    }
    guard page.planning.members.contains(where: { $0.who == who }) else { throw .notInRotation(who, page.team) }
    let window = try DutySpan.window(typed.span, in: page.zone, now: now)
    guard window.end > now else { throw .absenceOver(who) }
    return Absence(who, window, reason: typed.after.joined(separator: " "))
  }
}

/// A line with a span of time in it: the words before, the span, the words after.
struct TypedSpan: Hashable, Sendable {
  var before: [String]
  var span: String
  var after: [String]

  init(_ text: String) {
    let words = text.split(separator: " ").map(String.init)
    let isTime: (String) -> Bool = { word in
      word.first?.isNumber == true && word.allSatisfy { $0.isNumber || "-:.TZ+".contains($0) }
    }
    let first = words.firstIndex(where: isTime) ?? words.endIndex
    let end = words[first...].firstIndex { !isTime($0) } ?? words.endIndex
    before = Array(words[..<first])
    span = words[first..<end].joined(separator: " ")
    after = Array(words[end...])
  }
}
