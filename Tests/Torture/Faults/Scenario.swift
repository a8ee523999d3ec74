import Foundation

/// A command whose calls are made to fail, one after the other.
struct Scenario: Sendable {
  /// What it makes, and so where to look for it.
  enum Effect: Sendable {
    /// Entries in the journal, with their rows.
    case entries
    /// A new version, in the store and in the checklist's file.
    case version(page: String)
    /// A store at that path.
    case store(path: String)
  }

  var name: String
  var words: [String]
  var effect: Effect

  /// Every scenario, on a store that is prepared for them.
  static func all(in workplace: Workplace) throws -> [Scenario] {
    let words = KilledStore.lessonWords(1)
    let stories = try KilledStore.bringIn(60, mark: 1, in: workplace)
    let evidence = try workplace.folder.file("evidence.log", String(repeating: "all is well\n", count: 9000))
    try workplace.must(Change.add(title: "the first").words)
    try workplace.must(Change.learn(words: words).words)
    let (backup, other) = (workplace.folder("copy.sqlite"), workplace.folder("other/prodpair.sqlite"))
    return [
      Scenario(name: "item add", words: Change.add(title: "on a failing disk").words, effect: .entries),
      Scenario(name: "run tick", words: Change.tick(run: 1, step: "tell").words, effect: .entries),
      Scenario(
        name: "lesson fold", words: Change.fold(lesson: 1, words: words).words,
        effect: .version(page: Change.page(telling: words))),
      Scenario(name: "item import", words: stories.words, effect: .entries),
      Scenario(name: "run attach", words: ["run", "attach", "1", evidence], effect: .entries),
      Scenario(name: "backup", words: ["backup", backup], effect: .store(path: backup)),
      Scenario(name: "init", words: ["init", "--no-starters", "--store", other], effect: .store(path: other)),
    ]
  }
}
