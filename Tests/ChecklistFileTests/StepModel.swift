import Domain

@testable import ChecklistFile

/// A page's steps as a list of who stands under whom, with the plainest way of changing it.
struct StepModel: Equatable {
  struct Line: Equatable {
    var id: StepID
    var parent: StepID?
    var section: Section
    var group: [String]
    var text: String
    var body: String
    var own: StepAttributes
  }

  private(set) var lines: [Line]

  init(_ page: FoldedPage) {
    lines = zip(page.steps, page.document.parsedSteps).map { step, parsed in
      Line(
        id: step.id, parent: step.parent, section: step.section, group: step.group, text: step.text,
        body: StepShape.withoutRunsOfBlankLines(step.body), own: parsed.ownAttributes)
    }
  }

  mutating func apply(_ edit: ProposedEdit, new: StepID) {
    switch edit {
    case .reword(let id, let text): change(id) { $0.text = text }
    case .set(let id, let key, let value): change(id) { $0.own.set(key, value) }
    case .unset(let id, let key): change(id) { $0.own.set(key, nil, isSet: false) }
    case .remove(let id):
      let gone = family(of: id)
      lines.removeAll { gone.contains($0.id) }
    case .add(let text, let body, let place):
      guard var line = lines.first(where: { $0.id == place.anchor }) else { return }
      line.id = new
      line.text = text
      line.body = StepShape.withoutRunsOfBlankLines(body.trimmingLines())
      line.own = StepAttributes()
      insert([line], place)
    case .move(let id, let place):
      let family = family(of: id)
      var moved = lines.filter { family.contains($0.id) }
      lines.removeAll { family.contains($0.id) }
      guard let anchor = lines.first(where: { $0.id == place.anchor }), !moved.isEmpty else { return }
      moved[0].parent = anchor.parent
      for index in moved.indices {
        moved[index].section = anchor.section
        moved[index].group = anchor.group
      }
      insert(moved, place)
    }
  }

  private mutating func insert(_ new: [Line], _ place: StepPlace) {
    let anchor = place.anchor
    let family = family(of: anchor)
    let position =
      switch place {
      case .before: lines.firstIndex { $0.id == anchor } ?? 0
      case .after: (lines.lastIndex { family.contains($0.id) } ?? 0) + 1
      }
    lines.insert(contentsOf: new, at: position)
  }

  private mutating func change(_ id: StepID, _ change: (inout Line) -> Void) {
    if let index = lines.firstIndex(where: { $0.id == id }) { change(&lines[index]) }
  }

  /// The step with everything under it.
  private func family(of id: StepID) -> Set<StepID> {
    var family: Set<StepID> = [id]
    for line in lines { if let parent = line.parent, family.contains(parent) { family.insert(line.id) } }
    return family
  }

  func difference(from expected: StepModel) -> String {
    guard let index = lines.indices.first(where: { $0 >= expected.lines.count || lines[$0] != expected.lines[$0] })
    else { return "\(lines.count) steps, not \(expected.lines.count)" }
    return "found \(lines[index])\nnot \(index < expected.lines.count ? "\(expected.lines[index])" : "nothing")"
  }
}

extension StepAttributes {
  fileprivate mutating func set(_ key: String, _ value: String?, isSet: Bool = true) {
    switch key {
    case "expect": expect = value.flatMap(StepDuration.parse)
    case "wait": wait = value.flatMap(StepDuration.parse)
    case "killer": isKiller = isSet
    case "deploys": deploys = isSet
    case "no-return": isNoReturn = isSet
    case "value": self.value = isSet ? value ?? "value" : nil
    case "role": role = value
    case "mode": mode = value
    default: break
    }
  }
}
