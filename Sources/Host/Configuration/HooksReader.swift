import Domain
import Foundation
import Yams

/// Reads what stands below `hooks:`, one hook after the other, and collects what is wrong with each.
///
/// A hook with anything wrong in it is left out as a whole: with a part left out it might be told of more than it should
/// be. One whose program is not there, or can't be run, stays: it will fail whenever it is run, and that is said then too.
struct HooksReader {
  let document: ConfigurationDocument
  private(set) var hooks: [Setting<ConfiguredHook>] = []
  private(set) var problems: [ConfigurationProblem] = []

  private static let names = ["on", "run", "limit", "team"]
  /// Stands for every event, also those that a later prodpair has.
  private static let everything = "all"

  init(_ entry: ConfigurationDocument.Entry, in document: ConfigurationDocument) {
    self.document = document
    if entry.value.scalar?.isNull == true { return }
    guard case .sequence(let list) = entry.value else {
      report(.hooksNotAList, at: entry.place)
      return
    }
    for node in list {
      guard case .mapping(let mapping) = node else {
        report(.hooksNotAList, at: document.place(node.mark))
        continue
      }
      read(mapping, at: document.place(node.mark))
    }
  }

  private mutating func read(_ mapping: Node.Mapping, at place: ConfigurationPlace) {
    let before = problems.count
    var (events, command): ([HookEventKind]?, [String]?)
    var (limit, team): (Duration?, TeamName?)
    for entry in document.entries(of: mapping, &problems) {
      switch entry.name {
      case "on": events = readEvents(entry)
      case "run": command = readCommand(entry)
      case "limit": limit = readLimit(entry)
      case "team": team = text(entry).map { TeamName($0.value) }
      default:
        report(
          .unknownSetting(entry.name, known: Self.names), at: entry.place,
          nearest: NearestWord.among(Self.names, to: entry.name))
      }
    }
    for name in ["on", "run"] where !mapping.contains(where: { $0.key.scalar?.string == name }) {
      report(.hookLacks(name), at: place)
    }
    guard problems.count == before, let events, let command, let program = command.first else { return }
    hooks.append(
      Setting(
        ConfiguredHook(command, on: events, limit: limit ?? ConfiguredHook.standardLimit, team: team), at: place))
    if let reason = Self.whatKeeps(program) { report(.programUnusable(program, reason: reason), at: place) }
  }

  private mutating func readEvents(_ entry: ConfigurationDocument.Entry) -> [HookEventKind]? {
    guard let words = words(entry) else {
      report(.notEvents, at: entry.place)
      return nil
    }
    if words.map(\.value) == [Self.everything] { return HookEventKind.allCases }
    let known = HookEventKind.allCases.map(\.rawValue)
    var events: [HookEventKind] = []
    for word in words {
      guard let event = HookEventKind(rawValue: word.value) else {
        report(
          .unknownValue(setting: "on", word.value, known: known), at: word.place,
          nearest: NearestWord.among(known, to: word.value.replacing("_", with: "-").replacing(" ", with: "-")))
        continue
      }
      if !events.contains(event) { events.append(event) }
    }
    if words.isEmpty { report(.noValue("on"), at: entry.place) }
    return events
  }

  /// The program and its arguments, as they are written.
  private mutating func readCommand(_ entry: ConfigurationDocument.Entry) -> [String]? {
    guard case .sequence = entry.value, let words = words(entry), let program = words.first,
      !words.contains(where: { $0.value.utf8.contains(0) })
    else {
      report(.notArguments, at: entry.place)
      return nil
    }
    guard program.value.hasPrefix("/") else {
      report(.notAbsolute("run"), at: program.place, nearest: Self.meant(program.value))
      return nil
    }
    return words.map(\.value)
  }

  private mutating func readLimit(_ entry: ConfigurationDocument.Entry) -> Duration? {
    guard let text = text(entry) else { return nil }
    if let limit = StepDuration.parse(text.value), ConfiguredHook.limits.contains(limit) { return limit }
    // The unit was left out.
    let meant = StepDuration.parse(text.value + "s").flatMap { ConfiguredHook.limits.contains($0) ? $0 : nil }
    report(.notALimit(text.value), at: text.place, nearest: meant.map(StepDuration.text))
    return nil
  }

  private mutating func text(_ entry: ConfigurationDocument.Entry) -> Setting<String>? {
    guard let scalar = entry.value.scalar, !scalar.isNull, !scalar.string.isEmpty else {
      report(.noValue(entry.name), at: entry.place)
      return nil
    }
    return Setting(scalar.string, at: document.place(scalar.mark))
  }

  /// A word, or a list of words; nil where it is something else.
  private func words(_ entry: ConfigurationDocument.Entry) -> [Setting<String>]? {
    switch entry.value {
    case .scalar(let scalar) where !scalar.isNull: [Setting(scalar.string, at: document.place(scalar.mark))]
    case .sequence(let list):
      list.reduce(into: [Setting<String>]?.some([])) { words, node in
        words = node.scalar.flatMap { scalar in
          words.map { $0 + [Setting(scalar.string, at: document.place(scalar.mark))] }
        }
      }
    default: nil
    }
  }

  /// The absolute path that was most likely meant: below the home directory, or where PATH finds it.
  private static func meant(_ program: String) -> String? {
    if program.hasPrefix("~/") { return Account.homeDirectory + program.dropFirst() }
    guard !program.isEmpty, !program.contains("/") else { return nil }
    let folders = ProcessInfo.processInfo.environment["PATH", default: ""].split(separator: ":")
    return folders.map { "\($0)/\(program)" }.first { $0.hasPrefix("/") && whatKeeps($0) == nil }
  }

  /// What keeps the program from being run, in a few words; nil when nothing that can be seen from here does.
  private static func whatKeeps(_ program: String) -> String? {
    var status = stat()
    guard stat(program, &status) == 0 else { return String(cString: strerror(errno)) }
    guard status.st_mode & S_IFMT == S_IFREG else { return "it is no file" }
    return access(program, X_OK) == 0 ? nil : "it is not executable"
  }

  private mutating func report(
    _ kind: ConfigurationProblem.Kind, at place: ConfigurationPlace, nearest: String? = nil
  ) {
    problems.append(ConfigurationProblem(kind, at: place, nearest: nearest))
  }
}
