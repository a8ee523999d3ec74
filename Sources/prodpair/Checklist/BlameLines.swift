import ArgumentParser
import Domain
import Exchange
import Store
import Workflow

extension ChecklistCommands {
  struct Blame: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "blame",
      abstract: "Say of each line since which version it stands there, by whom, and out of which lesson.",
      discussion: """
        A line that is the same in the version before is put down to that one, and so on. A lesson's run and incident \
        are named with it.
        """)

    @OptionGroup var reading: ReadingOptions
    @OptionGroup var which: WhichVersion

    func run() throws {
      let (lines, clock) = try reading.store.open().read { reader in
        let blame = try ChecklistBlame.of(which.name, number: which.version, in: reader)
        var trails: [LessonNumber: LessonTrail] = [:]
        for lesson in blame.lines.flatMap(\.lessons) where trails[lesson.number] == nil {
          trails[lesson.number] = try reader.trail(of: lesson)
        }
        let lines = blame.lines.map { line in
          BlamedLine(
            number: line.number, text: line.text, version: line.version, step: line.step,
            trails: line.lessons.compactMap { trails[$0.number] })
        }
        return (lines, try reader.clock())
      }
      if reading.isJSON { return try Output.json(BlameJSON.json(lines)) }
      try Output.text(BlameText.text(lines, in: clock))
    }
  }
}
