import ChecklistFile
import Domain

/// An attribute as it is typed for a redline: `expect: 45m`, `deploys`, or `no wait` to take one away.
struct AttributeLine: Hashable, Sendable {
  let key: String
  /// Nil for a key that stands alone.
  let value: String?
  let isRemoval: Bool

  init(_ text: String) {
    let words = text.trimmed
    isRemoval = words.hasPrefix("no ")
    let rest = isRemoval ? String(words.dropFirst(3)).trimmed : words
    let parts = rest.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map { String($0).trimmed }
    key = (parts.first ?? "").lowercased()
    value = parts.count > 1 && !parts[1].isEmpty ? parts[1] : nil
  }

  /// An id is what the line is known by, and stays.
  static let keys: [AttributeKey] = AttributeKey.allCases.filter { $0 != .id }

  static let example = "As in expect: 45m, wait: 15m, value: \"updated; failed\", mode: check, timeout: 10m, deploys"

  /// What a letter or two are completed to: with the value that the step has, where it has one.
  static func suggestions(for step: Step) -> [String] {
    let own = step.attributes.entries
    return keys.map { key in
      if key.isFlag { return key.rawValue }
      return own.first { $0.known == key }.map { "\(key.rawValue): \($0.value ?? "")" } ?? "\(key.rawValue): "
    } + own.compactMap { $0.known.map { "no \($0.rawValue)" } }.filter { $0 != "no id" }
  }

  func edit(of step: StepID) -> ProposedEdit {
    isRemoval ? .unset(step, key: key) : .set(step, key: key, value: value.map(Self.unquoted))
  }

  /// Quotes are the file's way to write it, and put there again when it is folded.
  private static func unquoted(_ value: String) -> String {
    value.count > 1 && value.hasPrefix("\"") && value.hasSuffix("\"") ? String(value.dropFirst().dropLast()) : value
  }

  /// What is wrong with it; nil when nothing is.
  func complaint(on step: Step) -> String? {
    guard let known = AttributeKey(rawValue: key), known != .id else {
      return "there is no \(key.isEmpty ? "such attribute" : key): \(Self.keys.map(\.rawValue).joined(separator: " "))"
    }
    let now = step.attributes.entries.first { $0.known == known }
    if isRemoval { return now == nil ? "it has no \(key)" : nil }
    if known.isFlag {
      return value != nil ? "\(key) stands alone" : now != nil ? "it is marked as \(key)" : nil
    }
    guard let value = value.map(Self.unquoted) else { return known == .value ? nil : "\(key): what?" }
    return Self.complaint(about: value, of: known, on: step)
      ?? (now?.value == value ? "that is what it says" : nil)
  }

  private static func complaint(about value: String, of key: AttributeKey, on step: Step) -> String? {
    switch key {
    case .expect, .wait, .timeout:
      return StepDuration.parse(value) == nil ? "\(key.rawValue) is a time such as 90s, 15m, 1h30m" : nil
    case .condition: return value.contains("=") ? nil : "if: name = value, or name != value"
    case .mode:
      guard let mode = StepMode(rawValue: value) else {
        return "mode is one of \(StepMode.allCases.map(\.rawValue).joined(separator: ", "))"
      }
      return mode != .manual && step.commands.isEmpty ? "it has no command: mode \(value) needs a fence" : nil
    case .matches, .progress:
      return (try? Regex(value)) == nil ? "\(key.rawValue) is a regular expression, as in ^status: ok$" : nil
    case .attempts:
      let most = AttributeKey.mostAttempts
      return (1...most).contains(Int(value) ?? 0) ? nil : "attempts is a whole number from 1 to \(most)"
    case .total:
      return (Int(value) ?? 0) > 0 || value.contains("{{") ? nil : "total is a number, or {{a parameter}}"
    case .id, .killer, .value, .role, .deploys, .noReturn: return nil
    }
  }
}
