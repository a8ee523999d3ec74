import ArgumentParser
import Domain
import Store

/// What a shell completes from the store; nothing where it can't be read.
enum Completions {
  static let checklists = custom { try $0.checklists().map(\.name.text) }
  static let people = custom { try $0.people().map(\.handle.text) }
  static let teams = custom { try $0.teams().map(\.name.text) }
  static let runs = custom { try $0.runs(limit: 50).map(\.number.description) }
  static let lessons = custom { try $0.lessons(LessonFilter(isOpen: true), limit: 50).map(\.number.description) }
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
