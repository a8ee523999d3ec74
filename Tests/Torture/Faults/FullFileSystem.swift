import Foundation

/// A store on a small file system of its own (tmpfs), which is filled until nothing goes in any more.
struct FullFileSystem {
  let settings: TrialSettings
  private static let room = 256 << 10

  func run(_ report: inout TrialReport) throws {
    guard getuid() == 0 else { return report.skip("a full file system", because: "only root can mount") }
    let folder = try Folder()
    do { try tooSmall(folder, &report) } catch TortureError.unprepared(let ended) where ended.words.first == "mount" {
      return report.skip("a full file system", because: "\(ended)")
    }
    try filledUp(folder, &report)
  }

  /// 256 KiB are too few for a store: it is refused, and nothing of it stays.
  private func tooSmall(_ folder: Folder, _ report: inout TrialReport) throws {
    let place = try mount(folder("small"), bytes: Self.room)
    defer { unmount(place) }
    let ended = try Child.run(
      [settings.program.path, "init", "--no-starters", "--store", place + "/store/prodpair.sqlite"],
      environment: Program.environment.merging(["HOME": folder.path]) { $1 })
    report.count("inits where there is no room")
    if let problem = Self.problem(ended) { report.find("init on a file system of 256 KiB: \(problem)") }
    let left = try FileManager.default.subpathsOfDirectory(atPath: place).filter { $0 != "store" }
    if !left.isEmpty { report.find("init on a file system of 256 KiB leaves \(left.joined(separator: ", "))") }
  }

  private func filledUp(_ folder: Folder, _ report: inout TrialReport) throws {
    let place = try mount(folder("full"), bytes: 4 << 20)
    defer { unmount(place) }
    let workplace = try Workplace(settings.program, in: place)
    let ballast = place + "/ballast"
    try fill(ballast, at: place, leaving: Self.room)
    var titles: [String] = []
    var refused: [String]?
    // Each takes some pages of the log; there is room for a few.
    for number in 1...200 where refused == nil {
      let words = Change.add(title: "item \(number) on a disk that runs full").words
      let ended = try workplace.run(words)
      report.count("changes until the file system is full")
      if ended.succeeded {
        titles.append(words[2])
      } else {
        refused = words
        if let problem = Self.problem(ended) { report.find("item add on a full file system: \(problem)") }
      }
    }
    guard let refused else { return report.find("a file system of 256 KiB of room never ran full") }
    // Reading goes on, and what was acknowledged is there.
    try lookAt(workplace, titles, "while it is full", &report)
    guard unlink(ballast) == 0 else { throw TortureError.unreadable(ballast, reason: TortureError.reason()) }
    let again = try workplace.run(refused)
    if !again.succeeded { report.find("there is room again, and the refused change fails still: \(again)") }
    titles.append(refused[2])
    try lookAt(workplace, titles, "when there is room again", &report)
    try readOnly(workplace, place, titles, &report)
  }

  /// The file system is made read-only under the store, and writable again.
  private func readOnly(
    _ workplace: Workplace, _ place: String, _ titles: [String], _ report: inout TrialReport
  ) throws {
    try must(["mount", "-o", "remount,ro", place])
    let words = Change.add(title: "on a file system that is read-only").words
    let ended = try workplace.run(words)
    report.count("changes on a read-only file system")
    if ended.signal != nil || ended.succeeded || ended.errors.isEmpty {
      report.find("item add on a read-only file system: \(ended)")
    }
    try must(["mount", "-o", "remount,rw", place])
    try lookAt(workplace, titles, "after it was read-only", &report)
    let again = try workplace.run(words)
    if !again.succeeded { report.find("the file system can be written again, and the refused change fails: \(again)") }
  }

  private func lookAt(
    _ workplace: Workplace, _ titles: [String], _ when: String, _ report: inout TrialReport
  ) throws {
    if let problem = try workplace.unsound() { return report.find("\(when), \(problem)") }
    let found: KnownState
    do { found = try StateReader(workplace: workplace).read([.items], runs: []) } catch {
      return report.find("\(when), the items can't be read: \(error)")
    }
    if found.items.map(\.title) != titles {
      report.find("\(when), \(titles.count) items were acknowledged and these are there: \(found.items.map(\.title))")
    }
  }

  /// What is wrong with how a command ended that met no room; nil for an error that says so.
  static func problem(_ ended: Ended) -> String? {
    guard let code = ended.exitCode, [73, 74].contains(code) else { return "it should end with 73 or 74: \(ended)" }
    if ended.errors.contains(/\broom\b|space/) { return nil }
    return "its message does not say that there is no room: \(ended.errors.split(separator: "\n").first ?? "")"
  }

  /// Takes all room but a rest.
  private func fill(_ file: String, at place: String, leaving rest: Int) throws {
    var status = statvfs()
    guard statvfs(place, &status) == 0 else { throw TortureError.unreadable(place, reason: TortureError.reason()) }
    let free = Int(status.f_bavail) * Int(status.f_frsize)
    // Another process writes it. What this one has open for writing is held too, for a moment, by whatever a parallel trial
    // starts just then, and there would be no room again once its name is gone.
    let bytes = max(0, free - rest)
    try must(["dd", "if=/dev/zero", "of=\(file)", "bs=64K", "count=\(bytes)", "iflag=count_bytes", "status=none"])
  }

  private func mount(_ place: String, bytes: Int) throws -> String {
    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: false)
    try must(["mount", "-t", "tmpfs", "-o", "size=\(bytes)", "prodpair-torture", place])
    return place
  }

  private func unmount(_ place: String) {
    if (try? Child.run(["umount", place]).succeeded) != true { _ = try? Child.run(["umount", "--lazy", place]) }
  }

  private func must(_ words: [String]) throws {
    let ended = try Child.run(words)
    guard ended.succeeded else { throw TortureError.unprepared(ended) }
  }
}
