import Domain
import Foundation
import Testing

@testable import Exchange

@Suite("docs/json.md")
struct DocumentationTests {
  @Test("Every key that the JSON has is described")
  func keys() throws {
    let page = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../docs/json.md").standardized
    let text = try String(contentsOf: page, encoding: .utf8)
    var record = Sample.record(try Sample.full())
    record.executions = [
      Execution(
        number: ExecutionNumber(1), run: record.run.number, step: StepID("smoke"), mode: .check,
        command: StepCommand(fence: 0, interpreter: ["sh"], code: "x"), by: Handle("ana"), directory: "/", host: "x",
        spool: "x", startedAt: Sample.start, startedEntry: 1,
        result: ExecutionResult(
          ending: .exited(0), verdict: .yes, endedAt: Sample.start, took: nil,
          output: ExecutionOutput(progress: OutputProgress(done: 1))))
    ]
    let outputs = [
      RunJSON.json(record), TeamJSON.show(Team(name: TeamName("platform")), CommandSettings()),
      ChecklistShowJSON.json(Sample.version),
      RunListJSON.json([ListTests.run, ListTests.planned]), LessonTextTests.showJSON, LessonTextTests.blameJSON,
      StatsJSON.json(try LessonTextTests.stats()), IncidentShowJSON.json(Sample.incidentRecord()),
    ]
    for key in outputs.reduce(into: Set<String>(), { $0.formUnion(Self.keys(of: $1)) }) {
      #expect(text.contains("`\(key)`") || text.contains("`\(key)[]`"), "\(key) is not described")
    }
  }

  private static func keys(of json: JSON) -> Set<String> {
    switch json {
    case .object(let members): members.reduce(into: Set(members.keys)) { $0.formUnion(keys(of: $1.value)) }
    case .array(let values): values.reduce(into: []) { $0.formUnion(keys(of: $1)) }
    default: []
    }
  }
}
