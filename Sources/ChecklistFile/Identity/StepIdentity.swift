import Domain

/// Gives every step of a file the id that it keeps (contract.md, section 2, "Identity").
///
/// In this order: the explicit id; the id of the parent version's step with the same text, where the one in the same
/// group comes first; the id of the most similar step of the parent that nothing has taken, at `threshold` or above;
/// a new slug of the step's words, made unique. The same input always gives the same ids.
struct StepIdentity {
  /// The similarity from which two texts are one step reworded; see `TextSimilarity`.
  static let threshold = 0.65

  private let steps: [ParsedStep]
  private let parent: [Step]
  private var ids: [StepID?]
  private var isTaken: [Bool]

  private init(steps: [ParsedStep], parent: [Step]) {
    self.steps = steps
    self.parent = parent
    ids = steps.map { $0.ownAttributes.explicitID.map { StepID($0) } }
    isTaken = [Bool](repeating: false, count: parent.count)
  }

  static func ids(of steps: [ParsedStep], parent: [Step], reserved: Set<StepID>) -> [StepID] {
    var identity = Self(steps: steps, parent: parent)
    let explicit = Set(identity.ids.compactMap { $0 })
    for index in parent.indices where explicit.contains(parent[index].id) { identity.isTaken[index] = true }
    identity.matchSameText()
    identity.matchSimilarText()
    return identity.nameTheRest(reserved: reserved)
  }

  /// From the narrowest likeness of place to none, so that a step in its old place never loses its id to another.
  private mutating func matchSameText() {
    let parentPlaces = Place.all(of: parent)
    let places = Place.all(of: steps)
    for narrowness in Place.Narrowness.allCases {
      var waiting: [String: [Int]] = [:]
      for index in parent.indices.reversed() where !isTaken[index] {
        waiting[parentPlaces[index].key(narrowness), default: []].append(index)
      }
      for index in steps.indices where ids[index] == nil {
        guard let match = waiting[places[index].key(narrowness)]?.popLast() else { continue }
        take(match, for: index)
      }
    }
  }

  private mutating func matchSimilarText() {
    let left = steps.indices.filter { ids[$0] == nil }
    let free = parent.indices.filter { !isTaken[$0] }
    guard !left.isEmpty, !free.isEmpty else { return }
    let pairs = TextSimilarity.pairs(
      left.map { steps[$0].text }, free.map { parent[$0].text }, threshold: Self.threshold)
    let ranked = pairs.map { pair in
      let (step, old) = (left[pair.left], free[pair.right])
      return (pair.similarity, isSameGroup(step, old), abs(step - old), step, old)
    }.sorted { a, b in
      if a.0 != b.0 { return a.0 > b.0 }
      if a.1 != b.1 { return a.1 }
      return (a.2, a.3, a.4) < (b.2, b.3, b.4)
    }
    for (_, _, _, step, old) in ranked where ids[step] == nil && !isTaken[old] { take(old, for: step) }
  }

  private func isSameGroup(_ step: Int, _ old: Int) -> Bool {
    steps[step].section == parent[old].section && steps[step].group == parent[old].group
  }

  private mutating func take(_ old: Int, for step: Int) {
    ids[step] = parent[old].id
    isTaken[old] = true
  }

  /// A removed step's id is not given to a new one.
  private func nameTheRest(reserved: Set<StepID>) -> [StepID] {
    var used = Set(ids.compactMap { $0 }).union(parent.map(\.id)).union(reserved)
    var nextSuffix: [String: Int] = [:]
    return steps.indices.map { index in
      if let id = ids[index] { return id }
      let base = Self.slug(of: steps[index])
      let id = Self.unique(base, taken: used, suffix: &nextSuffix[base, default: 2])
      used.insert(id)
      return id
    }
  }

  /// The id of one step that nothing was known of before.
  static func newID(for step: ParsedStep, taken: Set<StepID>) -> StepID {
    var suffix = 2
    return unique(slug(of: step), taken: taken, suffix: &suffix)
  }

  private static func unique(_ base: String, taken: Set<StepID>, suffix: inout Int) -> StepID {
    var id = StepID(base)
    while taken.contains(id) {
      id = StepID("\(base)-\(suffix)")
      suffix += 1
    }
    return id
  }

  /// Never a bare number, which would read as a step's number on the command line.
  private static func slug(of step: ParsedStep) -> String {
    let slug = Slug.make(step.plainText.isEmpty ? step.text : step.plainText)
    if slug.isEmpty { return "step" }
    return slug.allSatisfy(\.isNumber) ? "step-\(slug)" : slug
  }
}

/// Where a step stands, for telling steps with the same text apart.
private struct Place {
  enum Narrowness: CaseIterable { case afterSameStep, underSameStep, inSameGroup, anywhere }

  var text: String
  var group: String
  /// The text of the step that this one stands under.
  var above: String
  /// The text of the step before it, whatever that one's depth.
  var before: String

  func key(_ narrowness: Narrowness) -> String {
    switch narrowness {
    case .afterSameStep: "\(group)\u{1}\(above)\u{1}\(before)\u{1}\(text)"
    case .underSameStep: "\(group)\u{1}\(above)\u{1}\(text)"
    case .inSameGroup: "\(group)\u{1}\(text)"
    case .anywhere: text
    }
  }

  static func all(of steps: [ParsedStep]) -> [Place] {
    places(steps.map(\.text), groups: steps.map { group($0.section, $0.group) }, parents: steps.map(\.parent))
  }

  static func all(of steps: [Step]) -> [Place] {
    let indices = Dictionary(steps.indices.map { (steps[$0].id, $0) }, uniquingKeysWith: { first, _ in first })
    return places(
      steps.map(\.text), groups: steps.map { group($0.section, $0.group) },
      parents: steps.map { $0.parent.flatMap { indices[$0] } })
  }

  private static func places(_ texts: [String], groups: [String], parents: [Int?]) -> [Place] {
    let texts = texts.map(TextSimilarity.normal)
    return texts.indices.map { index in
      Place(
        text: texts[index], group: groups[index], above: parents[index].map { texts[$0] } ?? "",
        before: index > 0 && groups[index - 1] == groups[index] ? texts[index - 1] : "")
    }
  }

  private static func group(_ section: Section, _ group: [String]) -> String {
    ([section.rawValue] + group).joined(separator: "\u{2}")
  }
}

extension ChecklistDocument {
  /// The steps with their ids, in the order of `parsedSteps`.
  ///
  /// - Parameters:
  ///   - parent: The steps of the version that this file was made from; empty for a first version.
  ///   - reserved: Ids of older versions that no new step may get.
  public func steps(parent: [Step] = [], reserved: Set<StepID> = []) -> [Step] {
    steps(ids: StepIdentity.ids(of: parsedSteps, parent: parent, reserved: reserved))
  }

  /// The steps with their ids as they follow from `parent`; nil is a first version.
  public func steps(parent: ChecklistVersion?) -> [Step] { steps(parent: parent?.steps ?? []) }

  /// The steps with these ids, one for each.
  public func steps(ids: [StepID]) -> [Step] {
    parsedSteps.enumerated().map { index, step in
      Step(
        id: ids[index], number: index + 1, section: step.section, group: step.group,
        parent: step.parent.map { ids[$0] }, depth: step.depth, text: step.text, body: step.body, fences: step.fences,
        attributes: step.attributes, line: step.line)
    }
  }
}
