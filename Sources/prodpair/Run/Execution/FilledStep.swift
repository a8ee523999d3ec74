import ChecklistFile
import Domain

/// A step as the pair reads it, with the run's parameters in its texts.
enum FilledStep {
  static func of(_ step: Step, in run: Run) -> Step {
    ParameterText.filled(step, with: run.parameters, secrets: run.version.settings.secretNames)
  }
}
