import Domain
import Store
import Terminal

/// Changes what a team's duties are planned from. The duties themselves stay as they are until somebody plans anew.
enum RosterChanges {
  static func add(to page: RosterPage, _ app: inout App) -> [Effect] {
    let duties = TeamDutiesPage(
      team: page.team, zone: page.planning.zone, duties: [], planning: page.planning, problems: [])
    app.show(
      Menu(
        "what is to be added?",
        [
          Menu.Item(key: "1", title: "somebody in the rotation", availability: .yes) { member(nil, page, &$0) },
          Menu.Item(key: "2", title: "two who are never on together", availability: two(page)) {
            rule(.never, nil, page, &$0)
          },
          Menu.Item(key: "3", title: "two who are best on together", availability: two(page)) {
            rule(.prefer, nil, page, &$0)
          },
          Menu.Item(key: "4", title: "somebody is away", availability: one(page)) { app in
            AbsencePrompt.show(duties, who: app.viewer.handle, nil, &app)
          },
        ]))
    return []
  }

  private static func one(_ page: RosterPage) -> Availability {
    page.planning.members.isEmpty ? .no("nobody is in the rotation yet") : .yes
  }

  private static func two(_ page: RosterPage) -> Availability {
    page.planning.members.count < 2 ? .no("a rule is about two people of the rotation") : .yes
  }

  static func member(_ old: RosterMember?, _ page: RosterPage, _ app: inout App) -> [Effect] {
    let known = Set(page.people.map(\.handle))
    let outside = page.people.map(\.handle).filter { who in !page.planning.members.contains { $0.who == who } }
    app.show(
      Prompt(
        old.map { "\($0.who) in the rotation" } ?? "who is to be in the rotation of team \(page.team)?",
        explanation: [
          "As in ana veteran from 2026-12-01 until 2027-06-30 most 3: novice, regular or veteran; first and last day; "
            + "how many duties in any 28 days at most. What is left out is open."
        ], needs: "a handle is needed", suggestions: old == nil ? .names(outside.map(\.text)) : [],
        initial: old.map { TypedMember.text($0) } ?? "", purpose: "member \(old?.who.text ?? "")", in: app,
        check: { text in
          do throws(TypedMember.Problem) {
            let who = try TypedMember(text).member.who
            if let old, old.who != who { return "this line is about \(old.who): n puts somebody else in" }
            return known.contains(who) ? nil : "there is nobody called \(who): `prodpair person add \(who)` adds them"
          } catch {
            return "\(error)"
          }
        }
      ) { reply, draft, app in
        guard case .text(let text) = reply, let typed = try? TypedMember(text) else { return [] }
        let (member, team) = (typed.member, page.team)
        return [
          app.write(
            StoreWrite(name: DutyChanges.write) { store, actor, now in
              try store.perform(SetRosterMembers([member.who], of: team) { $0 = member }, by: actor, at: now)
              return "\(member.who) is in the rotation of team \(team): P plans with them"
            }, draft: draft)
        ]
      })
    return []
  }

