import Foundation

extension Trial {
  /// A writer that is stopped or killed with the lock in its hand.
  public static let heldUp = Trial(
    name: "held-up",
    does: """
      a process is stopped (SIGSTOP) while it writes, in the middle of an import and at random moments of short commands: \
      others are told who holds them up, and go on once it goes on or is killed
      """,
    defects: PlantedHold.allCases.map(\.rawValue)
  ) { settings, report in
    guard LockWatch.canLook else { return report.skip("all of it", because: LockWatch.whyNot) }
    var trial = HeldUp(settings: settings, planted: settings.defect.flatMap(PlantedHold.init))
    try trial.play(&report)
  }
}

private struct HeldUp {
  let settings: TrialSettings
  let planted: PlantedHold?
  private var longestRefusal = Duration.zero
  private var longestAfter = Duration.zero

  init(settings: TrialSettings, planted: PlantedHold?) {
    self.settings = settings
    self.planted = planted
  }

  /// As long as the program waits for the lock, and what it may take besides on a machine with nothing else to do.
  private static let busyLimit = Duration.seconds(5)
  private static let margin = Duration.seconds(3)
  /// As long as SQLite itself waits for the one who opens a store first (walTryBeginRead in its wal.c).
  private static let recoveryLimit = Duration.seconds(10)
  /// Nobody ever waits longer than this, however slow the machine is.
  private var patience: Duration { planted == .hungWaiter ? .seconds(1) : .seconds(120) }

  mutating func play(_ report: inout TrialReport) throws {
    var dice = Dice(seed: settings.seed)
    let workplace = try Workplace(settings.program)
    let rounds = planted == nil ? settings.times(full: 10, short: 2) : 2
    for round in 0..<rounds { try holdImport(round, in: workplace, &report) }
    if planted == nil {
      let usual = try workplace.run(["run", "note", "1", "how long does it take"]).duration
      for round in 0..<settings.times(full: 60, short: 4) {
        // Half of them at any moment, the others with the lock in their hand, if they can be caught so.
        let moment = round % 2 == 0 ? dice.part(of: usual) : nil
        try stopShortCommand(round, in: workplace, at: moment, isKilled: dice.oneIn(2), &report)
      }
      for _ in 0..<settings.times(full: 5, short: 1) { try stopRecovery(in: workplace, &report) }
    }
    report.count("ms the longest refusal took", RecordCheck.milliseconds(longestRefusal))
    report.count("ms the longest command after a killed or resumed one took", RecordCheck.milliseconds(longestAfter))
    if let problem = try workplace.unsound() ?? workplace.unhealthy() { report.find(problem) }
  }

  // MARK: An import

  /// Stops an import in its transaction; every second one is killed then.
  private mutating func holdImport(_ round: Int, in workplace: Workplace, _ report: inout TrialReport) throws {
    let rows = settings.times(full: 5000, short: 1000)
    let file = try csv(round, rows, in: workplace)
    let importer = try workplace.start(["item", "import", file, "--from", "tracker"])
    guard stop(importer, at: .write, of: workplace.store) else {
      report.count("imports that were over before they could be stopped")
      _ = importer.wait(limit: .seconds(600))
      return
    }
    report.count("imports stopped with the lock")
    try expectRefusal(by: importer.process, in: workplace, &report)
    let reading = try workplace.run(["item", "list", "--json", "--limit", "20"], limit: patience)
    if !reading.succeeded { report.find("whoever only reads was held up: \(reading)") }
    if round % 2 == 0 {
      importer.send(SIGKILL)
      _ = importer.wait()
      try expectFree("a killed import", in: workplace, &report)
      try expectRows(0, of: round, in: workplace, &report)
    } else {
      importer.send(SIGCONT)
      let ended = importer.wait(limit: .seconds(600))
      if !ended.succeeded { report.find("the import went on, and failed: \(ended)") }
      try expectFree("an import that went on", in: workplace, &report)
      try expectRows(rows, of: round, in: workplace, &report)
    }
    if let problem = try workplace.unsound() { report.find(problem) }
  }

  private func csv(_ round: Int, _ rows: Int, in workplace: Workplace) throws -> String {
    let lines = (1...rows).map { "\((round + 1) * 1_000_000 + $0),row \($0),round-\(round),feature,unstarted\n" }
    return try workplace.folder.file("round-\(round).csv", "Id,Title,Labels,Type,Current State\n" + lines.joined())
  }

  /// Stops the process at a moment at which it holds that; false when it ended before.
  private func stop(_ child: Child, at hold: LockWatch.Hold, of store: String) -> Bool {
    let watch = LockWatch(store: store)
    while !LockWatch.isStopped(child.process) {
      guard watch.hold(by: child.process) == hold else {
        usleep(20)
        continue
      }
      child.send(SIGSTOP)
      while !LockWatch.isStopped(child.process) { usleep(200) }
      // A short hold may have been over by then.
      if watch.hold(by: child.process) == hold { return true }
      child.send(SIGCONT)
      usleep(20)
    }
    return false
  }

  // MARK: Those who wait

