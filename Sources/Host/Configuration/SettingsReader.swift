import Domain
import Yams

/// Reads the settings of one file, and collects what is wrong with them.
struct SettingsReader {
  let vocabulary: ConfigurationVocabulary
  let document: ConfigurationDocument
  private(set) var configuration = Configuration()
  private(set) var problems: [ConfigurationProblem]
  /// Every command that the file speaks of, with what could be read of its keys.
  private(set) var bindings: [Binding] = []

  private static let names = ["theme", "start", "mouse", "ascii", "editor", "keys", "hooks"]

  init(_ document: ConfigurationDocument, vocabulary: ConfigurationVocabulary) {
    self.vocabulary = vocabulary
    self.document = document
    problems = document.problems
    for entry in document.entries { read(entry) }
  }

  private mutating func read(_ entry: ConfigurationDocument.Entry) {
    switch entry.name {
    case "theme": configuration.theme = word(entry, of: vocabulary.themes)
    case "start": configuration.start = word(entry, of: vocabulary.startScreens)
    case "mouse": configuration.mouse = flag(entry)
    case "ascii": configuration.ascii = flag(entry)
    case "editor": configuration.editor = editor(entry)
    case "store": configuration.store = store(entry)
    case "keys": readKeys(entry)
    case "hooks":
      let reader = HooksReader(entry, in: document)
      configuration.hooks = reader.hooks
      problems += reader.problems
    default:
      let known = Self.names + (document.file.layer == .site ? ["store"] : [])
      report(
        .unknownSetting(entry.name, known: known), at: entry.place, nearest: NearestWord.among(known, to: entry.name))
    }
  }

  private mutating func word(_ entry: ConfigurationDocument.Entry, of known: [String]) -> Setting<String>? {
    guard let value = text(entry) else { return nil }
    if known.contains(value.value) { return value }
    let kind = ConfigurationProblem.Kind.unknownValue(setting: entry.name, value.value, known: known)
    report(kind, at: value.place, nearest: NearestWord.among(known, to: value.value))
    return nil
  }

  private mutating func flag(_ entry: ConfigurationDocument.Entry) -> Setting<Bool>? {
    guard let text = text(entry) else { return nil }
    if let value = Bool(text.value) { return Setting(value, at: text.place) }
    let meant = ["yes": "true", "on": "true", "1": "true", "no": "false", "off": "false", "0": "false"]
    let known = ["true", "false"]
    report(
      .unknownValue(setting: entry.name, text.value, known: known), at: text.place,
      nearest: meant[text.value.lowercased()] ?? NearestWord.among(known, to: text.value))
    return nil
  }

  private mutating func editor(_ entry: ConfigurationDocument.Entry) -> Setting<String>? {
    guard let command = text(entry) else { return nil }
    let isOneLine = command.value.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
    if isOneLine, !command.value.allSatisfy(\.isWhitespace) { return command }
    report(.notACommandLine, at: command.place)
    return nil
  }

  private mutating func store(_ entry: ConfigurationDocument.Entry) -> Setting<String>? {
    guard document.file.layer == .site else {
      report(.onlyForAdministrator, at: entry.place)
      return nil
    }
    do throws(ConfigurationProblem) {
      return try SiteStore.setting(entry, in: document)
    } catch {
      problems.append(error)
      return nil
    }
  }

  /// The value as it is written, whatever YAML takes it for.
  private mutating func text(_ entry: ConfigurationDocument.Entry) -> Setting<String>? {
    guard let scalar = entry.value.scalar, !scalar.isNull else {
      report(.noValue(entry.name), at: entry.place)
      return nil
    }
    return Setting(scalar.string, at: document.place(scalar.mark))
  }

  private mutating func readKeys(_ entry: ConfigurationDocument.Entry) {
    if entry.value.scalar?.isNull == true { return }
    guard let mapping = entry.value.mapping else { return report(.keysNotByCommand, at: entry.place) }
    var reader = KeysReader(vocabulary: vocabulary, document: document)
    for entry in document.entries(of: mapping, &problems) { reader.read(entry) }
    bindings = reader.bindings
    problems += reader.problems
  }

  private mutating func report(
    _ kind: ConfigurationProblem.Kind, at place: ConfigurationPlace, nearest: String? = nil
  ) {
    problems.append(ConfigurationProblem(kind, at: place, nearest: nearest))
  }
}
