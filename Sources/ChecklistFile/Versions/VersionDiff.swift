import Domain

/// What changed between two versions, step by step.
///
/// Steps are the same step when their ids are. Of the steps whose order changed as few as possible count as moved.
public struct VersionDiff: Hashable, Sendable, Codable {
  /// Removed steps first, in the old version's order; then the rest in the new version's order.
  public var changes: [StepChange]

  public init(from old: [Step], to new: [Step]) {
    let oldIndex = Dictionary(old.indices.map { (old[$0].id, $0) }, uniquingKeysWith: { first, _ in first })
    let newIDs = Set(new.map(\.id))
    changes = old.filter { !newIDs.contains($0.id) }.map {
      StepChange(kind: .removed, step: $0.id, number: $0.number, old: $0.text, new: "")
    }
    let common = new.indices.compactMap { index in oldIndex[new[index].id].map { (new: index, old: $0) } }
    let inPlace = Set(RisingRun.positions(common.map(\.old)).map { common[$0].new })
    let oldTexts = Dictionary(old.map { ($0.id, $0.text) }, uniquingKeysWith: { first, _ in first })
    let newTexts = Dictionary(new.map { ($0.id, $0.text) }, uniquingKeysWith: { first, _ in first })
    for (index, step) in new.enumerated() {
      guard let before = oldIndex[step.id].map({ old[$0] }) else {
        changes.append(StepChange(kind: .added, step: step.id, number: step.number, old: "", new: step.text))
        continue
      }
      let places = (Self.place(before, oldTexts), Self.place(step, newTexts))
      let hasMoved =
        !inPlace.contains(index) || before.section != step.section || before.parent != step.parent
        || before.group != step.group
      add(.reworded, of: step, from: before.text, to: step.text)
      if hasMoved {
        let isSamePlace = places.0 == places.1
        changes.append(
          StepChange(
            kind: .moved, step: step.id, number: step.number,
            old: isSamePlace ? "number \(before.number)" : places.0,
            new: isSamePlace ? "number \(step.number)" : places.1))
      }
      add(.attributesChanged, of: step, from: Self.text(before.attributes), to: Self.text(step.attributes))
      add(.bodyChanged, of: step, from: before.body, to: step.body)
    }
  }

  public var isEmpty: Bool { changes.isEmpty }

  private mutating func add(_ kind: StepChange.Kind, of step: Step, from old: String, to new: String) {
    guard !old.utf8.elementsEqual(new.utf8) else { return }
    changes.append(StepChange(kind: kind, step: step.id, number: step.number, old: old, new: new))
  }

  /// Without the id: writing down the id that a step has anyway changes nothing.
  private static func text(_ attributes: StepAttributes) -> String {
    var attributes = attributes
    attributes.explicitID = nil
    return attributes.entries.map(\.text).joined(separator: "; ")
  }

  /// As in `during / Canaries, under "Deploy"`.
  private static func place(_ step: Step, _ texts: [StepID: String]) -> String {
    let place = ([step.section.rawValue] + step.group).joined(separator: " / ")
    guard let parent = step.parent else { return place }
    return "\(place), under \"\(TextSimilarity.normal(texts[parent] ?? parent.text))\""
  }
}
