import Domain
import Store
import Terminal

/// A line of the teams' list: a team, or somebody in it.
struct TeamRow: Identifiable, Sendable {
  enum Subject: Sendable {
    case team(Team, people: Int)
    /// In that team; nil for somebody who is in none.
    case person(Person, in: TeamName?)
  }

  var subject: Subject

  var id: String {
    switch subject {
    case .team(let team, _): "team \(team.name)"
    case .person(let person, let team): "person \(person.handle) \(team?.text ?? "")"
    }
  }

  var person: Person? { if case .person(let person, _) = subject { person } else { nil } }
  var team: Team? { if case .team(let team, _) = subject { team } else { nil } }
}

/// The teams, each with its people.
struct TeamsScreen: ListScreen {
  static let name = ScreenName("teams")

  var list = RowList<TeamRow>(columns) { row in
    switch row.subject {
    case .team(let team, _): "\(team.name) \(team.kind.rawValue) team \(team.timeZone)"
    case .person(let person, let team):
      "\(person.handle) \(person.name) \(person.login ?? "") \(team?.text ?? "")"
    }
  }

  private static let columns: [Column<TeamRow>] = [
    Column("team, person") { row, _, _ in
      switch row.subject {
      case .team(let team, _): Span(team.name.text, .bold)
      case .person(let person, _): Span("  \(person.handle)")
      }
    },
    Column("name", isFlexible: true) { row, _, _ in
      switch row.subject {
      case .team(let team, let count):
        Span("\(team.kind.rawValue) team, \(count == 1 ? "1 person" : "\(count) people")", .dim)
      case .person(let person, _): Span(person.name)
      }
    },
    Column("login, zone") { row, _, _ in
      switch row.subject {
      case .team(let team, _): Span(team.timeZone, .dim)
      case .person(let person, _): Span(person.login ?? "no login: never verified", .dim)
      }
    },
    Column("hours", expendable: 0) { row, _, _ in Span(row.team?.hours.text ?? "", .dim) },
    Column("environments", expendable: 1) { row, _, _ in
      Span(row.team.map { $0.environments.map(\.name).joined(separator: " ") } ?? "", .dim)
    },
  ]

  static func asks(_ question: any Question) -> Bool { question is TeamsQuestion }

  mutating func refresh(_ app: inout App) -> [Effect] { [app.read(TeamsQuestion())] }

  mutating func receive(_ reply: Reply, _ app: inout App) -> [Effect] {
    guard let (_, answer) = reply.to(TeamsQuestion.self) else { return [] }
    list.replace(Self.rows(answer.teams, answer.people))
    return []
  }

  private static func rows(_ teams: [Team], _ people: [Person]) -> [TeamRow] {
    var rows: [TeamRow] = []
    for team in teams {
      let members = people.filter { $0.teams.contains(team.name) }
      rows.append(TeamRow(subject: .team(team, people: members.count)))
      rows += members.map { TeamRow(subject: .person($0, in: team.name)) }
    }
    return rows + people.filter(\.teams.isEmpty).map { TeamRow(subject: .person($0, in: nil)) }
  }

  func emptyWords(_ app: App) -> String { "There is no team yet: n adds one." }

  mutating func openSelection(_ app: inout App) -> [Effect] {
    switch list.selected?.subject {
    case .team(let team, _): return app.open(TeamScreen(team.name))
    case .person(let person, _): return app.open(PersonScreen(person.handle))
    case nil: return []
    }
  }

  private func offerNew(_ app: inout App) -> [Effect] {
    let team: TeamName? =
      switch list.selected?.subject {
      case .team(let team, _): team.name
      case .person(_, let team): team
      case nil: nil
      }
    app.show(
      Menu(
        "add",
        [
          Menu.Item(key: "p", title: "a person", availability: .yes) { $0.open(PersonScreen(nil, team: team)) },
          Menu.Item(key: "t", title: "a team", availability: .yes) { $0.open(TeamScreen(nil)) },
        ]))
    return []
  }

  /// The people that are marked, else the selected one.
  private var chosenPeople: [Person] {
    var seen: Set<Handle> = []
    return list.chosen.compactMap(\.person).filter { seen.insert($0.handle).inserted }
  }

  private func putIntoTeam(_ app: inout App) -> [Effect] {
    let people = chosenPeople
    let names = (list.all ?? []).compactMap { $0.team?.name }
    let who = people.map(\.handle.text).joined(separator: ", ")
    app.show(
      Prompt(
        "which team are they in as well?", explanation: [who], needs: "a team is needed",
        suggestions: .names(names.map(\.text)), purpose: "into team", in: app,
        check: { text in names.contains { $0.text == text } ? nil : "there is no team \(text)" }
      ) { reply, draft, app in
        guard case .text(let name) = reply else { return [] }
        let write = StoreWrite(name: "people into team") { store, actor, now in
          try store.perform(
            EditPeople(people.map(\.handle)) { person in
              if !person.teams.contains(TeamName(name)) { person.teams.append(TeamName(name)) }
            }, by: actor, at: now)
          return "\(who) \(people.count == 1 ? "is" : "are") in \(name)"
        }
        return [app.write(write, draft: draft)]
      })
    return []
  }

  static let commands: [Command] = [
    .on(
      TeamsScreen.self, "teams.open", ["Enter"], "Open the team or person, to change it", label: "open", rank: 10,
      when: { screen, _ in screen.list.selected == nil ? .no("there is nobody here") : .yes }
    ) { $0.openSelection(&$1) },
    .on(TeamsScreen.self, "teams.new", ["n"], "Add a person or a team", label: "new", rank: 20) { $0.offerNew(&$1) },
    .on(
      TeamsScreen.self, "teams.put", ["T"], "Put the marked people, else the selected one, into a team as well",
      label: "into team", rank: 30,
      when: { screen, _ in screen.chosenPeople.isEmpty ? .no("no person is marked or selected") : .yes }
    ) { $0.putIntoTeam(&$1) },
  ]
}

/// All teams and all people.
struct TeamsQuestion: Question {
  struct Answer: Sendable {
    var teams: [Team]
    var people: [Person]
  }

  func answer(from backend: any Backend) throws -> Answer {
    try backend.onStore { store, _, _ in
      try store.read { Answer(teams: try $0.teams(), people: try $0.people()) }
    }
  }
}
