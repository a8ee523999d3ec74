import Domain
import Foundation
import Store

/// The same verbs of this program and of Taskwarrior, whole processes, turn about, on ten thousand open items each.
struct TaskwarriorVerbs {
  let prodpair: String
  let environment: [String: String]
  let directory: String

  static let program = "/usr/bin/task"
  static let rows = 10_000
  private static let rounds = 20

  /// What to say instead of figures where there is no Taskwarrior.
  static var isInstalled: Bool { access(program, X_OK) == 0 }

  func figures() throws -> [Figure] {
    let titles = try fill()
    guard let title = titles.first else { return [] }
    let ours = environment.merging(["PRODPAIR_STORE": path]) { _, new in new }
    let theirs = environment.merging(["TASKRC": taskrc, "TASKDATA": data]) { _, new in new }
    let rare = BacklogText.rareWord
    let verbs: [(name: String, ours: [String], theirs: [String])] = [
      ("add", ["item", "add", title], ["add", title]),
      ("list", ["item", "list"], ["list"]),
      ("list of all", ["item", "list", "--all"], ["list"]),
      ("search", ["item", "list", rare], ["/\(rare)/", "list"]),
    ]
    return try verbs.map { verb in
      var (samples, reference) = (Samples(), Samples())
      for _ in 0..<Self.rounds {
        samples.add(try ChildProcess.time([prodpair] + verb.ours, environment: ours))
        reference.add(try ChildProcess.time([Self.program] + verb.theirs, environment: theirs))
      }
      return Figure(
        "\(verb.name), \(Self.rows) items, whole process", samples, against: ("Taskwarrior", reference),
        aim: .ratio(0.1))
    }
  }

  private var path: String { directory + "/taskwarrior-beside.sqlite" }
  private var data: String { directory + "/taskwarrior" }
  private var taskrc: String { directory + "/taskrc" }

  /// Fills both with the same titles, anew each time: what is added is measured too.
  private func fill() throws -> [String] {
    var text = BacklogText(seed: 11)
    let titles = (0..<Self.rows).map { index in
      text.sentence(4...10) + (index % 500 == 7 ? " " + BacklogText.rareWord : "")
    }
    try? FileManager.default.removeItem(atPath: data)
    try FileManager.default.createDirectory(atPath: data, withIntermediateDirectories: true)
    try "data.location=\(data)\nconfirmation=off\nverbose=nothing\n".write(
      toFile: taskrc, atomically: false, encoding: .utf8)
    let tasks = titles.enumerated().map { index, title in
      let id = String(index, radix: 16)
      let uuid = "00000000-0000-4000-8000-" + String(repeating: "0", count: 12 - id.count) + id
      return "{\"uuid\":\"\(uuid)\",\"status\":\"pending\",\"entry\":\"20250101T000000Z\",\"description\":\"\(title)\"}"
    }
    let file = directory + "/tasks.json"
    try ("[" + tasks.joined(separator: ",\n") + "]\n").write(toFile: file, atomically: false, encoding: .utf8)
    defer { try? FileManager.default.removeItem(atPath: file) }
    let theirs = environment.merging(["TASKRC": taskrc, "TASKDATA": data]) { _, new in new }
    _ = try ChildProcess.time([Self.program, "import", file], environment: theirs)
    try BacklogStore.makeEmpty(at: path)
    let ours = environment.merging(["PRODPAIR_STORE": path]) { _, new in new }
    _ = try ChildProcess.time([prodpair, "item", "import", file], environment: ours)
    return titles
  }
}
