import Domain
import Testing

@testable import ChecklistFile

@Suite("Checklists that other people wrote", .enabled(if: !Samples.realFiles.isEmpty))
struct RealFileTests {
  @Test(
    "Sections and steps are found as a reader counts them",
    arguments: [
      ("data-safe-haven-release.md", [0, 12, 0, 0], 12), ("epinio-release.md", [0, 9, 0, 0], 9),
      ("penumbra-deployment.md", [0, 16, 0, 0], 16), ("pygmt-bump-gmt.md", [0, 27, 0, 0], 27),
      ("pygmt-release.md", [17, 13, 7, 0], 37),
    ])
  func counts(name: String, sections: [Int], total: Int) throws {
    guard let file = Samples.realFiles.first(where: { $0.name == name }) else { return }
    let document = try ChecklistDocument(bytes: file.bytes, fileName: file.name)
    let steps = document.steps()
    #expect(Section.allCases.map { section in steps.filter { $0.section == section }.count } == sections)
    #expect(steps.count == total)
    let boxes = document.text.split(separator: "\n").filter { $0.trimmingSpacing().dropFirst(2).hasPrefix("[ ] ") }
    #expect(boxes.count == total)
    #expect(Set(steps.map(\.id)).count == total)
    #expect(steps.map(\.number) == Array(1...total))
  }

  @Test("Their titles, groups and nesting are as written")
  func details() throws {
    guard Samples.realFiles.count >= 5 else { return }
    let documents = try Dictionary(
      uniqueKeysWithValues: Samples.realFiles.map { file in
        (file.name, try ChecklistDocument(bytes: file.bytes, fileName: file.name))
      })
    #expect(documents["epinio-release.md"]?.title == "Release vX.Y.Z")
    #expect(documents["epinio-release.md"]?.parsedSteps.last?.group == ["Docs"])
    #expect(documents["pygmt-release.md"]?.title == "Release PyGMT vX.Y.Z")
    #expect(documents["pygmt-release.md"]?.parsedSteps[0].text == "Wrap X ()")
    #expect(documents["pygmt-release.md"]?.parsedSteps.last?.section == .post)
    #expect(documents["data-safe-haven-release.md"]?.parsedSteps.map(\.depth).max() == 0)
    #expect(documents["penumbra-deployment.md"]?.parsedSteps.map(\.depth).max() == 1)
    #expect(
      documents["penumbra-deployment.md"]?.parsedSteps[8].body == "- This step will publish updated npm packages.")
  }

  @Test("Lint mentions the sections that had to be guessed, and nothing is ticked", arguments: Samples.realFiles)
  func lint(file: RealFile) {
    let findings = Lint.findings(bytes: file.bytes, fileName: file.name)
    #expect(findings.contains { $0.rule == .guessedSection } == (file.name != "pygmt-release.md"))
    #expect(
      !findings.contains {
        [.tickedBox, .unreadable, .unknownAttribute, .missedStep, .swallowedHeading].contains($0.rule)
      })
  }
}
