import Domain
import Store

extension Demo {
  /// The two teams and the people, and what was changed about them.
  struct Cast: Sendable {
    /// The account of whoever looks on: ana's.
    let login: String

    /// A login that is no person's.
    static let ci: Who = "ci"

    private static let people: [(handle: String, name: String, team: String?)] = [
      ("ana", "Ana Sousa", "platform"),
      ("bo", "Bo Lindqvist", "platform"),
      ("cy", "Cyrus Rahimi", "platform"),
      ("dee", "Deepa Krishnan", "platform"),
      ("eli", "Elise Fournier", "platform"),
      ("fumi", "藤井 芙美", "platform"),
      ("gus", "Gustavo Muñoz", "platform"),
      ("hana", "Hana Dvořáková", "payments"),
      ("ivo", "Ivo Petrović", "payments"),
      ("jun", "김준", "payments"),
      // Support: told of every deploy, and now and then looking on.
      ("sam", "Samira Haddad", nil),
    ]

    func actor(_ who: Who) throws -> Actor {
      let typist = who.atTerminalOf ?? who.handle
      if who == Self.ci { return Actor(login: Self.ci.handle, uid: 990) }
      guard let place = Self.people.firstIndex(where: { $0.handle == typist }) else { throw Slip.noSuchPerson(typist) }
      return Actor(
        login: account(of: typist), uid: UInt32(1001 + place), person: Handle(typist),
        actingAs: who.atTerminalOf == nil ? nil : Handle(who.handle))
    }

    /// The handle is the login, but for ana's; somebody whose name the onlooker has got gives way.
    private func account(of handle: String) -> String {
      if handle == "ana" { return login }
      return handle == login ? handle + "-ops" : handle
    }

    func acts(on calendar: Calendar) -> [Act] {
      let dawn = calendar.instant(.week(-8, .monday, "08:05"))
      func act(_ moment: Moment, _ command: any Command) -> Act {
        Act(calendar.instant(moment), by: "ana", .command { _ in command })
      }
      var acts = teams(on: calendar).map { Act(dawn, by: "ana", .command { [team = $0] _ in AddTeam(team) }) }
      acts += Self.people.enumerated().map { index, one in
        let person = Person(
          handle: Handle(one.handle), name: one.name, login: account(of: one.handle),
          teams: one.team.map { [TeamName($0)] } ?? [])
        return Act(dawn + .minutes(Int64(2 + index)), by: "ana", .command { _ in AddPerson(person) })
      }
      acts.append(act(.week(-8, .tuesday, "16:10"), EditPerson("eli") { $0.name = "Élise Fournier" }))
      // Shorter hours: taken back when bo was surprised by them, and put back once he had been asked.
      acts.append(act(.week(-7, .friday, "15:02"), Self.shorterHours))
      acts.append(Act(calendar.instant(.week(-7, .friday, "15:09")), by: "ana", .undo))
      acts.append(Act(calendar.instant(.week(-7, .friday, "15:47")), by: "ana", .redo))
      acts.append(act(.week(-2, .friday, "11:20"), Self.quarterEnd(calendar)))
      return acts
    }

    private static let shorterHours = EditTeam(TeamName("platform")) { team in
      if let hours = WeeklyWindow("Mon-Fri 09:00-16:30") { team.hours = hours }
    }

    private static func quarterEnd(_ calendar: Calendar) -> EditTeam {
      let freeze = Freeze(
        from: calendar.date(3, .thursday), through: calendar.date(4, .monday), reason: "quarter end: payments settle")
      return EditTeam(TeamName("platform")) { $0.freezes.append(freeze) }
    }

    private func teams(on calendar: Calendar) -> [Team] {
      [
        Team(
          name: TeamName("platform"), timeZone: Calendar.zoneName,
          holidays: [Holiday(date: calendar.date(-5, .friday), name: "team day")]),
        Team(
          name: TeamName("payments"), kind: .application, timeZone: Calendar.zoneName,
          freezes: [
            Freeze(
              from: calendar.date(-4, .thursday), through: calendar.date(-4, .friday), reason: "card scheme's audit")
          ],
          environments: [
            Environment(name: "pay-staging", kind: .staging), Environment(name: "pay-prod", kind: .production),
          ]),
      ]
    }
  }
}

extension EditPerson {
  fileprivate init(_ handle: String, _ change: @escaping @Sendable (inout Person) -> Void) {
    self.init(Handle(handle), change: change)
  }
}
