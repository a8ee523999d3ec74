import Domain
import Text

/// `checklist show NAME` for people: the settings, then every step with what belongs to it.
public enum ChecklistShowText {
  /// Sections without steps are left out.
  public static func text(_ version: ChecklistVersion, in clock: LocalClock, width: Int? = nil) -> String {
    var text = HangingText.text(
      "", "\(visible(RunHeader.line(version.title))) (\(visible(version.reference.description)))", width: width)
    for (name, fact) in facts(version, clock) {
      text += HangingText.text(
        "  " + name.padded(toWidth: 14), visible(fact, keepingLineBreaks: true), width: width)
    }
    for section in Section.allCases {
      let steps = version.steps.filter { $0.section == section }
      guard !steps.isEmpty else { continue }
      text += "\n\(section.rawValue)\n"
      if section == .rollback, !version.rollbackPrompt.isEmpty {
        text += HangingText.text("       ", visible(version.rollbackPrompt, keepingLineBreaks: true), width: width)
      }
      var group: [String] = []
      for step in steps {
        if step.group != group {
          group = step.group
          text += group.isEmpty ? "\n" : HangingText.text("  ", visible(group.joined(separator: " / ")), width: width)
        }
        text += self.text(step, width: width)
      }
    }
    return text
  }

  private static func facts(_ version: ChecklistVersion, _ clock: LocalClock) -> [(String, String)] {
    let settings = version.settings
    let parent = version.parent.map { ", from v\($0)" } ?? ""
    var facts: [(String, String?)] = [
      ("SHA-256", version.sha256.isEmpty ? nil : version.sha256),
      ("made", "\(clock.dateAndTime(version.madeAt)) \(clock.zoneName) by \(version.author)\(parent)"),
      ("reason", version.reason.isEmpty ? nil : version.reason),
      ("deploy", settings.deploy),
      ("team", settings.team),
      ("environments", settings.environments?.joined(separator: ", ")),
      ("start", settings.start?.text),
      ("expected", settings.expected.map(StepDuration.text)),
      ("no staging", settings.withoutStaging),
    ]
    facts += settings.parameters.map { ("parameter", parameter($0)) }
    return facts.compactMap { fact in fact.1.map { (fact.0, $0) } }
  }

  private static func parameter(_ parameter: Parameter) -> String {
    var text = parameter.name
    if let ask = parameter.ask { text += ": \(ask)" }
    if let pattern = parameter.pattern { text += " (matches \(pattern))" }
    if let value = parameter.defaultValue { text += " (default \(value))" }
    switch parameter.secret {
    case .prompt: text += " (a secret: typed when a command needs it, and kept nowhere)"
    case .command(let command): text += " (a secret: from `\(command)` when a command needs it, and kept nowhere)"
    case nil: break
    }
    return text
  }

  private static func text(_ step: Step, width: Int?) -> String {
    let indent = String(repeating: "  ", count: min(step.depth, 8))
    let number = String(step.number).padded(toWidth: 3, alignment: .right)
    let marks = ["id \(step.id)"] + self.marks(step.attributes)
    let title = "\(RunHeader.line(step.text)) [\(marks.joined(separator: "; "))]"
    var text = HangingText.text("  \(number)  \(indent)", visible(title), width: width)
    if !step.body.isEmpty {
      let body = visible(step.body, keepingLineBreaks: true)
      // A command must be copied as it stands, so a body is never wrapped.
      text += HangingText.text("       \(indent)", body, width: nil, mark: "")
    }
    return text
  }

  private static func marks(_ attributes: StepAttributes) -> [String] {
    [
      attributes.isKiller ? "killer" : nil,
      attributes.deploys ? "deploys" : nil,
      attributes.isNoReturn ? "no-return" : nil,
      attributes.expect.map { "expect: \(StepDuration.text($0))" },
      attributes.wait.map { "wait: \(StepDuration.text($0))" },
      attributes.value.map { "value: \($0)" },
      attributes.role.map { "role: \($0)" },
      attributes.condition.map { "if: \($0.parameter) \($0.isEqual ? "=" : "!=") \($0.value)" },
      attributes.mode.map { "mode: \($0)" },
      attributes.matches.map { "matches: \($0)" },
      attributes.timeout.map { "timeout: \(StepDuration.text($0))" },
      attributes.attempts.map { "attempts: \($0)" },
      attributes.progress.map { "progress: \($0)" },
      attributes.total.map { "total: \($0)" },
    ].compactMap(\.self)
  }
}
