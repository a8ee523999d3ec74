import Foundation
import Synchronization

extension Trial {
  /// Lets one call after the other fail, and looks at what is said and what is left.
  public static let failingDisk = Trial(
    name: "failing-disk",
    does: """
      In each of seven commands every write, sync, truncate and open on the store's files fails once, with ENOSPC and \
      with EIO: an error in words and no death; nothing is there of the change, or all of it where it says so; verify \
      holds; the same command without the fault succeeds, and nothing is left lying about. Then a file system of a few \
      hundred KiB is filled up, made read-only, and given room again, and a file-size limit is met.
      """,
    defects: FailingDisk.Planted.allCases.map(\.rawValue)
  ) { settings, report in
    let planted = settings.defect.flatMap(FailingDisk.Planted.init)
    try FailingDisk(settings: settings, planted: planted).run(&report)
    guard planted == nil else { return }
    try FullFileSystem(settings: settings).run(&report)
    try FileSizeLimit(settings: settings).run(&report)
  }
}

struct FailingDisk {
  enum Planted: String, CaseIterable, Sendable {
    /// The disk says that it has written to the log, and has not.
    case lyingDisk = "lying-disk"
    case muteError = "mute-error"
    case strayFile = "stray-file"
  }

  let settings: TrialSettings
  let planted: Planted?
  private static let scenarioCount = 7

  func run(_ report: inout TrialReport) throws {
    let all = Mutex(report)
    let empty = report
    DispatchQueue.concurrentPerform(iterations: planted == nil ? Self.scenarioCount : 1) { index in
      var part = empty
      do { try hold(index, &part) } catch { part.find("the trial was not held to its end: \(error)") }
      all.withLock { $0.add(part) }
    }
    report = all.withLock { $0 }
  }

  func hold(_ index: Int, _ report: inout TrialReport) throws {
    let failed = try FailedScenario(settings.program, index: index, planted: planted)
    let faults = faults(failed.calls, seed: settings.seed &+ UInt64(index))
    var problems = SameProblems()
    for fault in faults {
      for problem in try failed.hold(fault, &report) {
        problems.add(problem, in: "\(failed.scenario.name), \(fault)")
      }
    }
    problems.report(&report)
    settings.progress("\(failed.scenario.name): \(faults.count) calls made to fail")
  }

  /// Every call with both errors, and writes that come to half; in the short form one of each kind.
  private func faults(_ calls: [Fault.Call: Int], seed: UInt64) -> [Fault] {
    switch planted {
    case .lyingDisk: return [Fault(.write, nth: 3, .lie, ends: "-wal")]
    case .muteError, .strayFile: return [Fault(.write, nth: 1, .fail, .inputOutput, ends: "-wal")]
    case nil: break
    }
    var dice = Dice(seed: seed)
    return [Fault.Call.write, .sync, .truncate, .open].flatMap { call -> [Fault] in
      let count = calls[call] ?? 0
      let every = (0..<count).flatMap { index in
        Fault.Number.allCases.map { Fault(call, nth: index + 1, .fail, $0) }
          + (call == .write ? [Fault(call, nth: index + 1, .half, .noSpace)] : [])
      }
      return settings.size == .full ? every : dice.one(of: every).map { [$0] } ?? []
    }
  }
}
