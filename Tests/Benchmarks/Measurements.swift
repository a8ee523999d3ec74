import Foundation
import Store

/// The parts of the benchmark, in their order.
struct Measurements {
  private let prodpair: String
  private let environment: [String: String]
  private let options: BenchOptions
  private let workplace: Workplace

  init(_ prodpair: String, _ environment: [String: String], _ options: BenchOptions, _ workplace: Workplace) {
    self.prodpair = prodpair
    self.environment = environment
    self.options = options
    self.workplace = workplace
  }

  private func measure(_ part: BenchOptions.Part, _ what: String, _ body: () throws -> Void) rethrows {
    guard options.parts.contains(part) else { return }
    FileHandle.standardError.write(Data("measuring \(what), load \(Machine.load) …\n".utf8))
    try body()
  }

  private func firstFrame() throws -> FirstFrame {
    FirstFrame(
      prodpair: prodpair, bare: try BareProgram(in: workplace.path, environment: environment), environment: environment)
  }

  /// What goes deep: runs of a hundred steps, and what they are made of.
  ///
  /// - Parameter stores: the smallest first.
  func add(_ stores: [BenchStore], to report: inout Report) throws {
    for store in stores { report.figures += try ofOne(store).sized(store.entryCount, "entries") }
    guard let small = stores.first, let large = stores.last else { return }
    try measure(.commands, "the command line, and what could grow") {
      let commands = WholeCommands(prodpair: prodpair, environment: environment, large: large, small: small)
      report.figures += try commands.figures() + Growth(large: large, small: small).figures()
      report.figures += try LineHistoryReading(store: large).figures()
    }
    try measure(.verify, "verify") { try verify(large.store, "\(large.entryCount) entries", &report) }
  }

  private func ofOne(_ store: BenchStore) throws -> [Figure] {
    var figures: [Figure] = []
    let name = "\(store.entryCount) entries"
    try measure(.start, "the first frame, \(name)") {
      let firstFrame = try firstFrame()
      figures.append(try firstFrame.figure("first frame", store))
      figures.append(try firstFrame.figureAlone("first frame, nobody else there", store))
    }
    try measure(.keys, "keys, \(name)") {
      figures += try KeysInProcess(store: store).figures()
      figures += try KeysThroughTerminal(prodpair: prodpair, environment: environment, store: store).figures()
    }
    try measure(.ticks, "ticks, \(name)") {
      figures += try TickToDurable(directory: workplace.path).figures(store)
      figures += try OtherScreen(prodpair: prodpair, environment: environment, store: store).figures()
    }
    try measure(.memory, "memory, \(name)") {
      figures += try Memory(prodpair: prodpair, environment: environment).figures(store)
    }
    return figures
  }

  /// What goes wide: every screen on lists that are long.
  func add(_ wide: WideStore, to report: inout Report) throws {
    try measure(.start, "the first frame, wide store") {
      report.figures.append(try firstFrame().figure("first frame, wide store", wide))
    }
    try measure(.screens, "every screen") {
      report.keys = try EveryScreen(
        prodpair: prodpair, environment: environment, store: wide, rounds: options.rounds
      ).rows()
    }
    try measure(.hour, "an hour's keys") {
      report.figures += try PlayedHour(prodpair: prodpair, environment: environment, store: wide).figures()
    }
    try measure(.idle, "nothing for \(options.idleSeconds) s") {
      let idle = IdleProcessor(
        prodpair: prodpair, environment: environment, store: wide, seconds: options.idleSeconds)
      report.figures += try idle.figures()
    }
    try measure(.verify, "verify") { try verify(wide.store, "wide store", &report) }
  }

  /// What needs no store but one of its own.
  func addLessons(to report: inout Report) throws {
    try measure(.lessons, "folds and blame") {
      report.figures.append(try FoldOfLongList().figure())
      let history = try LongHistory(at: workplace.path + "/history.sqlite")
      defer { history.close() }
      report.figures += try history.figures()
    }
  }

  /// What a backlog of years holds: each size has a store of its own.
  func addBacklog(to report: inout Report) throws {
    guard let small = options.items.first, let large = options.items.last else { return }
    try measure(.importing, "imports of \(small) and \(large) rows") {
      report.figures += try ImportingBacklogs(
        prodpair: prodpair, environment: environment, directory: workplace.path, large: large, small: small
      ).figures()
    }
    for rows in options.items {
      try measure(.backlog, "a backlog of \(rows) items") {
        let store = try BacklogStore(
          in: workplace.path, rows: rows, prodpair: prodpair, environment: environment)
        report.say("Backlog: \(try store.summary()).")
        report.figures += try BacklogFigures(
          prodpair: prodpair, environment: environment, store: store
        ).figures().sized(rows, "items")
      }
    }
    try measure(.backlog, "the verbs of Taskwarrior") {
      guard TaskwarriorVerbs.isInstalled else {
        return report.say("No \(TaskwarriorVerbs.program) here: its verbs are not measured.")
      }
      report.figures += try TaskwarriorVerbs(
        prodpair: prodpair, environment: environment, directory: workplace.path
      ).figures()
    }
  }

  /// What planning takes, and the board of all teams: they have a store of their own.
  func addDuties(to report: inout Report) throws {
    try measure(.duty, "plans of duties, and the board") {
      report.figures += try DutyFigures(
        prodpair: prodpair, environment: environment, directory: workplace.path
      ).figures()
    }
  }

  /// Alerts on their way to an incident.
  func addIntake(to report: inout Report) throws {
    try measure(.intake, "the intake of alerts") {
      report.figures += try IntakeFigures(
        prodpair: prodpair, environment: environment, directory: workplace.path
      ).figures()
    }
  }

  /// The numbers of a year: they have a store of their own.
  func addNumbers(to report: inout Report) throws {
    guard let runs = options.runs.last else { return }
    try measure(.numbers, "the numbers of \(runs) runs") {
      report.figures += try NumbersFigures(
        prodpair: prodpair, environment: environment, directory: workplace.path, runs: runs
      ).figures()
    }
  }

  /// A command whose output is followed.
  func addFollowing(to report: inout Report) throws {
    try measure(.following, "the output of a command") {
      report.figures += try FollowFigures(
        prodpair: prodpair, environment: environment, directory: workplace.path
      ).figures()
    }
  }

  /// Other programs of the terminal, and how large this one is.
  func addNeighbours(to report: inout Report) throws {
    try measure(.size, "the binary") {
      let size = try FileManager.default.attributesOfItem(atPath: prodpair)[.size] as? Int ?? 0
      report.figures.append(Figure("the binary, stripped", Double(size) / 1_000_000, .megabytes))
    }
    try measure(.neighbours, "other programs of the terminal") {
      let store = try BenchStore(in: workplace.path, runs: options.runs.first ?? 10)
      _ = try store.freshRun()
      report.figures += try NeighbourFigures(
        prodpair: prodpair, environment: environment, directory: workplace.path, store: store
      ).figures()
    }
  }

  private func verify(_ store: Store, _ name: String, _ report: inout Report) throws {
    var isSound = false
    let seconds = try milliseconds { isSound = try store.verify().findings.isEmpty } / 1000
    if !isSound { report.isSound = false }
    report.figures.append(Figure("verify, \(name)\(isSound ? "" : ": FOUND SOMETHING")", seconds, .seconds))
  }
}
