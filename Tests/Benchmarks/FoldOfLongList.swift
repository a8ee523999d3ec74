import ChecklistFile
import Domain

/// Reading a checklist of two thousand steps and folding a lesson into the middle of it.
struct FoldOfLongList {
  private let version: ChecklistVersion

  static let stepCount = 2000
  static let boundMilliseconds = 50.0
  private static let rounds = 40

  init() throws {
    let document = try ChecklistDocument(source: Self.text, fileName: "long.md")
    let steps = document.steps()
    guard steps.count == Self.stepCount else { throw BenchError("the long list has \(steps.count) steps") }
    version = ChecklistVersion(
      reference: VersionReference(checklist: document.name, number: 1), title: document.title, steps: steps,
      source: document.text, sha256: document.sha256, author: Handle("ana"), madeAt: Instant(milliseconds: 0))
  }

  func figure() throws -> Figure {
    var samples = Samples()
    let edit = ProposedEdit.add(
      text: "Check that no static port lies in 32768-61000", .after(version.steps[Self.stepCount / 2].id))
    for _ in 0..<Self.rounds {
      samples.add(
        try milliseconds {
          var page = try FoldedPage(version)
          try page.apply(edit)
        })
    }
    return Figure(
      "parse and fold, \(Self.stepCount) steps", samples,
      aim: .medianAndP99(Self.boundMilliseconds, Self.boundMilliseconds))
  }

  /// In groups of a hundred, with fences, paragraphs, attributes and steps under steps.
  private static let text: String = {
    var text = "# Long list\n\n## During\n"
    for number in 0..<stepCount {
      if number % 100 == 0 { text += "\n### Group \(number / 100 + 1)\n\n" }
      let indent = number % 10 > 6 ? "  " : ""
      text += "\(indent)- [ ] Compare part \(number) of the list with a healthy one <!-- expect: 10m -->\n"
      if number % 5 == 0 { text += "\(indent)  ```sh\n\(indent)  bosh -n check \(number)\n\(indent)  ```\n" }
      if number % 7 == 0 { text += "\n\(indent)  It is healthy when nobody complains.\n\n" }
    }
    return text
  }()
}
