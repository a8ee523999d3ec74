import ArgumentParser
import Domain
import Exchange
import Store

/// `person`: who works here, and under which login.
struct PersonCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "person",
    abstract: "People: their handle, name, login, teams, and how they are reached.",
    discussion: """
      The login is what makes a confirmation verified: it is the name of the account that the person really logs in \
      with. Where two share one login, nothing that they do can be told apart.
      """,
    subcommands: [Add.self, List.self, Show.self, Edit.self])

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "add", abstract: "Add a person.")

    @OptionGroup var acting: ActingOptions

    @Option(help: ArgumentHelp("The name that the record shows; else the handle.", valueName: "name"))
    var name: String?

    @Option(help: ArgumentHelp("The person's own login on this machine.", valueName: "login"))
    var login: String?

    @Option(
      name: .customLong("team"),
      help: ArgumentHelp("A team; may be repeated. With one team it can be left out.", valueName: "name"),
      completion: Completions.teams)
    var teams: [TeamName] = []

    @OptionGroup var reaching: ContactOptions

    @Argument(help: "The short name, as in ana.")
    var handle: Handle

    func run() throws {
      let session = try acting.session()
      let teams = try teams.isEmpty ? session.store.read { [try $0.team(orOnly: nil).name] } : teams
      try session.perform(
        AddPerson(
          Person(handle: handle, name: name ?? handle.text, login: login, teams: teams, contact: reaching.contact)))
      try Output.text("added \(handle)")
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the people.")

    @OptionGroup var reading: ReadingOptions

    @Option(help: ArgumentHelp("Only this team's.", valueName: "name"), completion: Completions.teams)
    var team: TeamName?

    func run() throws {
      let people = try reading.store.open().read { reader in
        let name = try team.map { try reader.team($0).name }
        return try reader.people().filter { name == nil || $0.teams.contains { $0 == name } }
      }
      if reading.isJSON { return try Output.json(PersonJSON.list(people)) }
      if people.isEmpty { Output.note("no people yet: prodpair person add HANDLE --name NAME --login LOGIN") }
      try Output.text(PersonText.list(people))
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "Show one person.")

    @OptionGroup var reading: ReadingOptions

    @Argument(help: "The person's handle.", completion: Completions.people)
    var handle: Handle

    func run() throws {
      let person = try reading.store.open().read { try $0.person(handle) }
      if reading.isJSON { return try Output.json(PersonJSON.show(person)) }
      try Output.text(PersonText.show(person))
    }
  }

  struct Edit: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "edit",
      abstract: "Change a person's name, login or teams, or how they are reached.",
      discussion: "The handle stays: it is on the record.")

    @OptionGroup var acting: ActingOptions

    @Option(help: ArgumentHelp("Another name.", valueName: "name"))
    var name: String?

    @Option(help: ArgumentHelp("Another login.", valueName: "login"))
    var login: String?

    @Flag(name: .customLong("no-login"), help: "Take the login away.")
    var losesLogin = false

    @Option(
      name: .customLong("team"), help: ArgumentHelp("Another team as well; may be repeated.", valueName: "name"),
      completion: Completions.teams)
    var teams: [TeamName] = []

    @Option(
      name: .customLong("no-team"), help: ArgumentHelp("Leave a team; may be repeated.", valueName: "name"),
      completion: Completions.teams)
    var formerTeams: [TeamName] = []

    @OptionGroup var reaching: ContactOptions
    @OptionGroup var former: FormerContactOptions

    @Argument(help: "The person's handle.", completion: Completions.people)
    var handle: Handle

    func validate() throws {
      if login != nil, losesLogin { throw ValidationError("--login gives the login that --no-login takes away") }
      try former.check(against: reaching)
    }

    func run() throws {
      if name == nil, login == nil, !losesLogin, teams.isEmpty, formerTeams.isEmpty, reaching.isEmpty, former.isEmpty {
        throw CommandLineError.nothingToChange("--name, --login, --team, --mail, --call or --timezone")
      }
      let session = try acting.session()
      try session.store.read { reader in for team in formerTeams { _ = try reader.team(team) } }
      try session.perform(EditPerson(handle, change: change))
      try Output.text("changed \(handle)")
    }

    private var change: @Sendable (inout Person) throws -> Void {
      let (name, login, losesLogin, teams, formerTeams) = (name, login, losesLogin, teams, formerTeams)
      let contact = ContactChange(reaching, takingAway: former)
      return { person in
        if let name { person.name = name }
        if let login { person.login = login }
        if losesLogin { person.login = nil }
        person.teams.removeAll { formerTeams.contains($0) }
        person.teams += teams.filter { !person.teams.contains($0) }
        contact.apply(to: &person.contact)
      }
    }
  }
}
