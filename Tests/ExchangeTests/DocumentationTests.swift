import Foundation
import Testing

@testable import Exchange

@Suite("docs/json.md")
struct DocumentationTests {
  @Test("Every key that the JSON has is described")
  func keys() throws {
    let page = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../docs/json.md").standardized
    let text = try String(contentsOf: page, encoding: .utf8)
    let outputs = [
      RunJSON.json(Sample.record(try Sample.full())), ChecklistShowJSON.json(Sample.version),
      RunListJSON.json([ListTests.run, ListTests.planned]), LessonTextTests.showJSON, LessonTextTests.blameJSON,
      StatsJSON.json(try LessonTextTests.stats()),
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
