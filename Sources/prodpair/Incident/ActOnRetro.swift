import ArgumentParser
import Domain
import Exchange
import Store
import Workflow

extension IncidentCommands {
  /// `incident action`.
  struct ActOnRetro: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "action", abstract: "Have somebody do something about an incident: an item of a backlog.",
      usage: """
        prodpair incident action <incident> <title> --kind prevent --owner bo --due 2026-11-30 [<options>]
        prodpair incident action <incident> --item <item> --kind detect [<options>]
        prodpair incident action --retro <number> <title> --kind process [<options>]
        prodpair incident action <incident> --remove <item>
        """,
      discussion: """
        Prints the item's number alone. The incident's retro is opened where there is none. With --question it stands for \
        an answer, once it has an owner and a date. --remove says that an item is no action of it after all; the item \
        stays.
        """)

    @OptionGroup var acting: ActingOptions

    @Option(help: ArgumentHelp("The retro by its own number, in the place of the incident.", valueName: "number"))
    var retro: RetroNumber?

    @Option(help: ArgumentHelp("What it is for: prevent, detect, mitigate or process.", valueName: "kind"))
    var kind: RetroAction.Kind?

    @Option(help: ArgumentHelp("The question that it is to answer.", valueName: "question"))
    var question: RetroQuestion?

    @Option(
      name: .customLong("item"), help: ArgumentHelp("An item that is there already.", valueName: "item"),
      completion: Completions.items)
    var item: ItemNumber?

    @Option(
      name: .customLong("owner"), help: ArgumentHelp("Who does it, or a pair as in ana,bo.", valueName: "handle"),
      completion: Completions.people)
    var owners: [NameList] = []

    @Option(help: ArgumentHelp("By when, as in 2026-11-30.", valueName: "date"))
    var due: String?

    @Option(
      help: ArgumentHelp("Whose backlog it goes into; else the retro's team's.", valueName: "name"),
      completion: Completions.teams)
    var team: TeamName?

    @Option(help: ArgumentHelp("The estimate, on the team's scale.", valueName: "count"))
    var points: Int?

    @Option(help: "What kind of item it is.")
    var type: ItemType = .feature

    @Option(help: ArgumentHelp("This item is no action of it.", valueName: "item"), completion: Completions.items)
    var remove: ItemNumber?

    @Argument(help: ArgumentHelp("The incident, and what is to be done.", valueName: "incident-and-title"))
    var words: [String] = []

    private var incident: IncidentNumber? {
      retro == nil ? words.first.flatMap { Int($0) }.flatMap { $0 > 0 ? IncidentNumber($0) : nil } : nil
    }

    private var title: String { words.dropFirst(retro == nil ? 1 : 0).joined(separator: " ").onOneLine }

    func validate() throws {
      guard retro != nil || incident != nil else {
        throw ValidationError(
          words.first.map { "\($0) is no incident's number; or name the retro with --retro" }
            ?? "name the incident, or the retro with --retro")
      }
      if remove != nil {
        if !title.isEmpty || item != nil || kind != nil || question != nil || !owners.isEmpty || due != nil {
          throw ValidationError("--remove takes the item's number and nothing else")
        }
        return
      }
      if kind == nil { throw ValidationError("say what it is for with --kind prevent, detect, mitigate or process") }
      if title.isEmpty == (item == nil) {
        throw ValidationError(
          item == nil ? "say what is to be done, or name an item with --item" : "--item has a title: leave yours out")
      }
      if item != nil, team != nil || points != nil { throw ValidationError("--team and --points are a new item's") }
    }

    func run() throws {
      let session = try acting.session()
      let subject = retro.map(RetroSubject.retro) ?? .incidents([incident].compactMap(\.self))
      if let remove { return try take(remove, from: subject, session) }
      guard let kind else { return }
      let owners = owners.flatMap(\.names).map { Handle($0) }
      let work: AddRetroAction.Work =
        item.map { .item($0) }
        ?? .new(
          ItemDraft(
            team: team ?? TeamName(""), title: title, type: type, state: .unstarted, points: points, owners: owners,
            due: due))
      let outcome = try session.perform(
        WriteRetro(
          subject: subject,
          action: RetroWork(kind: kind, question: question, work: work, owners: owners, due: due, team: team)))
      guard let number = outcome.item else { return }
      try Output.text("\(number)")
      if outcome.isOpened { Output.note("opened retro \(outcome.retro)") }
      try warn(of: number, outcome.retro, session)
    }

    private func take(_ item: ItemNumber, from subject: RetroSubject, _ session: Session) throws {
      guard let retro = try session.store.read({ try subject.find(in: $0) }) else {
        throw RetroCommandError.noRetroYet(subject.words, opensWith: "prodpair incident retro NUMBER")
      }
      try session.perform(RemoveRetroAction(retro.number, item))
      try Output.text("item \(item) is no action of retro \(retro.number); the item stays")
    }

    /// What nobody has promised by a day settles no question.
    private func warn(of item: ItemNumber, _ retro: RetroNumber, _ session: Session) throws {
      let record = try IncidentRecords.record(of: retro, in: session.store, at: Session.now)
      guard let question, record.openQuestions.contains(question),
        let action = record.actions.first(where: { $0.item.number == item }), !action.isPromised
      else { return }
      let missing = [
        action.item.owners.isEmpty ? "an owner" : nil, action.item.due == nil ? "a date" : nil,
      ].compactMap(\.self).joined(separator: " and ")
      Output.note(
        "warning: \(question.rawValue) stays open: item \(item) lacks \(missing) "
          + "(`prodpair item edit \(item) --owner HANDLE --due YYYY-MM-DD`)")
    }
  }
}
