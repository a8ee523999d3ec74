/// Why a signature can't be checked. Nothing was written.
enum IntakeError: Error, Hashable, CustomStringConvertible {
  case secretEmpty(String)
  /// A signature came, and nothing to hold it against.
  case noSecret(variable: String)

  var description: String {
    switch self {
    case .secretEmpty(let file): "\(file): there is no secret in it, so nothing can be proven; nothing was written"
    case .noSecret(let variable):
      "a signature was given, and no secret to check it with: name its file with --secret-file, or set $\(variable); "
        + "nothing was written"
    }
  }

  var exitCode: Int32 {
    switch self {
    case .secretEmpty: 65
    case .noSecret: 64
    }
  }
}
