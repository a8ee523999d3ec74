import ChecklistFile
import Domain
import Foundation
import Testing

/// Pages to lay out: the checklists of this repository, and texts that somebody made to do harm.
enum PageSamples {
  static let widths = [20, 40, 80, 120]

  static let checklists: [PageSample] = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return ["manifest-only.md", "new-release.md", "stemcell-upgrade.md"].compactMap { name in
      let file = root.appending(path: "checklists").appending(path: name)
      return (try? String(contentsOf: file, encoding: .utf8)).map { PageSample(name, $0) }
    }
  }()

  static let hostile = samples(
    "hostile",
    [
      "esc \u{1B}[2J\u{1B}]0;title\u{7} bidi \u{202E}evil\u{202C} tag\u{E0041} nul\u{0}",
      "marks e" + String(repeating: "\u{301}", count: 60) + " end", String(repeating: "x", count: 300) + " **y**",
      "| a | " + String(repeating: "wide", count: 40) + " |\n|---|---|\n| 1<br>2 | "
        + String(repeating: "b ", count: 90),
      String(repeating: "> ", count: 40) + "deep `code`\n" + String(repeating: "> ", count: 40) + "again",
      String(repeating: "- ", count: 40) + "| a | b |", String(repeating: "1. ", count: 30) + "end",
      "999999999. big\n1. next\n   ```\n   " + String(repeating: "long code ", count: 30) + "\n   ```",
      (0..<30).map { String(repeating: "  ", count: $0) + "- [ ] level\($0) words to wrap here" }.joined(
        separator: "\n"),
      "~~not~~ this \\\nbut *this* ![logo](http://a/b.png) <b>bold</b> <!-- note -->\n\n***\n\n# " + "Head " + "ing",
      "| " + String(repeating: "c | ", count: 60) + "\n|" + String(repeating: "-|", count: 60),
    ])

  static let wide = samples(
    "wide",
    [
      "部署新版本并观察金丝雀实例，直到全部健康为止 and `部署 --全部` then **観察する** end",
      "👩‍🚀 launch 🚀🚀🚀 👋🏽 flags 🇩🇪🇫🇷 e\u{301}te\u{301} क्षि ไทย",
      "> 引用 " + String(repeating: "漢字", count: 50), "```sh\necho " + String(repeating: "漢", count: 70) + "\n```",
      "| 名前 | 値 |\n|:-:|--:|\n| 東京都港区 | １２３ |",
    ])

  static var all: [PageSample] { checklists + hostile + wide }

  private static func samples(_ name: String, _ texts: [String]) -> [PageSample] {
    texts.enumerated().map { PageSample("\(name) \($0)", $1) }
  }
}

/// Keeps whole files out of the names of test cases.
struct PageSample: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let text: String

  init(_ name: String, _ text: String) {
    testDescription = name
    self.text = text
  }
}
