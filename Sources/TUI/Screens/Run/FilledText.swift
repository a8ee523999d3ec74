import ChecklistFile
import Domain

/// A step's text and commands with the run's values in them.
enum FilledText {
  static func text(_ text: String, _ run: Run) -> String { ParameterText.filled(text, with: run.parameters) }

  /// On one line, for lists.
  static func line(_ step: Step, _ run: Run) -> String {
    let text = text(step.text, run)
    return text.utf8.contains(UInt8(ascii: "\n")) ? text.replacing("\n", with: " ") : text
  }

  /// What `y` copies; nil for a step without a command. A value that cannot be quoted is an error.
  static func command(of step: Step, _ run: Run) -> Result<String?, Failure> {
    do throws(ParameterError) {
      return .success(
        try ParameterText.command(
          for: step, values: run.parameters, secrets: run.version.settings.secretNames))
    } catch {
      return .failure(Failure(error))
    }
  }
}
