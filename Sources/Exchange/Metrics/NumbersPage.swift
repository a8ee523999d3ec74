import Domain
import Text

/// `prodpair metrics --html`: the figures on one page, for people who would rather look than read.
public enum NumbersPage {
  /// Entries of a list that the page shows; what is more is counted.
  private static let most = 200

  /// The five keys of DORA, and what else is looked at first.
  private static let first: [FigureName] = [.frequency, .leadTime, .failRate, .recoveryTime, .reworkRate, .toilShare]

  public static func html(_ numbers: Numbers, in clock: LocalClock) -> String {
    let title = "Numbers of \(numbers.team.text)"
    return HTMLPage(
      title,
      body: [
        .element(
          .header,
          [
            .element(.h1, [title.html]),
            .element(.p, [.class("lead")], [NumbersText.head(numbers).html]),
          ]),
        HTMLParts.cards(
          first.map { name in
            (name: "\(name.title), \(NumberWords.n(numbers[name]))", value: [NumberWords.brief(numbers[name]).html])
          }),
        HTMLParts.section("figures", "All figures", [table(numbers)]),
        HTMLParts.section(
          "charts", "Over time",
          charts(numbers).flatMap { chart in
            [.element(.h3, [chart.title.html]), ChartHTML.drawing(chart)]
          }),
        HTMLParts.section("counted", "What they count", numbers.figures.map { list($0, clock) }),
        .element(
          .footer,
          [
            "Computed from the record on \(clock.dateAndTime(numbers.now)) \(clock.zoneName). A figure of nothing has no rate: n = 0."
          ]),
      ]
    ).text
  }

  private static func n(_ figure: Figure) -> HTML {
    .element(.span, [.class("quiet")], [.element(.small, [" \(NumberWords.n(figure))".html])])
  }

  private static func table(_ numbers: Numbers) -> HTML {
    HTMLParts.table(
      ["Figure", "Value", "n", "Pending", "What it is"], numbers: [2, 3],
      rows: numbers.figures.map { figure in
        [
          [.jump(to: figure.name.rawValue, figure.name.title)], [NumberWords.value(figure).html],
          [String(figure.n).html], [(figure.pending > 0 ? String(figure.pending) : "").html],
          [figure.name.meaning.html, ". ", .element(.span, [.class("quiet")], [NumberWords.note(figure).html])],
        ]
      })
  }

  private static func charts(_ numbers: Numbers) -> [Chart] {
    let names: [FigureName] = [
      .leadTime, .failRate, .recoveryTime, .workdayShare, .toilShare, .actionAge, .lessonLatency, .timeToResolve,
    ]
    return [Chart(deploymentsOf: numbers)]
      + names.filter { numbers[$0].n > 0 }.map { Chart(numbers[$0], of: numbers) }
  }

  private static func list(_ figure: Figure, _ clock: LocalClock) -> HTML {
    let rows = figure.counted.suffix(most).reversed().map { one -> [[HTML]] in
      [
        [one.subject.words.html], [(one.at.map { clock.dateAndTime($0) } ?? "").html],
        [(one.took.map(ElapsedText.text) ?? "").html], [CountedWords.counts(one, in: figure).html], [one.title.html],
        [one.words.html],
      ]
    }
    let rest = figure.counted.count - rows.count
    var content: [HTML] = [
      .element(
        .summary, [.element(.strong, [figure.name.title.html]), " \(NumberWords.value(figure)) ".html, n(figure)])
    ]
    if rows.isEmpty {
      content.append(.element(.p, [.class("quiet")], ["Nothing in this window."]))
    } else {
      content.append(
        HTMLParts.table(["What", "When", "Took", "Counts", "Title", "Why"], numbers: [2], rows: Array(rows)))
    }
    if rest > 0 { content.append(.element(.p, [.class("quiet")], ["\(rest) older ones are left out."])) }
    return .element(.details, [.id(figure.name.rawValue)], content)
  }
}
