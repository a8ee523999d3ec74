/// One immutable version of a checklist: the file as it came, and what it says.
public struct ChecklistVersion: Hashable, Sendable {
  public var reference: VersionReference
  public var title: String
  public var settings: ChecklistSettings
  /// In the order of a run: pre, during, post, rollback; within a section in file order.
  public var steps: [Step]
  /// What stands in the rollback section before its steps: what prompts a rollback. Empty when nothing does.
  public var rollbackPrompt: String
  /// The whole file, byte for byte.
  public var source: String
  /// SHA-256 of the source's UTF-8, lower-case hexadecimal.
  public var sha256: String
  /// The number of the version that it was made from.
  public var parent: Int?
  public var author: Handle
  public var reason: String
  public var madeAt: Instant

  public init(
    reference: VersionReference, title: String, settings: ChecklistSettings = ChecklistSettings(), steps: [Step],
    rollbackPrompt: String = "", source: String = "", sha256: String = "", parent: Int? = nil, author: Handle,
    reason: String = "", madeAt: Instant
  ) {
    self.reference = reference
    self.title = title
    self.settings = settings
    self.steps = steps
    self.rollbackPrompt = rollbackPrompt
    self.source = source
    self.sha256 = sha256
    self.parent = parent
    self.author = author
    self.reason = reason
    self.madeAt = madeAt
  }
}

/// What a checklist's front matter says of its runs. Every key is optional.
public struct ChecklistSettings: Hashable, Codable, Sendable {
  /// `new-release`, `stemcell-upgrade`, `manifest-only`, or a word of the team's own.
  public var deploy: String?
  public var team: String?
  /// Environments that a run may name; nil allows any.
  public var environments: [String]?
  /// When a production run may start; nil allows any time.
  public var start: WeeklyWindow?
  public var expected: Duration?
  public var parameters: [Parameter]
  /// Why this checklist may go to production without staging (`without-staging:`); nil when it may not.
  public var withoutStaging: String?

  public init(
    deploy: String? = nil, team: String? = nil, environments: [String]? = nil, start: WeeklyWindow? = nil,
    expected: Duration? = nil, parameters: [Parameter] = [], withoutStaging: String? = nil
  ) {
    self.deploy = deploy
    self.team = team
    self.environments = environments
    self.start = start
    self.expected = expected
    self.parameters = parameters
    self.withoutStaging = withoutStaging
  }

  /// The names of the parameters that are secrets: a run has no values for them.
  public var secretNames: Set<String> { Set(parameters.filter(\.isSecret).map(\.name)) }
}

/// A value that a run of the checklist is started with.
public struct Parameter: Hashable, Codable, Sendable {
  /// A shell variable's name: letters, digits and `_`, not starting with a digit.
  public var name: String
  /// The question put to the pair.
  public var ask: String?
  /// A regular expression that the value has to match.
  public var pattern: String?
  public var defaultValue: String?
  /// Says that the value is a secret, and where it comes from; nil for one that stands on the record.
  public var secret: SecretSource?

  public init(
    name: String, ask: String? = nil, pattern: String? = nil, defaultValue: String? = nil, secret: SecretSource? = nil
  ) {
    self.name = name
    self.ask = ask
    self.pattern = pattern
    self.defaultValue = defaultValue
    self.secret = secret
  }

  public var isSecret: Bool { secret != nil }
}

/// Where a secret parameter's value comes from, each time that a command needs it. It is never stored.
public enum SecretSource: Hashable, Codable, Sendable {
  /// Whoever runs the command types it.
  case prompt
  /// A shell's command, whose output without the line ends at its end is the value (`from:`).
  case command(String)
}
