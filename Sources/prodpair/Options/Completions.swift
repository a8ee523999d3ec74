import ArgumentParser
import Domain
import Store

/// What a shell completes from the store; nothing where it can't be read.
enum Completions {
  static let checklists = custom { try $0.checklists().map(\.name.text) }
  static let people = custom { try $0.people().map(\.handle.text) }
  static let teams = custom { try $0.teams().map(\.name.text) }
  static let runs = custom { try $0.runs(limit: 50).map(\.number.description) }
  static let incidents = custom { try $0.incidents(limit: 50).map(\.number.description) }
  static let lessons = custom { try $0.lessons(LessonFilter(isOpen: true), limit: 50).map(\.number.description) }
  static let items = custom { reader in
    try reader.teams().flatMap { team in
      try reader.items(matching: .unaccepted, of: team.name, limit: 50).map(\.number.description)
    }
  }
  static let components = custom { try $0.components().map(\.name.text) }
  static let labels = custom { try $0.labels() }
  static let epics = custom { reader in try reader.teams().flatMap { try reader.epics(of: $0.name).map(\.name) } }
  static let views = custom { reader in
    Set(try reader.teams().flatMap { try reader.savedViews(of: $0.name).map(\.name) }).sorted()
  }
  /// What the last word of a filter can go on with; the words before it are kept.
  static let filters = CompletionKind.custom { words, index, prefix in
    let typed = words.indices.contains(index) ? words[index] : prefix
    return names { reader in
      let teams = try reader.teams()
      guard let team = teams.first else { return [] }
      let context = try ItemFilterReading.context(of: team, with: true, in: reader)
      let found = FilterCompletion.candidates(for: typed, cursor: typed.count, context: context)
      return found.candidates.map { String(typed.prefix(found.range.lowerBound)) + $0 }
    }
  }
  static let environments = custom { reader in
    Set(try reader.teams().flatMap { $0.environments.map(\.name) }).sorted()
  }
  /// Run numbers for the first word after the verb, and then the steps of that run.
  static let steps = CompletionKind.custom { words, _, _ in
    let number = words.compactMap { Int($0) }.first.map { RunNumber($0) }
    return names { reader in try number.map { try reader.run($0).steps.map(\.id.text) } ?? [] }
  }

  private static func custom(_ read: @escaping @Sendable (any Reading) throws -> [String]) -> CompletionKind {
    .custom { _, _, _ in names(read) }
  }

  private static func names(_ read: (any Reading) throws -> [String]) -> [String] {
    let store = try? StoreChoice.location(option: nil).open()
    return (try? store?.read { try read($0) }) ?? []
  }
}
