import Domain

/// Refuses placeholders that a run could not fill.
///
/// A file that declares parameters is ours, and `{{name}}` in it has to be one of them. A file that declares none may
/// be full of another tool's braces (Jinja, Go templates); lint mentions those and they stay as they are.
struct PlaceholderCheck {
  let file: String
  let parameters: Set<String>

  func check(_ steps: [ParsedStep]) throws(ChecklistFileError) {
    guard !parameters.isEmpty else { return }
    for index in steps.indicesByLine {
      let step = steps[index]
      try checkFences(of: step)
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
}

extension ParsedStep {
  /// The lines of text and body with their numbers in the file.
  var numberedLines: [(line: Int, text: String)] {
    let text = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map {
      (line + $0, String($1))
    }
    return text + zip(layout.bodyLines, body.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
  }
}
