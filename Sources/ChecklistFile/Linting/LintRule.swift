/// What lint looks for, and why it matters.
public enum LintRule: String, CaseIterable, Codable, Sendable {
  /// The file can't be read as a checklist at all.
  case unreadable
  case duplicateID = "duplicate-id"
  case numericID = "numeric-id"
  case tooManyKillers = "too-many-killers"
  case emptyStep = "empty-step"
  case vagueStep = "vague-step"
  case tickedBox = "ticked-box"
  case missedStep = "missed-step"
  case swallowedHeading = "swallowed-heading"
  case sameText = "same-text"
  case guessedSection = "guessed-section"
  case noRollback = "no-rollback"
  case noDeploysStep = "no-deploys-step"
  case unknownAttribute = "unknown-attribute"
  case unknownMode = "unknown-mode"
  case modeWithoutCommand = "mode-without-command"
  case idleAttribute = "idle-attribute"
  case unreadInfo = "unread-info"
  case strayAttributes = "stray-attributes"
  case unknownPlaceholder = "unknown-placeholder"
  case unfilledPlaceholder = "unfilled-placeholder"
  case unusedParameter = "unused-parameter"
  case quotedParameter = "quoted-parameter"
  case evaluatedParameter = "evaluated-parameter"
  case reservedParameter = "reserved-parameter"
  case patternNotAnchored = "pattern-not-anchored"
  case defaultFailsPattern = "default-fails-pattern"

  public var why: String {
    switch self {
    case .unreadable: "nothing can be run from a file that can't be read"
    case .duplicateID: "a run could not tell the two steps apart"
    case .numericID: "on the command line it would read as a step's number"
    case .tooManyKillers:
      "killer items stay few, five to nine, or none of them stands out (Gawande, The Checklist Manifesto)"
    case .emptyStep: "nobody can tell what to do, or when it is done"
    case .vagueStep: "two people would not agree on whether it is done"
    case .tickedBox: "a template is ticked for nobody; a run starts with every step open"
    case .missedStep:
      "Markdown takes only `- [ ] ` with its spaces and a text for a task; a run would pass over this one"
    case .swallowedHeading: "without a blank line before it Markdown takes it for more of the step above"
    case .sameText: "without an id the two can swap their histories when one of them moves"
    case .guessedSection: "what has to be done before and after should not be mixed with the work itself"
    case .noRollback: "at three in the morning it is too late to work out the way back"
    case .noDeploysStep: "without the step that changes production a run counts as no deployment"
    case .unknownAttribute: "it has no effect, and may be a misspelt one that should have"
    case .unknownMode: "it has no effect, and may be a misspelt one that should have"
    case .modeWithoutCommand: "without a command the step is done by hand, whatever its mode says"
    case .idleAttribute: "it has no effect there, and somebody may count on it"
    case .unreadInfo: "it has no effect here, and may be meant to have one"
    case .strayAttributes: "attributes count only at the end of the step's first paragraph"
    case .unknownPlaceholder: "it is shown as it stands; a run fills in declared parameters only"
    case .unfilledPlaceholder: "the command is run as it stands, with the run's values as variables: write ${name}"
    case .unusedParameter: "the pair is asked for something that nothing uses"
    case .quotedParameter: "in single quotes a shell does not put the value in"
    case .evaluatedParameter:
      "what is in the value would run there, such as `$(…)`; hand it on as data: sh -c '… \"$1\"' sh {{name}}, or on "
        + "standard input"
    case .reservedParameter: "setting it would change how a command itself is run"
    case .patternNotAnchored: "it matches anywhere in the value, so that more passes than meant"
    case .defaultFailsPattern: "taking the default would be refused"
    }
  }
}

/// One thing that lint found.
public struct LintFinding: Hashable, Codable, Sendable {
  public var file: String
  /// From 1.
  public var line: Int
  public var rule: LintRule
  public var what: String

  public init(file: String, line: Int, rule: LintRule, what: String) {
    self.file = file
    self.line = line
    self.rule = rule
    self.what = what
  }

  public var why: String { rule.why }

  /// As in `release.md:12: vague-step: "Check everything" says too little (two people would not agree …)`.
  public var text: String { "\(file):\(line): \(rule.rawValue): \(what) (\(why))" }
}
