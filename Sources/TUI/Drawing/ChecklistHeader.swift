import Domain
import Terminal
import Text

/// What a checklist says of its runs before its first section: title, settings, and what a run asks for.
struct ChecklistHeader {
  let version: ChecklistVersion
  let width: Int
  let glyphs: Glyphs

  private static let labelWidth = 14

  var lines: [StyledLine] {
    let title = SpanWrapping(width: width).lines([Span(version.title, .bold)])
    let rule = String(repeating: glyphs.horizontal, count: min(width, max(1, title.map(\.displayWidth).max() ?? 1)))
    return title + [StyledLine(rule, .dim)] + settings + parameters
  }

  private var settings: [StyledLine] {
    let settings = version.settings
    let reason = version.reason.isEmpty ? "" : ": \(version.reason)"
    var lines = line("version", "\(version.reference), by \(version.author)\(reason)")
    if let deploy = settings.deploy { lines += line("deploys", deploy) }
    if let team = settings.team { lines += line("team", team) }
    lines += line("environments", settings.environments?.joined(separator: ", ") ?? "any")
    lines += line("starts", settings.start?.text ?? "at any time")
    if let expected = settings.expected { lines += line("expected", StepDuration.text(expected)) }
    if let reason = settings.withoutStaging { lines += line("no staging", reason) }
    return lines
  }

  /// The name as it stands in the text, the question, and what an answer has to be like.
  private var parameters: [StyledLine] {
    let parameters = version.settings.parameters
    guard !parameters.isEmpty else { return [] }
    return [StyledLine()] + SpanWrapping(width: width).lines([Span("A run asks for", .bold)])
      + parameters.flatMap { parameter in
        var facts = [Span(parameter.pattern.map { "matches \($0)" } ?? "", .dim)]
        switch parameter.secret {
        case .prompt: facts.append(Span("a secret: typed when a command needs it", .dim))
        case .command(let command): facts.append(Span("a secret: from \(command)", .dim))
        case nil: break
        }
        if let value = parameter.defaultValue { facts.append(Span("default \(value)", .dim)) }
        let isRoomy = Self.labelWidth + Margin.leastRoom <= width
        let margin = isRoomy ? [Span(String(repeating: " ", count: Self.labelWidth))] : []
        return line(parameter.name, parameter.ask ?? "")
          + FactRows(width: width, margin: margin).lines(facts.filter { !$0.text.isEmpty })
      }
  }

  private func line(_ label: String, _ text: String) -> [StyledLine] {
    let isRoomy = Self.labelWidth + Margin.leastRoom <= width
    let label = isRoomy ? label.padded(toWidth: Self.labelWidth - 1) : label
    let rest = isRoomy ? [Span(String(repeating: " ", count: Self.labelWidth))] : []
    return SpanWrapping(width: width, first: [Span("\(label) ", .dim)], rest: rest).lines([Span(text)])
  }
}
