/// Where a team's commands run, and with which variables.
public struct CommandSettings: Hashable, Sendable {
  /// An absolute path; nil for the home directory of whoever runs them.
  public var directory: String?
  /// By name; what they hold stands on the record, so no secrets.
  public var variables: [String: String]
  /// Names of variables that are taken over from whoever runs them, beside those that always are.
  public var passed: [String]

  public init(directory: String? = nil, variables: [String: String] = [:], passed: [String] = []) {
    self.directory = directory
    self.variables = variables
    self.passed = passed
  }

  /// What a command takes over from whoever runs it; all else of their environment stays outside, so that the command
  /// does the same for both of a pair.
  public static let alwaysPassed = [
    "PATH", "HOME", "USER", "LOGNAME", "LANG", "LC_ALL", "LC_CTYPE", "TZ", "SSH_AUTH_SOCK", "SHELL", "TMPDIR",
  ]
}
