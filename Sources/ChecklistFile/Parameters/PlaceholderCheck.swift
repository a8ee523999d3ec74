import Domain

/// Refuses placeholders that a run could not fill.
///
/// A file that declares parameters is ours, and `{{name}}` in it has to be one of them. A file that declares none may
/// be full of another tool's braces (Jinja, Go templates); lint mentions those and they stay as they are.
struct PlaceholderCheck {
  let file: String
  let parameters: Set<String>
  /// Those of them that only a shell's environment may hold.
  let secrets: Set<String>
  let prose: [ChecklistProse]
  let headings: [Heading]

  init(_ values: AttributeValues, prose: [ChecklistProse], headings: [Heading]) {
    file = values.file
    parameters = values.parameters
    secrets = values.secrets
    self.prose = prose
    self.headings = headings
  }

  func check(_ steps: [ParsedStep]) throws(ChecklistFileError) {
    guard !parameters.isEmpty else { return }
    if !secrets.isEmpty { try checkSecretsOutsideOfSteps() }
    for index in steps.indicesByLine {
      let step = steps[index]
      try checkFences(of: step)
      if !secrets.isEmpty { try checkSecrets(in: step) }
      for (line, text) in step.numberedLines {
        for placeholder in Placeholder.all(in: text)
        where placeholder.isTight && !placeholder.isForeignWord && !parameters.contains(placeholder.name) {
          throw ChecklistFileError(file: file, line: line, problem: .undeclaredParameter(placeholder.name))
        }
      }
    }
  }

  private func checkFences(of step: ParsedStep) throws(ChecklistFileError) {
    for (fence, firstLine) in zip(step.fences, step.layout.fenceLines) where !fence.isShell {
      for (offset, line) in fence.code.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        guard let placeholder = Placeholder.all(in: String(line)).first(where: { parameters.contains($0.name) }) else {
          continue
        }
        throw ChecklistFileError(
          file: file, line: firstLine + 1 + offset,
          problem: .parameterInFence(parameter: placeholder.name, language: fence.language))
      }
    }
  }

  // MARK: Secrets

  private func checkSecrets(in step: ParsedStep) throws(ChecklistFileError) {
    let inShell = step.shellLines
    for (line, text) in step.numberedLines where !inShell.contains(line) { try refuseSecret(in: text, line) }
    for text in [step.attributes.value, step.attributes.total, step.attributes.role] {
      try refuseSecret(in: text ?? "", step.line)
    }
  }

  private func checkSecretsOutsideOfSteps() throws(ChecklistFileError) {
    for heading in headings { try refuseSecret(in: heading.text, heading.line) }
    for part in prose {
      let text = ParameterText.filledMarkdown(part.text, with: [:], secrets: secrets)
      for (offset, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        try refuseSecret(in: String(line), part.line + offset)
      }
    }
  }

  private func refuseSecret(in text: String, _ line: Int) throws(ChecklistFileError) {
    guard let placeholder = Placeholder.all(in: text).first(where: { secrets.contains($0.name) }) else { return }
    throw ChecklistFileError(file: file, line: line, problem: .secretInText(placeholder.name))
  }
}

extension ParsedStep {
  /// The lines of text and body with their numbers in the file.
  var numberedLines: [(line: Int, text: String)] {
    let text = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map {
      (line + $0, String($1))
    }
    return text + zip(layout.bodyLines, body.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
  }

  /// The file's lines of code that a shell reads.
  var shellLines: Set<Int> {
    zip(fences, layout.fenceLines).reduce(into: []) { lines, part in
      guard part.0.isShell else { return }
      let count = part.0.code.split(separator: "\n", omittingEmptySubsequences: false).count
      lines.formUnion(part.1 + 1..<part.1 + 1 + count)
    }
  }
}
