import Domain

extension Linter {
  mutating func checkSections() {
    checkGuesses()
    checkKillers()
    let steps = document.parsedSteps
    let deploys = steps.filter { $0.section != .rollback && $0.attributes.deploys }
    if document.settings.deploy != nil, deploys.isEmpty {
      find(.noDeploysStep, steps.first?.line ?? 1, "the front matter has `deploy:`, and no step has `deploys`")
    }
    let isDeployment = document.settings.deploy != nil || !deploys.isEmpty
    if isDeployment, !steps.contains(where: { $0.section == .rollback }), document.rollbackPrompt.isEmpty {
      let line = deploys.first?.line ?? steps.first?.line ?? 1
      find(.noRollback, line, "the checklist changes production and has no rollback section")
    }
  }

  /// One finding for the first step under each heading, or under none.
  private mutating func checkGuesses() {
    var seen: Set<Int> = []
    for step in document.parsedSteps where step.isSectionGuessed && step.parent == nil {
      let heading = document.headings.last { $0.line < step.line }
      guard seen.insert(heading?.line ?? 0).inserted else { continue }
      if let heading {
        find(
          .guessedSection, heading.line,
          "the heading \"\(heading.text)\" names no section; its steps count as \(step.section.rawValue)")
      } else {
        find(.guessedSection, step.line, "no heading is above these steps; they count as \(step.section.rawValue)")
      }
    }
  }

  private mutating func checkKillers() {
    for section in Section.allCases {
      let killers = document.parsedSteps.filter { $0.section == section && $0.attributes.isKiller }
      guard killers.count > Lint.killerLimit else { continue }
      find(
        .tooManyKillers, killers[Lint.killerLimit].line,
        "\(section.rawValue) has \(killers.count) killer steps, more than \(Lint.killerLimit)")
    }
  }
}
