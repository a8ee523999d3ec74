import Foundation

extension Trial {
  /// Many processes on one store at once; afterwards it says what each of them was told, and nothing else.
  public static let manyProcesses = Trial(
    name: "many-processes",
    does: """
      16 people at once tick, fail, note, move, edit, add, fold lessons, back up and verify on one store, beside an import \
      of thousands of rows; then every row is compared with what was acknowledged
      """,
    defects: PlantedTogether.allCases.map(\.rawValue)
  ) { settings, report in
    let planted = settings.defect.flatMap(PlantedTogether.init)
    try ManyProcesses(settings: settings, planted: planted).play(&report)
  }
}

private struct ManyProcesses {
  let settings: TrialSettings
  let planted: PlantedTogether?
  /// A planted defect is found among few as among many.
  private var workers: Int { planted == nil ? 16 : 3 }

  func play(_ report: inout TrialReport) throws {
    let store = try SharedStore(
      settings.program, workers: workers, stepsEach: 10, contested: workers * 3, sharing: planted == nil)
    if planted == nil, store.logins == nil { report.skip("several logins", because: BorrowedLogins.whyNot) }
    report.count("processes at once", workers)
    report.count("logins", store.logins?.names.count ?? 1)
    let before = try Record(of: store)
    let ledger = Ledger()
    work(on: store, ledger)
    try planted?.plant(in: store, ledger)
    for trouble in ledger.allTroubles { report.find(trouble) }
    let done = ledger.all
    AnswerCheck(patience: settings.times(full: .seconds(2), short: .seconds(60))).run(done, &report)
    for kind in Deed.Kind.allCases {
      report.count("\(kind)", done.filter { $0.deed.kind == kind && $0.ended.succeeded }.count)
    }
    try RecordCheck(store: store, before: before, after: Record(of: store), done: done).run(&report)
    try checkBackups(done, store, &report)
  }

  private func work(on store: SharedStore, _ ledger: Ledger) {
    var dice = Dice(seed: settings.seed)
    let time: Duration = planted == nil ? settings.times(full: .seconds(60), short: .seconds(3)) : .zero
    let end = ContinuousClock.now + time
    let rows = settings.times(full: 5000, short: 200)
    let over = DispatchGroup()
    for number in 1...workers {
      let worker = Worker(number, on: store, ledger: ledger, dice: dice.dice())
      over.enter()
      Thread.detachNewThread {
        var worker = worker
        if number == workers { worker.importRows(rows, until: end) } else { worker.work(until: end) }
        over.leave()
      }
    }
    over.wait()
    settings.progress("\(ledger.all.count) commands by \(workers) at once")
  }

  /// Each copy that was acknowledged is a store by itself, and sound.
  private func checkBackups(_ done: [Done], _ store: SharedStore, _ report: inout TrialReport) throws {
    let copies = done.filter { $0.deed.kind == .backup && $0.ended.succeeded }.compactMap(\.deed.words.last)
    for copy in copies.prefix(settings.times(full: 20, short: 2)) {
      let ended = try store.start(["verify", "--store", copy], at: store.seat(0), speaks: false).wait()
      report.count("copies verified")
      if !ended.succeeded { report.find("a copy is not sound: \(ended) \(ended.output)") }
    }
  }
}
