/// Finds the configured keys that say two things at once.
///
/// On the way to the first frame, and therefore by looking each key up among the few that are configured: comparing
/// every two keys took several times as long.
struct KeyClashes {
  private typealias Command = ConfigurationVocabulary.Command
  private typealias Held = (key: BoundKey, command: Command)
  private typealias Kind = ConfigurationProblem.Kind

  private let vocabulary: ConfigurationVocabulary
  private var configured: [String: [Held]] = [:]
  /// Those that are chords of several keys, by each beginning that they have.
  private var configuredByBeginning: [String: [Held]] = [:]

  /// One for each two keys, at the line of the one that was written last.
  private(set) var problems: [ConfigurationProblem] = []
  private var seen: Set<Set<BoundKey>> = []

  /// - Parameter bindings: by the command's id. One that could not be read leaves its command without keys, so that
  ///   the mistake is told once.
  init(_ bindings: [String: Binding], vocabulary: ConfigurationVocabulary) {
    self.vocabulary = vocabulary
    guard !bindings.isEmpty else { return }
    for command in vocabulary.commands {
      guard let binding = bindings[command.id], binding.isSound else { continue }
      for key in binding.keys where key.place != nil {
        configured[key.chord, default: []].append((key, command))
        for beginning in Self.beginnings(of: key.chord) {
          configuredByBeginning[beginning, default: []].append((key, command))
        }
      }
    }
    for command in vocabulary.commands {
      if let binding = bindings[command.id] {
        for key in binding.keys where binding.isSound { look(at: (key, command)) }
      } else {
        for chord in command.keys { look(at: (BoundKey(command: command.id, chord: chord, place: nil), command)) }
      }
    }
  }

  private mutating func look(at key: Held) {
    for other in configured[key.key.chord] ?? [] {
      let (last, first) = Self.isBefore(key.key, other.key) ? (other, key) : (key, other)
      found(.clash(chord: key.key.chord, last.key, first.key), key, other)
    }
    for longer in configuredByBeginning[key.key.chord] ?? [] { found(.beginning(key.key, of: longer.key), key, longer) }
    for beginning in Self.beginnings(of: key.key.chord) {
      for shorter in configured[beginning] ?? [] { found(.beginning(shorter.key, of: key.key), shorter, key) }
    }
  }

  private mutating func found(_ kind: Kind, _ one: Held, _ other: Held) {
    guard one.key != other.key, areTogether(one.command, other.command), seen.insert([one.key, other.key]).inserted
    else { return }
    let last = Self.isBefore(one.key, other.key) ? other : one
    if let place = last.key.place { problems.append(ConfigurationProblem(kind, at: place)) }
  }

  private func areTogether(_ one: Command, _ other: Command) -> Bool {
    switch (one.screen, other.screen) {
    case (let screen?, nil): !vocabulary.hides(other, on: screen)
    case (nil, let screen?): !vocabulary.hides(one, on: screen)
    case (let screen, let another): screen == another
    }
  }

  /// `g` and `g r` for `g r x`.
  private static func beginnings(of chord: String) -> [String] {
    guard chord.utf8.contains(UInt8(ascii: " ")) else { return [] }
    return chord.indices.filter { chord[$0] == " " }.map { String(chord[..<$0]) }
  }

  /// A built-in key comes before all, then the administrator's file, then the user's.
  private static func isBefore(_ one: BoundKey, _ other: BoundKey) -> Bool {
    guard let place = one.place, let another = other.place else { return one.place == nil && other.place != nil }
    return place.file == another.file ? place.line < another.line : place.file.layer == .site
  }
}
