import Domain
import Yams

/// The keys that a file gives to one command.
struct Binding {
  var command: String
  var place: ConfigurationPlace
  var keys: [BoundKey] = []
  /// Whether all that the file says about the command's keys could be read.
  var isSound = true
}

/// Reads the lines below `keys:`, and collects what is wrong with each by itself.
struct KeysReader {
  let vocabulary: ConfigurationVocabulary
  let document: ConfigurationDocument
  private(set) var bindings: [Binding] = []
  private(set) var problems: [ConfigurationProblem] = []

  init(vocabulary: ConfigurationVocabulary, document: ConfigurationDocument) {
    self.vocabulary = vocabulary
    self.document = document
  }

  mutating func read(_ entry: ConfigurationDocument.Entry) {
    guard let command = vocabulary.commands.first(where: { $0.id == entry.name }) else {
      return report(.unknownCommand(entry.name), at: entry.place, nearest: nearestCommand(to: entry.name))
    }
    let before = problems.count
    var binding = Binding(command: command.id, place: entry.place)
    switch entry.value {
    case .scalar(let scalar): read(scalar, into: &binding)
    case .sequence(let list):
      for node in list {
        guard let scalar = node.scalar else {
          report(.notKeys(command: command.id), at: document.place(node.mark))
          continue
        }
        read(scalar, into: &binding)
      }
      if list.isEmpty, !command.lastingKeys.isEmpty { report(.needsAKey(command: command.id), at: entry.place) }
    default: report(.notKeys(command: command.id), at: entry.place)
    }
    for chord in command.lastingKeys where !binding.keys.contains(where: { $0.chord == chord }) {
      binding.keys.append(BoundKey(command: command.id, chord: chord, place: nil))
    }
    binding.isSound = problems.count == before
    bindings.append(binding)
  }

  private mutating func read(_ scalar: Node.Scalar, into binding: inout Binding) {
    // A bare ~ is a key, though YAML takes it for nothing. The place of what isn't there is somewhere below it.
    guard !scalar.string.isEmpty else { return report(.noKey(command: binding.command), at: binding.place) }
    let place = document.place(scalar.mark)
    let parts = scalar.string.split(whereSeparator: \.isWhitespace).map(String.init)
    guard !parts.isEmpty else { return report(.notAKey(scalar.string), at: place, nearest: "Space") }
    if let wrong = parts.first(where: { !vocabulary.isKey($0) }) {
      return report(.notAKey(wrong), at: place, nearest: KeySpelling(vocabulary: vocabulary).nearest(wrong))
    }
    let chord = parts.joined(separator: " ")
    if let first = binding.keys.first(where: { $0.chord == chord }) {
      return report(.repeated(chord, firstLine: first.place?.line ?? place.line), at: place)
    }
    binding.keys.append(BoundKey(command: binding.command, chord: chord, place: place))
  }

  /// The command of that name on some screen, where the screen was left out; else one that is written like it.
  private func nearestCommand(to name: String) -> String? {
    let ids = vocabulary.commands.map(\.id)
    return ids.first { $0.hasSuffix(".\(name)") } ?? NearestWord.among(ids, to: name)
  }

  private mutating func report(
    _ kind: ConfigurationProblem.Kind, at place: ConfigurationPlace, nearest: String? = nil
  ) {
    problems.append(ConfigurationProblem(kind, at: place, nearest: nearest))
  }
}
