import ChecklistFile
import Domain
import Terminal

/// What a step asks for beside being done, each fact in a few words.
enum StepFacts {
  /// The gravest first; quiet, but for what must not be missed.
  static func spans(of attributes: StepAttributes, _ glyphs: Glyphs, values: [String: String] = [:]) -> [Span] {
    var facts: [Span] = []
    if attributes.isKiller {
      facts.append(Span("\(glyphs.flag) killer: takes two", Style(foreground: .magenta)))
    }
    if attributes.isNoReturn { facts.append(Span("\(glyphs.warning) no way back", Style(foreground: .yellow))) }
    func add(_ words: String) { facts.append(Span(words, .dim)) }
    if attributes.deploys { add("deploys") }
    if let value = attributes.value {
      let filled = ParameterText.filled(value, with: values)
      add(filled.isEmpty ? "records a value" : "records \(filled)")
    }
    if let wait = attributes.wait { add("waits \(StepDuration.text(wait))") }
    if let expect = attributes.expect { add("expect \(StepDuration.text(expect))") }
    if let role = attributes.role { add("role \(role)") }
    if let condition = attributes.condition { add(words(of: condition)) }
    if let mode = attributes.mode { add("mode \(mode)") }
    if let pattern = attributes.matches { add("matches \(pattern)") }
    if let timeout = attributes.timeout { add("at most \(StepDuration.text(timeout))") }
    if let attempts = attributes.attempts, attempts > 1 { add("tried up to \(attempts) times") }
    return facts
  }

  static func words(of condition: StepCondition) -> String {
    "only if \(condition.parameter) \(condition.isEqual ? "=" : "!=") \(condition.value)"
  }
}

/// Facts side by side, two spaces apart, in as few rows as possible; one is broken only where it needs a row alone.
struct FactRows {
  let width: Int
  var margin: [Span] = []

  private static let gap = "  "

  func lines(_ facts: [Span]) -> [StyledLine] {
    let room = width - margin.displayWidth
    var rows: [[Span]] = []
    for fact in facts {
      if let last = rows.last, last.displayWidth + Self.gap.count + fact.text.displayWidth <= room {
        rows[rows.count - 1] += [Span(Self.gap), fact]
      } else {
        rows.append([fact])
      }
    }
    return rows.flatMap { SpanWrapping(width: width, first: margin, rest: margin).lines($0) }
  }
}
