import Domain

/// `checklist show NAME --json`.
public enum ChecklistShowJSON {
  /// All four sections, in the order of a run; one without steps has an empty list.
  public static func json(_ version: ChecklistVersion) -> JSON {
    [
      "name": .string(version.reference.checklist.text),
      "title": .string(version.title),
      "version": .integer(version.reference.number),
      "sha256": .string(version.sha256),
      "parent": JSON(version.parent),
      "author": JSON(version.author),
      "reason": .string(version.reason),
      "madeAt": JSON(version.madeAt),
      "settings": settings(version.settings),
      "rollbackPrompt": .string(version.rollbackPrompt),
      "sections": JSON(Section.allCases) { section in
        [
          "name": .string(section.rawValue),
          "steps": JSON(version.steps.filter { $0.section == section }, element: step),
        ]
      },
    ]
  }

  private static func settings(_ settings: ChecklistSettings) -> JSON {
    [
      "deploy": JSON(settings.deploy),
      "team": JSON(settings.team),
      "environments": settings.environments.map { JSON($0) } ?? nil,
      "start": JSON(settings.start?.text),
      "expectedSeconds": JSON(seconds: settings.expected),
      "withoutStaging": JSON(settings.withoutStaging),
      "parameters": JSON(settings.parameters) { parameter in
        [
          "name": .string(parameter.name), "ask": JSON(parameter.ask), "pattern": JSON(parameter.pattern),
          "default": JSON(parameter.defaultValue), "secret": .bool(parameter.isSecret),
          "from": source(parameter),
        ]
      },
    ]
  }

  private static func source(_ parameter: Parameter) -> JSON {
    if case .command(let command)? = parameter.secret { .string(command) } else { nil }
  }

  private static func fence(_ fence: Fence) -> JSON {
    [
      "language": .string(fence.language), "code": .string(fence.code), "name": JSON(fence.attributes?.name),
      "interactive": JSON(fence.attributes?.isInteractive),
      "interpreter": fence.interpreter.map { JSON($0) } ?? nil,
    ]
  }

  private static func step(_ step: Step) -> JSON {
    let attributes = step.attributes
    return [
      "id": JSON(step.id),
      "number": .integer(step.number),
      "text": .string(step.text),
      "body": .string(step.body),
      "fences": JSON(step.fences, element: fence),
      "line": .integer(step.line),
      "group": JSON(step.group),
      "parent": JSON(step.parent),
      "depth": .integer(step.depth),
      "explicitId": JSON(attributes.explicitID),
      "expectSeconds": JSON(seconds: attributes.expect),
      "waitSeconds": JSON(seconds: attributes.wait),
      "killer": .bool(attributes.isKiller),
      "asks": JSON(attributes.value),
      "role": JSON(attributes.role),
      "deploys": .bool(attributes.deploys),
      "noReturn": .bool(attributes.isNoReturn),
      "condition": condition(attributes.condition),
      "mode": .string(step.mode.rawValue),
      "matches": JSON(attributes.matches),
      "timeoutSeconds": JSON(seconds: attributes.timeout),
      "attempts": JSON(attributes.attempts),
      "progress": JSON(attributes.progress),
      "total": JSON(attributes.total),
      "unknown": JSON(attributes.unknown),
    ]
  }

  static func condition(_ condition: StepCondition?) -> JSON {
    guard let condition else { return nil }
    return [
      "parameter": .string(condition.parameter), "equal": .bool(condition.isEqual), "value": .string(condition.value),
    ]
  }
}
