import Foundation

/// The power is cut at many moments of the same work.
struct PowerCuts {
  let settings: TrialSettings
  let forgotten: ForgottenSync?

  func run(_ report: inout TrialReport) throws {
    let forgotten = forgotten
    let work = try RecordedWork(
      settings.program, heeding: { path, isDirectory in forgotten?.isMeant(path, isDirectory) != true },
      isShort: settings.size == .short)
    report.count("calls recorded", work.log.entries.count)
    for gap in try work.gaps() { report.find("the record lacks something of \(gap)") }
    guard report.passed else { return }

    // The store knows its checklist's file by its path, so what is left lies where the work was done.
    let place = work.workplace.folder.path
    var dice = Dice(seed: settings.seed)
    let cuts = chosenCuts(work, &dice)
    var disk = work.start
    var done = 0
    var problems = SameProblems()
    defer { problems.report(&report) }
    for (number, cut) in cuts.enumerated() {
      for entry in work.log.entries[done..<cut.call] { disk.take(entry) }
      done = cut.call
      var cutDisk = disk
      // The call that the power was lost in may have come to the disk in part.
      if cut.fortune != .nothing, done < work.log.entries.count, work.log.entries[done].call != .sync {
        cutDisk.take(work.log.entries[done])
      }
      try lay(cutDisk.afterPowerLoss(cut.fortune, &dice), over: place, &dice)
      report.count("power cuts")
      let found = try check(work, cut: cut.call, thoroughly: number % 10 == 0)
      for problem in found {
        let when = "power lost at call \(cut.call), \(words(work, cut.call)), \(cut.fortune) of the rest on the disk"
        problems.add(work.workplace.withoutFolder(problem), in: when)
      }
      if number % 50 == 49 { settings.progress("\(number + 1) of \(cuts.count) power cuts") }
      // One is enough to know that what was planted is found.
      if settings.defect != nil, !found.isEmpty { return }
    }
  }

  private struct Cut {
    var call: Int
    var fortune: Disk.Fortune
  }

  /// One right after each acknowledgement, with no more on the disk than was synced; and others anywhere, as often within
  /// what makes few calls as within what makes many. In the order of time.
  private func chosenCuts(_ work: RecordedWork, _ dice: inout Dice) -> [Cut] {
    var cuts = work.marks.map { Cut(call: $0.calls, fortune: .nothing) }
    let others = settings.defect == nil ? settings.times(full: 500 - cuts.count, short: 6) : 0
    for _ in 0..<others {
      let from = dice.below(work.marks.count)
      let end = from + 1 < work.marks.count ? work.marks[from + 1].calls : work.log.entries.count
      let call = work.marks[from].calls + dice.below(end - work.marks[from].calls + 1)
      cuts.append(Cut(call: call, fortune: .any(&dice)))
    }
    return cuts.sorted { $0.call < $1.call }
  }

  private func words(_ work: RecordedWork, _ cut: Int) -> String {
    guard let mark = work.marks.last(where: { $0.calls <= cut }) else { return "before all" }
    return "after `\(mark.last)` was acknowledged"
  }

  /// Puts what the disk holds in the place of what is there.
  private func lay(_ image: Disk.Image, over place: String, _ dice: inout Dice) throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: place) {
      try FileManager.default.removeItem(atPath: place + "/" + name)
    }
    for (path, content) in image.sorted(by: { $0.key < $1.key }) where path != place {
      guard let content else {
        guard mkdir(path, 0o700) == 0 else { throw TortureError.unreadable(path, reason: TortureError.reason()) }
        continue
      }
      // Shared memory that was written by mapping: old, or nothing, or gone.
      if path.hasSuffix("-shm"), dice.oneIn(2) { continue }
      let isMade = FileManager.default.createFile(
        atPath: path, contents: Data(content), attributes: [.posixPermissions: 0o600])
      guard isMade else { throw TortureError.unreadable(path, reason: TortureError.reason()) }
    }
  }

  private func check(_ work: RecordedWork, cut: Int, thoroughly: Bool) throws -> [String] {
    guard let index = work.marks.lastIndex(where: { $0.calls <= cut }) else { return [] }
    let mark = work.marks[index]
    let workplace = work.workplace
    let verified = try workplace.run(["verify", "--head", mark.head])
    guard verified.succeeded else { return ["\(verified) \(verified.output)"] }
    if let problem = try workplace.unhealthy() { return [problem] }
    var problems: [String] = []
    for (path, wasMade) in [(work.backup, mark.hasBackup), (work.otherStore, mark.hasOtherStore)] {
      let isThere = FileManager.default.fileExists(atPath: path)
      if wasMade && !isThere { problems.append("\(path) was acknowledged and is not there") }
      guard isThere else { continue }
      let ended = try workplace.run(["verify", "--store", path])
      if !ended.succeeded { problems.append("\(ended)") }
    }
    let next = work.marks.indices.contains(index + 1) ? work.marks[index + 1] : mark
    if thoroughly || mark.known.page != next.known.page { problems += try compare(mark, next, in: workplace) }
    return problems
  }

  /// What is there is what was acknowledged, with or without all of what was being done.
  private func compare(
    _ mark: RecordedWork.Acknowledged, _ next: RecordedWork.Acknowledged, in workplace: Workplace
  ) throws -> [String] {
    let found = try StateReader(workplace: workplace).read(runs: [1])
    let text = FileManager.default.contents(atPath: workplace.checklist).map { String(decoding: $0, as: UTF8.self) }
    var problems = KnownState.Part.allCases.compactMap { part -> String? in
      guard next.known.difference(to: found, in: part) != nil else { return nil }
      return mark.known.difference(to: found, in: part)
    }
    if text != found.page {
      problems.append("the file and the store disagree: \(KnownState.firstDifference(found.page, text ?? ""))")
    }
    return problems
  }
}
