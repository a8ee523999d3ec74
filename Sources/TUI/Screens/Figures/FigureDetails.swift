import Domain
import Exchange
import Terminal
import Text

/// What stands below a figure: what is selected in words, and what is to be known of all of it.
struct FigureDetails {
  let screenModel: DutyFiguresScreen
  let app: App

  /// Wrapped to a width; a warning is one as a whole.
  func lines(width: Int) -> [StyledLine] {
    sentences.flatMap { sentence -> [StyledLine] in
      let isWarning = sentence.hasPrefix(app.glyphs.warning + " ")
      let (style, indent) = isWarning ? (Style(foreground: .yellow), "  ") : (.plain, "")
      return sentence.wrapped(toWidth: max(1, width - indent.count)).enumerated()
        .map { StyledLine($0.offset == 0 ? $0.element : indent + $0.element, style) }
    }
  }

  /// One after the other; a warning begins with its sign.
  private var sentences: [String] {
    guard let answer = screenModel.answer else { return [] }
    return switch answer.figures {
    case .matrix(let matrix, let rules): pair(matrix, rules) + [MatrixPane.legend(app.glyphs, width: app.size.width)]
    case .load(let load): self.load(load, answer)
    case .coverage(let coverage): self.coverage(coverage)
    case .call: call
    }
  }

  private func names(_ people: [Handle]) -> String { people.map(\.text).joined(separator: ", ") }

  // MARK: The matrix

  private func pair(_ matrix: PairMatrix, _ rules: [PairRule]) -> [String] {
    guard let selected = screenModel.matrix.selected else { return [] }
    guard selected.row != selected.column else {
      let open = matrix.notYetMet.filter { $0.contains(selected.row) }
      let others = open.flatMap(\.people).filter { $0 != selected.row }
      return [
        others.isEmpty
          ? "\(selected.row) has been on with everybody" : "\(selected.row) has not been on with \(names(others)) yet"
      ]
    }
    let pair = DutyPair(selected.row, selected.column)
    let met = matrix.meetings(of: pair)
    var facts: [String] = []
    switch met.count {
    case 0: facts.append("never on together yet")
    case 1: facts.append("on together once")
    default: facts.append("on together \(met.count) times")
    }
    if let last = met.last {
      let isNow = matrix.recency(of: pair) == .now
      facts.append(
        isNow ? "on now, until \(ClockText.day(last.end, app))" : "last until \(ClockText.dateAndTime(last.end, app))")
    }
    facts.append(met.next.map { "next from \(ClockText.dateAndTime($0.start, app))" } ?? "none is planned")
    let rule = rules.first { $0.pair == pair }.map { rule in
      (rule.kind == .never ? "a rule keeps them apart" : "a rule prefers them together")
        + (rule.reason.isEmpty ? "" : " (\(visible(rule.reason)))")
    }
    return ["\(pair.first) + \(pair.second): " + (facts + [rule].compactMap(\.self)).joined(separator: "; ")]
  }

  // MARK: The lists

  private func load(_ load: TeamLoad, _ answer: FigureQuestion.Answer) -> [String] {
    let own = screenModel.loads.selected.map { $0.warnings.map { "\(app.glyphs.warning) \($0)" } } ?? []
    let all = LoadText.notes(load, in: answer.clock, at: answer.now)
      .map { $0.isWarning ? "\(app.glyphs.warning) \($0.text)" : $0.text }
    return own + all.filter { !own.contains($0) }
  }

  private func coverage(_ coverage: Coverage) -> [String] {
    var lines: [String] = []
    if let row = screenModel.coverages.selected {
      let ran = row.line.times.sorted { ($1.value.last, $0.key) < ($0.value.last, $1.key) }.map { who, times in
        "\(who) \(times.count)\(times.count == 1 ? " time" : " times"), last \(ClockText.date(times.last, app))"
      }
      lines.append("\(row.line.checklist): " + (ran.isEmpty ? "nobody has run it yet" : ran.joined(separator: "; ")))
      if row.known > 0, !row.line.never.isEmpty { lines.append("never ran it: \(names(row.line.never))") }
    }
    let never = coverage.neverOn
    lines.append(
      never.isEmpty ? "Everybody has been on duty for this team." : "never on duty for this team: \(names(never))")
    return lines
  }

  private var call: [String] {
    guard let row = screenModel.calls.selected else { return [] }
    let (line, component) = (row.line, row.order.component)
    let name = line.developer.name.isEmpty || line.developer.name == line.who.text ? "" : " (\(line.developer.name))"
    let at = line.developer.call.map { ", \($0)" } ?? ", no number is known"
    let on = row.order.duty.map { "on duty: \(names($0.people))" } ?? "nobody is on duty"
    return [
      visible("\(line.who)\(name)\(at): \(CallOrderText.reason(line.reason, in: row.clock))")
        + "; \(CallOrderText.localTime(line)) there",
      "\(component.name), \(on)" + (component.note.isEmpty ? "" : "; \(visible(component.note))"),
    ]
  }
}
