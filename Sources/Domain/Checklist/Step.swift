/// One tickable line of a checklist version.
///
/// It never changes, and is a value in all but its kind: hundreds are looked at for each picture of a run, and a copy of
/// so many fields would take longer than the look.
public final class Step: Hashable, Sendable {
  public let id: StepID
  /// Runs through the whole checklist from 1, in the order of a run: pre, during, post, then rollback.
  public let number: Int
  public let section: Section
  /// The headings between the section's and the step, outermost first.
  public let group: [String]
  /// The step that this one stands under.
  public let parent: StepID?
  /// 0 at the outermost list, one more for each step above it.
  public let depth: Int
  /// The first paragraph's Markdown source without its task marker and attribute comment, lines joined by `\n`.
  public let text: String
  /// The rest that belongs to the step (paragraphs, fences, quotes), as Markdown with the step's indentation removed.
  public let body: String
  /// The step's fences, in order.
  public let fences: [Fence]
  public let attributes: StepAttributes
  /// The 1-based line of the step in the file.
  public let line: Int

  public init(
    id: StepID, number: Int, section: Section, group: [String] = [], parent: StepID? = nil, depth: Int = 0,
    text: String, body: String = "", fences: [Fence] = [], attributes: StepAttributes = StepAttributes(), line: Int = 0
  ) {
    self.id = id
    self.number = number
    self.section = section
    self.group = group
    self.parent = parent
    self.depth = depth
    self.text = text
    self.body = body
    self.fences = fences
    self.attributes = attributes
    self.line = line
  }

  public var isKiller: Bool { attributes.isKiller }

  /// The same step, with what is given instead of its own.
  public func with(
    number: Int? = nil, group: [String]? = nil, text: String? = nil, body: String? = nil, fences: [Fence]? = nil,
    attributes: StepAttributes? = nil
  ) -> Step {
    Step(
      id: id, number: number ?? self.number, section: section, group: group ?? self.group, parent: parent, depth: depth,
      text: text ?? self.text, body: body ?? self.body, fences: fences ?? self.fences,
      attributes: attributes ?? self.attributes, line: line)
  }

  public static func == (one: Step, other: Step) -> Bool {
    one === other
      || (one.id == other.id && one.number == other.number && one.section == other.section && one.group == other.group
        && one.parent == other.parent && one.depth == other.depth && one.text == other.text && one.body == other.body
        && one.fences == other.fences && one.attributes == other.attributes && one.line == other.line)
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(id)
    hasher.combine(number)
    hasher.combine(text)
  }
}

/// What stands in the HTML comment at the end of a step's first paragraph.
public struct StepAttributes: Hashable, Codable, Sendable {
  /// The id that the file gives; nil when one is assigned (contract.md, "Identity").
  public var explicitID: String?
  public var expect: Duration?
  public var wait: Duration?
  public var isKiller: Bool
  /// What to record when the step is done, as in `"updated; failed"`.
  public var value: String?
  public var role: String?
  /// Whether production changes in this step.
  public var deploys: Bool
  /// Whether there is no way back after it.
  public var isNoReturn: Bool
  public var condition: StepCondition?
  /// As written; ``Step/mode`` is what follows from it.
  public var mode: String?
  /// A regular expression that a line of a check's output has to match for a yes.
  public var matches: String?
  /// How long one attempt of the step's command may take.
  public var timeout: Duration?
  /// How often a check is tried before its "no" stands, from 1.
  public var attempts: Int?
  /// A regular expression that tells from a line of output how far the command is (``ProgressPattern``).
  public var progress: String?
  /// How many there are of what `progress` counts: a number, or a text with a parameter in it.
  public var total: String?
  /// Keys that this version of the program does not know, kept in the order written.
  public var unknown: [String]

  public init(
    explicitID: String? = nil, expect: Duration? = nil, wait: Duration? = nil, isKiller: Bool = false,
    value: String? = nil, role: String? = nil, deploys: Bool = false, isNoReturn: Bool = false,
    condition: StepCondition? = nil, mode: String? = nil, matches: String? = nil, timeout: Duration? = nil,
    attempts: Int? = nil, progress: String? = nil, total: String? = nil, unknown: [String] = []
  ) {
    self.explicitID = explicitID
    self.expect = expect
    self.wait = wait
    self.isKiller = isKiller
    self.value = value
    self.role = role
    self.deploys = deploys
    self.isNoReturn = isNoReturn
    self.condition = condition
    self.mode = mode
    self.matches = matches
    self.timeout = timeout
    self.attempts = attempts
    self.progress = progress
    self.total = total
    self.unknown = unknown
  }
}

/// `if: name = value`, or `!=`: the step is active only when the run's parameter agrees.
public struct StepCondition: Hashable, Codable, Sendable {
  public var parameter: String
  public var isEqual: Bool
  public var value: String

  public init(parameter: String, isEqual: Bool, value: String) {
    self.parameter = parameter
    self.isEqual = isEqual
    self.value = value
  }

  /// A parameter without a value compares as the empty text.
  public func holds(for parameters: [String: String]) -> Bool {
    (parameters[parameter, default: ""] == value) == isEqual
  }
}
