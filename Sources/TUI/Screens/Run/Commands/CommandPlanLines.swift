import Domain
import Terminal
import Text
import Workflow

/// A plan of what would run, in lines: by what, where, with what, and the code as it is read.
struct CommandPlanLines {
  let plan: CommandPlan
  let width: Int
  let glyphs: Glyphs

  var lines: [StyledLine] {
    head + [StyledLine()] + code + [StyledLine()] + section("parameters", parameters)
      + section("variables of the team", variables) + passed
  }

  private var labels: LabelledLines { LabelledLines(width: width, labelWidth: 13) }

  private var head: [StyledLine] {
    let text = plan.step.text.replacing("\n", with: " ")
    var lines = SpanWrapping(width: width).lines([Span(text, .bold)]) + [StyledLine()]
    lines += labels.lines("run by", "\(plan.interpreter), from a file, on a terminal of its own")
    lines += labels.lines("in", plan.directory ?? "your home directory")
    lines += labels.lines("mode", mode)
    if let timeout = plan.timeout { lines += labels.lines("at most", StepDuration.text(timeout)) }
    if plan.attempts > 1 { lines += labels.lines("tried", "up to \(plan.attempts) times, until it says yes") }
    if let matches = plan.matches { lines += labels.lines("yes if", "exit 0, and a line matches \(matches)") }
    return lines
  }

  private var mode: String {
    let sign = CommandSigns.sign(of: plan.mode)
    switch plan.mode {
    case .manual: return "manual"
    case .assisted: return "\(sign) assisted: you look at what comes of it, and tick"
    case .check where plan.step.isKiller:
      return "\(sign) check: yes or no; a killer step is ticked by the pair alone"
    case .check where plan.step.attributes.value != nil:
      return "\(sign) check: yes or no; the step asks for a value, so you tick"
    case .check: return "\(sign) check: a yes ticks the step, in your name"
    }
  }

  /// Behind a bar, line by line as it is read, with what comes from parameters marked.
  private var code: [StyledLine] {
    let bar = Span("\(glyphs.vertical) ", .dim)
    let more = Span("\(glyphs.vertical)\(glyphs.arrowRight)", .dim)
    let lines = plan.code.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    return lines.flatMap { line in
      SpanWrapping(width: width, first: [bar], rest: [more]).cut(marked(TabStops.expanded(line)))
    }
  }

  private func marked(_ line: String) -> [Span] {
    var spans: [Span] = []
    var rest = line[...]
    while let next = nextName(in: rest) {
      spans.append(String(rest[..<next.lowerBound]), .command)
      spans.append(String(rest[next]), Style(foreground: .yellow, bold: true, underline: true))
      rest = rest[next.upperBound...]
    }
    spans.append(String(rest), .command)
    return spans
  }

  private func nextName(in text: Substring) -> Range<Substring.Index>? {
    plan.parameters.compactMap { text.firstRange(of: "${\($0.name)}") }.min { $0.lowerBound < $1.lowerBound }
  }

  /// Those that the code names first; the others are there too, and are told quietly.
  private var parameters: [StyledLine] {
    let used = plan.parameters.filter(\.isUsed) + plan.parameters.filter { !$0.isUsed }
    return used.flatMap { parameter in
      let style: Style = parameter.isUsed ? .plain : .dim
      let note = parameter.isUsed ? "" : "  (not named in the code)"
      return labels.lines("  " + parameter.name, "\(value(of: parameter))\(note)", style)
    }
  }

  private func value(of parameter: CommandPlan.Variable) -> String {
    switch parameter.secret {
    case nil: parameter.value.map(Quoted.text) ?? ""
    case .prompt: parameter.isUsed ? "a secret: you type it, it is kept nowhere" : "a secret, not asked for"
    case .command(let command): "a secret: what `\(command)` prints"
    }
  }

  private var variables: [StyledLine] {
    plan.variables.sorted { $0.key < $1.key }.flatMap { labels.lines("  " + $0.key, Quoted.text($0.value)) }
  }

  private var passed: [StyledLine] {
    labels.lines("taken over", plan.passed.joined(separator: " ") + ", as they are with you", .dim)
  }

  private func section(_ title: String, _ lines: [StyledLine]) -> [StyledLine] {
    lines.isEmpty ? [] : [StyledLine(title, .dim)] + lines + [StyledLine()]
  }
}

/// Values as they are told: where they begin and end shows, and no line break hides in them.
enum Quoted {
  static func text(_ value: String) -> String {
    let isPlain = !value.isEmpty && value.first != " " && value.last != " " && !value.contains { $0.isNewline }
    return isPlain ? value : "\"\(visible(value))\""
  }
}
