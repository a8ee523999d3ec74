import Domain

/// A heading, or a bold lead-in: a paragraph that is wholly bold but for a colon and a comment after it.
public struct Heading: Hashable, Sendable {
  /// 1 to 6; 7 for a bold lead-in, which is deeper than every heading.
  public var level: Int
  /// Without markup and without a colon at the end.
  public var text: String
  /// From 1.
  public var line: Int
  /// What the words name; nil when they name no section.
  public var section: Section?
  /// From the heading's own comment; they go to every step under it.
  public var attributes: StepAttributes
  /// Whether it names the whole checklist, so that sections may stand under it.
  public var isTitle: Bool

  static let boldLevel = 7
}

/// The headings that stand over a step, and what follows from them.
struct Placement: Sendable {
  var section: Section
  /// Whether no heading of its own named the section.
  var isGuessed: Bool
  var group: [String]
  var attributes: StepAttributes

  /// Decides from the headings over a step, outermost first.
  ///
  /// The outermost one with a section's word decides, the ones inside it are groups. One without such a word is looked
  /// through, so that `### Before` under `## Checklist` counts. The title decides only where nothing else does.
  init(under headings: [Heading]) {
    attributes = headings.reduce(StepAttributes()) { $1.attributes.over($0) }
    let inner = headings.filter { !$0.isTitle }
    if let index = inner.firstIndex(where: { $0.section != nil }), let named = inner[index].section {
      section = named
      isGuessed = false
      group = inner[(index + 1)...].map(\.text)
      return
    }
    group = inner.map(\.text)
    let title = headings.first(where: \.isTitle)?.section
    section = title ?? .during
    isGuessed = title == nil || !inner.isEmpty
  }
}

extension StepAttributes {
  /// These on top of `outer`: values stand in for values, flags add up.
  func over(_ outer: Self) -> Self {
    Self(
      explicitID: explicitID, expect: expect ?? outer.expect, wait: wait ?? outer.wait,
      isKiller: isKiller || outer.isKiller, value: value ?? outer.value, role: role ?? outer.role,
      deploys: deploys || outer.deploys, isNoReturn: isNoReturn || outer.isNoReturn,
      condition: condition ?? outer.condition, mode: mode ?? outer.mode, matches: matches ?? outer.matches,
      timeout: timeout ?? outer.timeout, attempts: attempts ?? outer.attempts, progress: progress ?? outer.progress,
      total: total ?? outer.total,
      unknown: outer.unknown + unknown.filter { !outer.unknown.contains($0) })
  }
}