  static func rule(_ kind: PairRule.Kind, _ old: PairRule?, _ page: RosterPage, _ app: inout App) -> [Effect] {
    let members = Set(page.planning.members.map(\.who))
    let words = kind == .never ? "who are never on together" : "who are best on together"
    app.show(
      Prompt(
        "\(words), and why?", explanation: ["As in ana bo one of them has to be on site: two handles, and why."],
        needs: "two handles are needed", suggestions: .names(members.map(\.text).sorted()),
        initial: old.map { "\($0.pair.first) \($0.pair.second) \($0.reason)" } ?? "",
        purpose: old.map { "rule \($0.pair.first) \($0.pair.second)" } ?? "rule", in: app,
        check: { text in
          let people = text.split(separator: " ").prefix(2).map { Handle(String($0)) }
          guard people.count == 2 else { return "two handles are needed" }
          if people[0] == people[1] { return "a rule is about two people" }
          if let old, DutyPair(people[0], people[1]) != old.pair {
            return "this line is about \(old.pair.first) and \(old.pair.second): x takes it away, n adds another"
          }
          return people.first { !members.contains($0) }.map { "\($0) is not in the rotation of team \(page.team)" }
        }
      ) { reply, draft, app in
        guard case .text(let text) = reply else { return [] }
        let words = text.split(separator: " ").map(String.init)
        guard words.count >= 2 else { return [] }
        let rule = PairRule(
          kind, DutyPair(Handle(words[0]), Handle(words[1])), reason: words.dropFirst(2).joined(separator: " "))
        let team = page.team
        return [
          app.write(
            StoreWrite(name: DutyChanges.write) { store, actor, now in
              let hits = try store.perform(AddPairRule(rule, of: team), by: actor, at: now)
              let duties = hits.map { "\($0.number)" }.joined(separator: ", ")
              return hits.isEmpty
                ? "the rule holds from the next plan on"
                : "the rule holds; they are on together still in \(duties): P plans anew"
            }, draft: draft)
        ]
      })
    return []
  }

  static func rota(_ pattern: DutyPattern, _ page: RosterPage, _ app: inout App) -> [Effect] {
    app.show(
      Prompt(
        "when does the pair of team \(page.team) hand over?",
        explanation: [
          "As in weekly Mon 10:00, or weekly Mon 10:00, Fri 10:00, or daily 08:00, 20:00, or every 14 days from "
            + "2026-12-07 10:00; with in working hours after it where nobody is on at night."
        ], needs: "a pattern is needed", initial: pattern.text, purpose: "rota", in: app,
        check: { text in
          do throws(DutyPatternProblem) {
            _ = try DutyPattern(typed: text)
            return nil
          } catch {
            return "\(error)"
          }
        }
      ) { reply, draft, app in
        guard case .text(let text) = reply, let pattern = try? DutyPattern(typed: text) else { return [] }
        let team = page.team
        return [
          app.write(
            StoreWrite(name: DutyChanges.write) { store, actor, now in
              try store.perform(SetRota(pattern, of: team), by: actor, at: now)
              return "the pair hands over \(pattern.text) from the next plan on"
            }, draft: draft)
        ]
      })
    return []
  }

  /// Asks first: it goes for all, though `u` brings it back.
  static func remove(_ row: RosterRow, _ page: RosterPage, _ app: inout App) -> [Effect] {
    let team = page.team
    let (question, yes): (String, String)
    let body: @Sendable (Store, Actor, Instant) throws -> String
    switch row.content {
    case .rota: return []
    case .member(let member, _, _):
      (question, yes) = ("Take \(member.who) out of the rotation of team \(team)?", "take out")
      body = { store, actor, now in
        let hits = try store.perform(RemoveRosterMember(member.who, from: team), by: actor, at: now)
        return "\(member.who) is out of the rotation" + (hits.isEmpty ? "" : ", and on duty still: P plans anew")
      }
    case .rule(let rule):
      (question, yes) = ("Take the rule about \(rule.pair.first) and \(rule.pair.second) away?", "take it away")
      body = { store, actor, now in
        try store.perform(RemovePairRule(rule.pair, of: team), by: actor, at: now)
        return "the rule about \(rule.pair.first) and \(rule.pair.second) is gone"
      }
    case .absence(let absence):
      (question, yes) = ("Is \(absence.absence.who) there after all?", "there after all")
      body = { store, actor, now in
        try store.perform(RemoveAbsence(absence.number), by: actor, at: now)
        return "\(absence.absence.who) is there after all"
      }
    }
    app.show(
      Confirmation(
        question: question,
        details: row.kind == "rotation" ? ["Whoever leaves has a last day: Enter on the line, and until DATE."] : [],
        yes: yes
      ) { app in [app.write(StoreWrite(name: DutyChanges.write, body))] })
    return []
  }
}
