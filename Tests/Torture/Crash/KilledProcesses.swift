import Foundation
import Synchronization

extension Trial {
  /// Kills processes in mid-way, and looks whether what they did is there whole or not at all.
  public static let killedProcesses = Trial(
    name: "killed-processes",
    does: """
      Processes that add, move and import items, tick and fail steps and fold lessons into their file are killed \
      (SIGKILL) at random moments and at random calls; of one in four the next process is killed too, while it mends. \
      After each, verify holds, every acknowledged change is there, and the killed one is there whole or not at all.
      """,
    defects: KilledStore.Planted.allCases.map(\.rawValue)
  ) { settings, report in
    try KilledProcesses(settings: settings).run(&report)
  }
}

private struct KilledProcesses {
  let settings: TrialSettings

  func run(_ report: inout TrialReport) throws {
    let courses = try usualCourses()
    let kills = settings.times(full: 2000, short: 15)
    // A store of its own for each hundred: what one holds is read again and again, and a store replays alone.
    let stores = max(1, kills / 100)
    let all = Mutex(report)
    let empty = report
    let planted = settings.defect.flatMap(KilledStore.Planted.init)
    DispatchQueue.concurrentPerform(iterations: stores) { index in
      var part = empty
      let name = stores == 1 ? "" : "store \(index), "
      do { try hold(index, kills: min(kills, 100), courses, planted, &part) } catch {
        part.find("the trial was not held to its end: \(error)")
      }
      all.withLock { all in
        for (what, number) in part.counts { all.count(what, number) }
        for finding in part.findings { all.find(name + finding) }
        settings.progress("\(all.number(of: "processes killed")) of \(kills) processes killed")
      }
    }
    report = all.withLock { $0 }
  }

  private func hold(
    _ index: Int, kills: Int, _ courses: [String: UsualCourse], _ planted: KilledStore.Planted?,
    _ report: inout TrialReport
  ) throws {
    // A store's chance depends on its own number alone.
    let dice = Dice(seed: settings.seed &+ UInt64(index) &* 0x1_0000_0001)
    var store = try KilledStore(settings.program, dice: dice, courses: courses, planted: planted)
    var rounds = 0
    while rounds < kills * 4 {
      let isKilling = report.number(of: "processes killed") < kills
      // A defect that every kill came before still has to be planted, or nothing would be there to find.
      guard isKilling || store.planted != nil else { break }
      rounds += 1
      guard try store.next(&report, kills: isKilling) else { return }
    }
    for problem in try store.checkAll() { report.find("at the end: \(problem)") }
  }

  /// Each kind of change twice, undisturbed, on a store that is then given up: once by itself, for its time, and once
  /// watched, for its calls.
  private func usualCourses() throws -> [String: UsualCourse] {
    let workplace = try Workplace(settings.program)
    func oneOfEach(_ number: Int, step: String) throws -> [Change] {
      let words = KilledStore.lessonWords(number)
      return [
        .add(title: "item \(number)"), .move(item: 1, before: nil), .start, .fail(run: 1, step: step),
        .tick(run: 1, step: step), .learn(words: words), .fold(lesson: number, words: words),
        try KilledStore.bringIn(200, mark: number, in: workplace),
      ]
    }
    var courses: [String: UsualCourse] = [:]
    for change in try oneOfEach(1, step: "tell") {
      let ended = try workplace.run(change.words)
      guard ended.succeeded else { throw TortureError.unprepared(ended) }
      courses[change.kind] = UsualCourse(duration: ended.duration, calls: [:])
    }
    for change in try oneOfEach(2, step: "toggles") {
      courses[change.kind]?.calls = try UsualCourse.calls(of: change.words, in: workplace)
    }
    let verified = try workplace.run(["verify"])
    courses["verify"] = UsualCourse(
      duration: verified.duration, calls: try UsualCourse.calls(of: ["verify"], in: workplace))
    return courses
  }
}
