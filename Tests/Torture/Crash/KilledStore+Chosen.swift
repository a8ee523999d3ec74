import Foundation

// What is done next
extension KilledStore {
  /// A change that the rules let through as things are known to stand.
  mutating func chosen() throws -> Change {
    if planted == .staleFile { return foldOrLearn() }
    switch dice.below(12) {
    case 0..<3: return .add(title: "torture \(round)")
    case 3..<5:
      let numbers = known.items.map(\.number)
      guard let item = dice.one(of: numbers) else { return .add(title: "torture \(round)") }
      let other = dice.one(of: numbers.filter { $0 != item })
      return .move(item: item, before: dice.oneIn(3) ? nil : other)
    case 5..<8: return tickOrStart()
    case 8..<11: return foldOrLearn()
    default: return try bringIn(200)
    }
  }

  private mutating func tickOrStart() -> Change {
    guard let run = known.runs.keys.max(), let steps = known.runs[run],
      let step = Workplace.steps.first(where: { steps[$0] != "done" })
    else { return .start }
    return steps[step] != "failed" && dice.oneIn(3) ? .fail(run: run, step: step) : .tick(run: run, step: step)
  }

  private func foldOrLearn() -> Change {
    guard let lesson = known.lessons.first(where: { !$0.value })?.key else {
      return .learn(words: Self.lessonWords(known.nextLesson))
    }
    return .fold(lesson: lesson, words: Self.lessonWords(lesson))
  }

  static func lessonWords(_ lesson: Int) -> String { "Tell support, as lesson \(lesson) has it" }

  private func bringIn(_ count: Int) throws -> Change {
    try Self.bringIn(count, mark: round, in: workplace)
  }

  /// A file of another program's with so many stories.
  static func bringIn(_ count: Int, mark: Int, in workplace: Workplace) throws -> Change {
    let titles = (1...count).map { "story \(mark).\($0)" }
    let lines = titles.enumerated().map { index, title in
      "\(mark * 10_000 + index),\(title),router,feature,2,unstarted,\"Jan 2, 2020\",Ana,as it was told"
    }
    let text = (["Id,Title,Labels,Type,Estimate,Current State,Created at,Requested By,Description"] + lines)
      .joined(separator: "\n")
    return .bringIn(file: try workplace.folder.file("stories-\(mark).csv", text + "\n"), titles: titles)
  }
}
