import Foundation

/// Copies of a mounted file system's image, each made while a writer is stopped in mid-way: what a power loss at that
/// moment would leave on a real file system, which then mends itself.
struct CopiedImages {
  let settings: TrialSettings

  func run(_ report: inout TrialReport) throws {
    if let obstacle = MountedImage.obstacle { return report.skip("copies of a mounted image", because: obstacle) }
    let folder = try Folder()
    let image: MountedImage
    do { image = try MountedImage(new: folder("disk.img"), bytes: 48 << 20, at: folder("disk")) } catch {
      return report.skip("copies of a mounted image", because: "\(error)")
    }
    defer { image.unmount() }
    var dice = Dice(seed: settings.seed)
    let workplace = try Workplace(settings.program, in: image.place)
    for number in 1...5 { try workplace.must(Change.add(title: "the first \(number)").words) }
    var known = try StateReader(workplace: workplace).read(runs: [1])
    let usual = try workplace.run(["verify"]).duration
    var head = try self.head(of: workplace, known: nil)

    let copies = settings.times(full: 100, short: 2)
    for number in 1...copies {
      let change = try chosen(number, known, workplace, &dice)
      let child = try workplace.start(change.words)
      usleep(UInt32(dice.part(of: usual) / .microseconds(1)))
      child.send(SIGSTOP)
      try image.copy(to: folder("copy.img"))
      child.send(SIGCONT)
      let ended = child.wait()
      guard ended.succeeded else { return report.find("\(ended)") }
      let after = change.applied(to: known)
      let problems = try look(folder, workplace, known: known, after: after, head: head)
      for problem in problems {
        report.find("image copied during `\(change.words.joined(separator: " "))`: \(problem)")
      }
      report.count("images copied")
      known = after
      head = try self.head(of: workplace, known: head)
      if number % 20 == 0 { settings.progress("\(number) of \(copies) images copied") }
    }
  }

  private func chosen(
    _ number: Int, _ known: KnownState, _ workplace: Workplace, _ dice: inout Dice
  ) throws -> Change {
    if dice.oneIn(8) { return try KilledStore.bringIn(100, mark: number, in: workplace) }
    if dice.oneIn(3), let item = dice.one(of: known.items) { return .move(item: item.number, before: nil) }
    let steps = known.runs[1] ?? [:]
    if dice.oneIn(2), let step = Workplace.steps.first(where: { steps[$0] != "done" }) {
      return .tick(run: 1, step: step)
    }
    return .add(title: "while it is copied, \(number)")
  }

  private func head(of workplace: Workplace, known head: String?) throws -> String {
    struct Verified: Decodable { var head: String }
    let output = try workplace.must(["verify", "--json"] + (head.map { ["--head", $0] } ?? []))
    return try JSONDecoder().decode(Verified.self, from: Data(output.utf8)).head
  }

  /// Mounts the copy, and looks for what was acknowledged before it was made.
  private func look(
    _ folder: Folder, _ original: Workplace, known: KnownState, after: KnownState, head: String
  ) throws -> [String] {
    let copy = try MountedImage(folder("copy.img"), at: folder("copy"))
    defer { copy.unmount() }
    let workplace = Workplace(original, copiedTo: copy.place + original.folder.path.dropFirst(folder("disk").count))
    let verified = try workplace.run(["verify", "--head", head])
    guard verified.succeeded else { return ["\(verified) \(verified.output)"] }
    if let problem = try workplace.unhealthy() { return [problem] }
    let found = try StateReader(workplace: workplace).read([.items, .runs], runs: [1])
    return [KnownState.Part.items, .runs].compactMap { part in
      after.difference(to: found, in: part) == nil ? nil : known.difference(to: found, in: part)
    }
  }
}
