import Domain
import Foundation
import Testing
import Text

@testable import Exchange

@Suite("Numbers for people and for programs")
struct NumbersOutputTests {
  private static let now = Instant(milliseconds: 1_796_637_600_000)
  private static let hostile = "<script>alert(1)</script>\u{202E}\u{1B}[31m"

  /// Two deployments a month ago, of which one failed, of a service with a bad name.
  static func numbers(_ runs: Int = 2) throws -> Numbers {
    let window = try #require(NumbersWindow(zone: .gmt, now: now))
    let at = now - .seconds(30 * 86_400)
    let facts = NumbersFacts(
      runs: (0..<runs).map { index in
        MeasuredRun(
          RunNumber(index + 1), checklist: ChecklistName("ship"), artifact: Artifact(name: hostile, version: "v1"),
          startedAt: at, endedAt: at + .minutes(60),
          figures: RunFigures(
            deployment: .init(at: at, hasFailed: index == 1, mendedAt: index == 1 ? at + .minutes(7) : nil),
            steps: .init(ran: 3), expected: .minutes(90), commits: "2026-11-01T00:00:00Z"))
      })
    return Numbers(facts, of: Team(name: TeamName("a\"b\\c\nd\"\u{301}")), service: hostile, in: window, at: now)
  }

  @Test("A value says its median, its share and what it is made of; nothing is a dash")
  func words() throws {
    let numbers = try Self.numbers()
    #expect(NumberWords.value(numbers[.failRate]) == "50 % (1 of 2)")
    #expect(NumberWords.value(numbers[.recoveryTime]) == "7m, 9 of 10 within 7m")
    #expect(NumberWords.value(numbers[.runDuration]) == "67 % of expected, 9 of 10 within 67 %")
    #expect(NumberWords.value(numbers[.timeToDetect]) == "-" && NumberWords.n(numbers[.timeToDetect]) == "n = 0")
    #expect(NumberWords.percent(1, of: 1000) == "< 1 %" && NumberWords.percent(999, of: 1000) == "> 99 %")
  }

  @Test("Every line of the text is one line, and every key of the JSON is described")
  func textAndKeys() throws {
    let numbers = try Self.numbers()
    #expect(NumbersText.text(numbers).split(separator: "\n").count == 2 + FigureName.allCases.count)
    #expect(!NumbersText.list(numbers[.deployments], of: numbers, in: .utc).contains("\u{1B}"))
    let page = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../docs/json.md")
      .standardized
    let text = try String(contentsOf: page, encoding: .utf8)
    guard case .object(let members) = NumbersJSON.json(numbers), case .array(let figures)? = members["figures"],
      case .object(let figure)? = figures.first, case .array(let counted) = NumbersJSON.list(numbers[.failRate]),
      case .object(let one)? = counted.first
    else {
      Issue.record("not an object")
      return
    }
    for key in Set(members.keys).union(figure.keys).union(one.keys) {
      #expect(text.contains("`\(key)`") || text.contains("`\(key)[]`"), "\(key) is not described")
    }
  }

  @Test("The page escapes what people named, and a store of nothing has a page too", arguments: [0, 2])
  func page(runs: Int) throws {
    let page = NumbersPage.html(try Self.numbers(runs), in: .utc)
    #expect(!page.contains("<script") && !page.contains("\u{1B}") && !page.contains("\u{202E}"))
    #expect(!page.contains("NaN"))
  }

  @Test("Labels of OpenMetrics are escaped, and a figure of nothing has no sample but its n")
  func openMetrics() throws {
    let text = NumbersOpenMetrics.text(try Self.numbers(0))
    // A quote that bears an accent is a quote to whoever reads it.
    #expect(text.contains(#"team="a\"b\\c\nd\""# + "\u{301}\"") && text.hasSuffix("# EOF\n"))
    #expect(!text.contains("prodpair_deployments{") && text.contains("prodpair_figure_n{"))
  }

  @Test("A chart of each figure fits its window", arguments: FigureName.allCases)
  func charts(name: FigureName) throws {
    let numbers = try Self.numbers()
    for line in ChartText(Chart(numbers[name], of: numbers), width: 60, height: 12).lines {
      #expect(line.displayWidth <= 60)
    }
  }
}
