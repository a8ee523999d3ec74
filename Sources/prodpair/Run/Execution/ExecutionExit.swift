import Domain

/// The exit codes of `run exec`, beside those that every command has.
enum ExecutionExit {
  /// It failed, or the check said no.
  static let no: Int32 = 2
  /// `--non-interactive` came to what a person has to do.
  static let personNeeded: Int32 = 3
  /// Neither yes nor no: it could not be run, its time was up, it was stopped, or nobody knows.
  static let neither: Int32 = 4
  /// ^C ended the following of a command that runs: as a shell tells of a program that ^C has ended.
  static let interrupted: Int32 = 130
}

extension Verdict {
  /// What a program that called us is told of it.
  var exitCode: Int32 {
    switch self {
    case .yes: 0
    case .no: ExecutionExit.no
    case .couldNotRun, .timedOut, .stopped, .unknown: ExecutionExit.neither
    }
  }
}
