import Domain

extension Linter {
  /// What stands in the way of a step's command, or has no effect on it.
  mutating func checkCommands() {
    let names = Set(document.settings.parameters.map(\.name))
    for step in document.parsedSteps {
      checkMode(step)
      checkIdle(step)
      for (fence, firstLine) in zip(step.fences, step.layout.fenceLines) {
        checkInfo(of: fence, at: firstLine)
        guard fence.isShell else { continue }
        for finding in CodeReading(fence.code, names: names).findings {
          find(
            .evaluatedParameter, firstLine + 1 + finding.line,
            "{{\(finding.name)}} stands where \(finding.reader) reads its value as code")
        }
      }
    }
  }

  /// Only what the step itself says: a heading's `mode` leaves words under it to be words.
  private mutating func checkMode(_ step: ParsedStep) {
    guard let mode = step.ownAttributes.mode.flatMap(StepMode.init), mode != .manual, !step.hasCommand else { return }
    let why =
      switch step.fences.count {
      case 0: "has no command"
      case 1: "has a fence that is no command (\(Self.words(for: step.fences[0])))"
      default: "has only fences that are no commands"
      }
    find(.modeWithoutCommand, step.line, "the step has `mode: \(mode.rawValue)`, and \(why)")
  }

  private static func words(for fence: Fence) -> String {
    fence.attributes?.interpreter.map { "interpreter \"\($0)\"" } ?? "\"\(fence.language)\""
  }

  private mutating func checkIdle(_ step: ParsedStep) {
    let own = step.ownAttributes
    let isCheck = step.hasCommand && step.attributes.mode == StepMode.check.rawValue
    func idle(_ key: AttributeKey, _ what: String) {
      find(.idleAttribute, step.line, "`\(key.rawValue)` stands on a step that \(what)")
    }
    if own.matches != nil, !isCheck { idle(.matches, "is no check") }
    if own.attempts != nil, !isCheck { idle(.attempts, "is no check") }
    let runs = step.hasCommand && step.attributes.mode != StepMode.manual.rawValue
    if own.timeout != nil, !runs { idle(.timeout, "runs no command") }
    if own.progress != nil, !runs { idle(.progress, "runs no command") }
    if own.total != nil, step.attributes.progress == nil { idle(.total, "has no `progress`") }
  }

  private mutating func checkInfo(of fence: Fence, at line: Int) {
    let text = document.source.text(of: line)
    guard let mark = text.firstIndex(where: { $0 == "`" || $0 == "~" }) else { return }
    let info = text[mark...].drop { $0 == text[mark] }.trimmingSpacing()
    if FenceInfo(info).isPuzzling {
      find(.unreadInfo, line, "what stands behind the fence's language is not read: \(info)")
    } else if let interpreter = fence.attributes?.interpreter, fence.interpreter == nil {
      find(.unreadInfo, line, "\"\(interpreter)\" is more than the name of a program, so the fence is no command")
    }
  }
}

extension ParsedStep {
  /// Whether one of its fences can be run.
  fileprivate var hasCommand: Bool { fences.contains { $0.interpreter != nil } }
}
