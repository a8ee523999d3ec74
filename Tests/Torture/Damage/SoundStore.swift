import Foundation

/// A store with something of everything in it, what it answers, and copies of it to be damaged.
final class SoundStore: Sendable {
  let program: Program
  let folder: Folder
  /// As it answers before anything is done to it, with the journal's head.
  let answers: [(question: Question, answer: Question.Answer)]
  let head: String
  let owners: PageOwners
  /// The bytes of the file, and of the log where it has one.
  let size: Int
  let logSize: Int
  private static let name = "sound.sqlite"

  /// - Parameters:
  ///   - original: a store to begin with; it is left as it is.
  ///   - later: commands that are in the log alone; without any there is no log.
  init(_ program: Program, from original: String, asking questionnaire: Questionnaire, later: [[String]] = []) throws {
    self.program = program
    let folder = try Folder()
    self.folder = folder
    let store = folder(Self.name)
    try Self.must(program, folder, ["backup", store, "--store", original])
    // A copy is put in order when it is opened first.
    head = try Self.opened(program, folder, store, later)
    if later.isEmpty { for suffix in ["-wal", "-shm", "-lock"] { unlink(store + suffix) } }
    unlink(store + "-shm")
    size = Self.size(of: store)
    logSize = Self.size(of: store + "-wal")
    let copy = try Folder()
    try Self.copy(folder, to: copy)
    owners = try PageOwners(of: copy(Self.name))
    let asked = try Folder()
    try Self.copy(folder, to: asked)
    answers = try questionnaire.questions.map { question in
      let ended = try Self.run(program, asked, question.words + ["--store", asked(Self.name)])
      guard ended.succeeded else { throw TortureError.unprepared(ended) }
      return (question, Question.Answer(ended))
    }
  }

  /// A copy in a folder of its own, and the path of its store.
  func copy() throws -> (folder: Folder, store: String) {
    let copy = try Folder()
    try Self.copy(folder, to: copy)
    return (copy, copy(Self.name))
  }

  static func run(
    _ program: Program, _ folder: Folder, _ words: [String], limit: Duration = .seconds(60)
  ) throws -> Ended {
    let settings = ["HOME": folder.path, "TMPDIR": folder.path, "XDG_DATA_HOME": folder("data")]
    return try Child.run(
      [program.path] + words, environment: Program.environment.merging(settings) { $1 }, limit: limit)
  }

  @discardableResult
  static func must(_ program: Program, _ folder: Folder, _ words: [String]) throws -> String {
    let ended = try run(program, folder, words)
    guard ended.succeeded else { throw TortureError.unprepared(ended) }
    return ended.output
  }

  private static func opened(
    _ program: Program, _ folder: Folder, _ store: String, _ later: [[String]]
  ) throws -> String {
    for words in [["verify"]] + later { try must(program, folder, words + ["--store", store]) }
    let page = try must(program, folder, ["verify", "--json", "--store", store])
    let object = try JSONSerialization.jsonObject(with: Data(page.utf8)) as? [String: Any]
    return object?["head"] as? String ?? ""
  }

  private static func copy(_ source: Folder, to target: Folder) throws {
    for suffix in ["", "-wal"] where access(source(name) + suffix, F_OK) == 0 {
      try FileManager.default.copyItem(atPath: source(name) + suffix, toPath: target(name) + suffix)
    }
  }

  private static func size(of path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }
}
