import Terminal

/// The one table that keys, footer, help overlay, palette and manual are made from, with the keys that are in force.
struct CommandTable: Sendable {
  /// As the program comes.
  static let standard = CommandTable { _ in nil }

  let all: [Command]
  /// The commands of each screen: its own, and those that work everywhere and that none of its own hides.
  private let byScreen: [ScreenName: [Command]]
  /// Of these, those that have a place in the footer, the most important first.
  private let ranked: [ScreenName: [Command]]
  private let everywhere: [Command]
  let help: Command?

  /// - Parameter keys: the keys that a command is given instead of its own; nil leaves it those.
  init(keys: (String) -> [String]?) {
    func bound(_ command: Command) -> Command { keys(command.id).map(command.bound(to:)) ?? command }
    everywhere = Command.everywhere.map(bound)
    all = ScreenTable.rows.flatMap(\.commands).map(bound) + everywhere
    byScreen = Dictionary(
      uniqueKeysWithValues: ScreenTable.rows.map { row in
        // By the keys it comes with: which command stands for which does not depend on what somebody types it with.
        let taken = Set(row.commands.flatMap(\.chords))
        let shared = Command.everywhere.filter { taken.isDisjoint(with: $0.chords) }
        return (row.screen, (row.commands + shared).map(bound))
      })
    ranked = byScreen.mapValues(Self.ranked)
    help = everywhere.first { $0.id == "app.help" }
  }

  private static func ranked(_ commands: [Command]) -> [Command] {
    let ranked = commands.compactMap { command in command.rank.map { (rank: $0, command: command) } }
    return ranked.sorted { $0.rank < $1.rank }.map(\.command)
  }

  func commands(on screen: ScreenName?) -> [Command] { screen.flatMap { byScreen[$0] } ?? everywhere }

  /// What the footer of a screen is made of, in its order.
  func ranked(on screen: ScreenName?) -> [Command] { screen.flatMap { ranked[$0] } ?? Self.ranked(everywhere) }

  /// What the next key of a chord can be.
  func continuations(of chord: [Key], on screen: ScreenName?) -> [Hint] {
    commands(on: screen).flatMap { command in
      command.chords.filter { $0.count > chord.count && $0.starts(with: chord) }.map {
        Hint($0[chord.count...].map(\.name).joined(separator: " "), command.label)
      }
    }
  }
}

extension App {
  /// The commands of the screen on top, its own first.
  var commands: [Command] { table.commands(on: top.map { type(of: $0).name }) }

  func command(_ id: String) -> Command? { table.all.first { $0.id == id } }

  /// The key that a command is typed with here, for words that name it.
  func key(of id: String) -> String { command(id)?.keyText ?? "" }

  var footer: [Hint] {
    table.ranked(on: top.map { type(of: $0).name }).compactMap { command in
      let isUsable = command.availability(self).isYes
      guard isUsable ? command.matters(self) : command.isAlwaysShown && command.matters(self) else { return nil }
      let key = top?.takesLetters == true ? command.keyTextBesideLetters : command.keyText
      return key.flatMap { $0.isEmpty ? nil : Hint($0, command.label, isDimmed: !isUsable) }
    }
  }

  /// Finds the command that a key, or a chord that it ends, stands for, and runs it or says why not.
  mutating func dispatch(_ key: Key) -> [Effect] {
    let typed = chord + [key]
    let commands = commands
    chord = []
    if let command = commands.first(where: { $0.chords.contains(typed) }) { return run(command) }
    if commands.contains(where: { $0.chords.contains { $0.count > typed.count && $0.starts(with: typed) } }) {
      chord = typed
      return []
    }
    if typed.count > 1, key != .escape {
      say("\(typed.map(\.name).joined(separator: " ")) is no command here: ? shows those there are")
    }
    return []
  }

  mutating func run(_ command: Command) -> [Effect] {
    if case .no(let reason) = command.availability(self) {
      say("\(command.label): \(reason)", .refusal)
      return []
    }
    return command.perform(&self)
  }
}
