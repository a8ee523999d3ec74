import Domain

@testable import ChecklistFile

/// Thinks of something to change on a page.
enum EditChooser {
  private static let texts = [
    "Look at the logs", "Check that no static port lies in 32768-61000", "`bosh -n deploy`, twice", "路由を確かめる",
    "# no heading", "1. no list", "[x] no tick", "two\nlines", "Don't panic: <b>call</b> *somebody*", "e\u{301}té",
  ]
  private static let bodies = [
    "", "", "", "One paragraph.", "```sh\nls -l\n\n  x\n```", "- a bullet\n- another", "> quoted\n\nand said",
    "~~~\ntab\there\n~~~",
  ]
  private static let attributes: [(key: String, value: String?)] = [
    ("expect", "10m"), ("expect", "1h30m"), ("wait", "90s"), ("killer", nil), ("deploys", nil), ("no-return", nil),
    ("value", nil), ("value", "updated; \"failed\""), ("role", "a -- b"), ("mode", "check"),
  ]
  /// None of these can be done.
  private static let hopeless: [@Sendable (StepID) -> ProposedEdit] = [
    { .reword($0, to: "two\n\nparagraphs") }, { .reword($0, to: "deploy <!-- killer -->") },
    { .set($0, key: "killer", value: "yes") }, { .set($0, key: "expect", value: "soon") },
    { .set($0, key: "colour", value: "red") }, { .set($0, key: "id", value: "other") }, { .move($0, .after($0)) },
    { .remove(StepID("nobody-\($0)")) }, { .add(text: "", .before($0)) },
  ]

  static func edit(for page: FoldedPage, using dice: inout Dice) -> ProposedEdit {
    let id = dice.pick(page.ids)
    let attribute = dice.pick(attributes)
    switch Int.random(in: 0..<20, using: &dice) {
    case 0..<4: return .reword(id, to: text(&dice))
    case 4..<9: return .add(text: text(&dice), body: dice.pick(bodies), place(dice.pick(page.ids), &dice))
    case 9..<11: return .remove(id)
    case 11..<15: return .move(id, place(dice.pick(page.ids), &dice))
    case 15..<17: return .set(id, key: attribute.key, value: attribute.value)
    case 17..<19: return .unset(id, key: attribute.key)
    default: return dice.pick(hopeless)(id)
    }
  }

  /// Often one of a kind, and sometimes the same as another step's.
  private static func text(_ dice: inout Dice) -> String {
    let text = dice.pick(texts)
    return dice.chance(70) ? "\(text) \(Int.random(in: 1...999, using: &dice))" : text
  }

  private static func place(_ anchor: StepID, _ dice: inout Dice) -> StepPlace {
    dice.chance(40) ? .before(anchor) : .after(anchor)
  }
}

/// The edit that takes another one back, as far as there is one.
struct Inverse {
  var edit: ProposedEdit
  /// Whether it gives the bytes back whatever the file's style.
  var isExact = true
  var mayLeaveBlankLine = false
  var givesIDsBack = true

  /// - Parameter page: As it was before.
  init?(of edit: ProposedEdit, _ id: StepID, on page: FoldedPage) {
    guard let index = page.ids.firstIndex(of: id) else {
      guard case .add = edit else { return nil }
      self.edit = .remove(id)
      mayLeaveBlankLine = true
      return
    }
    let step = page.document.parsedSteps[index]
    switch edit {
    case .add: return nil
    case .reword:
      guard !step.text.isEmpty, step.layout.isParagraph else { return nil }
      self.edit = .reword(id, to: step.text)
      isExact = !step.text.contains("\n")
    case .set(_, let key, _):
      if let old = step.ownAttributes.entries.first(where: { $0.key == key }) {
        self.edit = .set(id, key: key, value: old.value)
        isExact = false
      } else {
        self.edit = .unset(id, key: key)
      }
    case .unset(_, let key):
      guard let old = step.ownAttributes.entries.first(where: { $0.key == key }) else { return nil }
      self.edit = .set(id, key: key, value: old.value)
      isExact = false
    case .move:
      guard let place = Self.place(of: index, on: page) else { return nil }
      self.edit = .move(id, place)
      isExact = false
    case .remove:
      let hasMore = !step.body.isEmpty || step.comment != nil || page.document.parsedSteps.countUnder(index) > 0
      guard !hasMore, !step.isTicked, step.layout.isParagraph, let place = Self.place(of: index, on: page) else {
        return nil
      }
      self.edit = .add(text: step.text, place)
      isExact = false
      givesIDsBack = false
    }
  }

  /// Right by its neighbour in its list; nil where steps that are not of that list stand in between.
  private static func place(of index: Int, on page: FoldedPage) -> StepPlace? {
    let steps = page.document.parsedSteps
    func end(_ index: Int) -> Int { index + 1 + steps.countUnder(index) }
    let list = steps[index].layout.list
    if let before = steps[..<index].lastIndex(where: { $0.layout.list == list }), end(before) == index {
      return .after(page.ids[before])
    }
    let next = end(index)
    return next < steps.count && steps[next].layout.list == list ? .before(page.ids[next]) : nil
  }
}
