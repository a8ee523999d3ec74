import Foundation

/// A store that has something in most of its tables: the demo's made-up months, or a small one that is made in a moment.
final class FilledStore {
  let store: String
  let questionnaire: Questionnaire
  private let folder: Folder
  private let workplace: Workplace?

  /// Tables whose texts people read.
  static let texts = [
    "lesson", "item", "run_entry", "version", "version_step", "incident", "incident_entry", "retro", "journal",
    "journal_change", "person",
  ]

  /// Commands after which some of it is in the log.
  static let later = [
    ["item", "add", "Look at the disk again", "--team", "platform", "--label", "disk"],
    ["incident", "open", "A disk is full once more", "--team", "platform"],
    ["person", "add", "zoe", "--name", "Zoe", "--team", "platform"],
    ["item", "add", "Look at the last disk", "--team", "platform"],
  ]

  init(_ program: Program, isLarge: Bool) throws {
    if isLarge {
      folder = try Folder()
      workplace = nil
      try SoundStore.must(
        program, folder, ["demo", "--keep", folder("demo"), "--no-open", "--now", "2026-11-20T10:00:00Z"])
      store = folder("demo/prodpair.sqlite")
      let runs = try SoundStore.must(
        program, folder,
        ["run", "list", "--state", "completed", "--checklist", "new-release", "--json", "--store", store])
      let list = try JSONSerialization.jsonObject(with: Data(runs.utf8)) as? [[String: Any]]
      questionnaire = Questionnaire(run: list?.last?["number"] as? Int ?? 1, checklist: "new-release")
    } else {
      let workplace = try Workplace(program)
      folder = workplace.folder
      self.workplace = workplace
      store = workplace.store
      questionnaire = Questionnaire(evidence: try Self.fill(workplace), isShort: true)
    }
  }

  /// - Returns: the SHA-256 of what was attached to the run.
  private static func fill(_ workplace: Workplace) throws -> String {
    for words in later.prefix(2) { try workplace.must(words) }
    let rows = (1...60).map { "\($0),Router \($0) has a full disk,disk,feature,unstarted\n" }
    let file = try workplace.folder.file("rows.csv", "Id,Title,Labels,Type,Current State\n" + rows.joined())
    try workplace.must("item", "import", file, "--from", "tracker")
    try workplace.must(
      "lesson", "add", "--checklist", "release", "--after", "tell", "--step", "See that no disk is full")
    try workplace.must("lesson", "fold", "1", "--reason", "the disk was full")
    try workplace.must("lesson", "add", "--checklist", "release", "--learned", "Disks are full on Mondays")
    try workplace.must("run", "fail", "1", "tell", "--reason", "the disk of the canary is full")
    let attached = try workplace.must(
      ["run", "attach", "1", "tell", "-"], input: String(repeating: "the disk is full\n", count: 1000))
    for step in Workplace.steps { try workplace.must("run", "tick", "1", step) }
    try workplace.must("run", "finish", "1")
    return attached.split(whereSeparator: \.isWhitespace).last.map(String.init) ?? ""
  }
}