  /// Whoever writes now is refused within its limit, and told who is at it.
  private mutating func expectRefusal(
    by holder: pid_t, in workplace: Workplace, isRecovery: Bool = false, _ report: inout TrialReport
  ) throws {
    let waiter = try workplace.start(["item", "add", "while it is held"])
    if planted == .hungWaiter { waiter.send(SIGSTOP) }
    var ended = waiter.wait(limit: patience)
    if planted == .namelessHolder { ended.errors = "prodpair: busy\n" }
    longestRefusal = max(longestRefusal, ended.duration)
    if ended.isOutOfTime { return report.find("whoever waited for a stopped process hung: \(ended)") }
    if ended.exitCode != 75 {
      report.find("whoever waited for a stopped process was not told that it is busy: \(ended)")
    }
    if !ended.errors.contains("is being written by") || !ended.errors.contains("\(holder)") {
      let what = isRecovery ? "reads the log" : "writes"
      report.find("whoever was refused by one that \(what) was not told that process \(holder) holds them up: \(ended)")
    }
    let limit = isRecovery ? Self.recoveryLimit : Self.busyLimit
    if settings.size == .full, ended.duration > limit + Self.margin {
      report.find("whoever was refused waited longer than \(limit): \(ended.duration)")
    }
  }

  /// The lock is free at once.
  private mutating func expectFree(_ what: String, in workplace: Workplace, _ report: inout TrialReport) throws {
    let lock = planted == .lockThatStays ? try HeldLock(store: workplace.store) : nil
    let next = try workplace.run(["item", "add", "once it is free"], limit: patience)
    withExtendedLifetime(lock) {}
    longestAfter = max(longestAfter, next.duration)
    if !next.succeeded { report.find("after \(what) the next one was refused: \(next)") }
    if settings.size == .full, next.duration > .seconds(2) {
      report.find("after \(what) the next one waited \(next.duration)")
    }
  }

  /// All rows of an import are there, or none.
  private func expectRows(
    _ rows: Int, of round: Int, in workplace: Workplace, _ report: inout TrialReport
  ) throws {
    if planted == .halfImport, rows == 0 {
      try workplace.sql(
        """
        CREATE TEMP TABLE half AS SELECT * FROM item ORDER BY number DESC LIMIT 1;
        UPDATE half SET number = number + 1, labels = '["round-\(round)"]', source = NULL;
        INSERT INTO item (number, team, type, state, title, description, labels, owners, blockers, tasks, links, extra,
          place, created_at, updated_at)
        SELECT number, team, type, state, title, description, labels, owners, blockers, tasks, links, extra, place,
          created_at, updated_at FROM half;
        """)
    }
    let all = try workplace.must("item", "list", "--all", "--json")
    let list = try JSONSerialization.jsonObject(with: Data(all.utf8)) as? [[String: Any]] ?? []
    let found = list.filter { ($0["labels"] as? [String])?.contains("round-\(round)") == true }.count
    if found != rows { report.find("\(found) rows of an import are there, and \(rows) should be") }
  }

  // MARK: Short commands

  /// Stops a short command at some moment of its life, sees what another meets, and lets it go on or kills it.
  private mutating func stopShortCommand(
    _ round: Int, in workplace: Workplace, at moment: Duration?, isKilled: Bool, _ report: inout TrialReport
  ) throws {
    let text = "short \(round)"
    let child = try workplace.start(["run", "note", "1", text])
    if let moment {
      usleep(UInt32(moment / .microseconds(1)))
      child.send(SIGSTOP)
      while !LockWatch.isStopped(child.process) { usleep(200) }
    } else {
      _ = stop(child, at: .write, of: workplace.store)
    }
    report.count("short commands stopped")
    if let hold = LockWatch(store: workplace.store).hold(by: child.process) {
      report.count("of them with the lock")
      try expectRefusal(by: child.process, in: workplace, isRecovery: hold == .recovery, &report)
    } else {
      let other = try workplace.run(["item", "add", "beside \(text)"], limit: patience)
      if !other.succeeded { report.find("a process that was stopped without the lock held another up: \(other)") }
    }
    child.send(isKilled ? SIGKILL : SIGCONT)
    let ended = child.wait(limit: patience)
    let isThere = try workplace.must("run", "show", "1", "--json").contains("\"\(text)\"")
    if ended.succeeded && !isThere { report.find("\"\(text)\" was acknowledged, and is not there") }
    if !isKilled, !ended.succeeded { report.find("a command that was stopped and went on failed: \(ended)") }
  }

  /// Stops whoever opens the store first, while it reads what the -wal file has; that takes a moment, so it is tried anew.
  private mutating func stopRecovery(in workplace: Workplace, _ report: inout TrialReport) throws {
    for _ in 1...20 {
      let reader = try workplace.start(["item", "list", "--json", "--limit", "20"])
      guard stop(reader, at: .recovery, of: workplace.store) else {
        _ = reader.wait()
        continue
      }
      report.count("openings stopped while they read the log")
      try expectRefusal(by: reader.process, in: workplace, isRecovery: true, &report)
      reader.send(SIGKILL)
      _ = reader.wait()
      return try expectFree("a killed opening", in: workplace, &report)
    }
    report.skip(
      "an opening that is stopped while it reads the log", because: "each was over before it could be stopped")
  }
}
