import ChecklistFile
import Domain

/// Whether a value fits its parameter. The pattern is the checklist's, and may take for ever: it is not tried on the
/// thread that paints.
struct ParameterCheck: Question {
  let parameter: Parameter
  let value: String
  var topic: String { parameter.name }

  func answer(from backend: any Backend) throws -> String? {
    do throws(ParameterError) {
      _ = try ParameterText.validated([parameter.name: value], against: [parameter])
      return nil
    } catch {
      if case .patternFails(_, _, let pattern) = error { return "does not match \(pattern)" }
      return "\(error)"
    }
  }
}
