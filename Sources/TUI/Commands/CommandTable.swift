import Terminal

/// The one table that keys, footer, help overlay, palette and manual are made from.
enum CommandTable {
  static let all: [Command] = ScreenTable.rows.flatMap(\.commands) + Command.everywhere

  /// Those that belong to the screen on top, its own first and in place of any that has the same key everywhere.
  static func commands(on app: App) -> [Command] {
    guard let name = app.top.map({ type(of: $0).name }) else { return Command.everywhere }
    return byScreen[name] ?? Command.everywhere
  }

  private static let byScreen: [ScreenName: [Command]] = Dictionary(
    uniqueKeysWithValues: ScreenTable.rows.map { row in
      let taken = Set(row.commands.flatMap(\.chords))
      return (row.screen, row.commands + Command.everywhere.filter { taken.isDisjoint(with: $0.chords) })
    })

  static func command(_ id: String) -> Command? { all.first { $0.id == id } }

  static func footer(of app: App) -> [Hint] {
    let ranked = commands(on: app).compactMap { command in command.rank.map { (rank: $0, command: command) } }
    return ranked.sorted { $0.rank < $1.rank }.compactMap { _, command in
      let isUsable = command.availability(app).isYes
      guard isUsable ? command.matters(app) : command.isAlwaysShown else { return nil }
      let key = app.top?.takesLetters == true ? command.keyTextBesideLetters : command.keyText
      return key.map { Hint($0, command.label, isDimmed: !isUsable) }
    }
  }

  /// What the next key of a chord can be.
  static func continuations(of chord: [Key], on app: App) -> [Hint] {
    commands(on: app).flatMap { command in
      command.chords.filter { $0.count > chord.count && $0.starts(with: chord) }.map {
        Hint($0[chord.count...].map(\.name).joined(separator: " "), command.label)
      }
    }
  }
}

extension App {
  /// Finds the command that a key, or a chord that it ends, stands for, and runs it or says why not.
  mutating func dispatch(_ key: Key) -> [Effect] {
    let typed = chord + [key]
    let commands = CommandTable.commands(on: self)
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
