import Domain

/// What has to be the same of a step before and after an edit that is not about it.
struct StepShape: Hashable {
  var section: Section
  var group: [String]
  var parent: Int?
  var depth: Int
  var text: String
  var body: String
  var fences: [Fence]
  var own: StepAttributes
  var isTicked: Bool

  init(_ step: ParsedStep) {
    section = step.section
    group = step.group
    parent = step.parent
    depth = step.depth
    text = step.text
    body = Self.withoutRunsOfBlankLines(step.body)
    fences = step.fences
    own = step.ownAttributes
    isTicked = step.isTicked
  }

  /// Taking out a step between two bullets of its parent's body may leave one blank line more or less there.
  static func withoutRunsOfBlankLines(_ text: String) -> String {
    var lines: [Substring] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) where !line.isEmpty || lines.last != "" {
      lines.append(line)
    }
    return lines.joined(separator: "\n")
  }
}

/// What stands somewhere in a list of steps.
protocol Nested {
  var depth: Int { get }
}

extension ParsedStep: Nested {}
extension StepShape: Nested {}

extension Array where Element: Nested {
  /// How many steps stand under the one at the index; they follow it directly.
  func countUnder(_ index: Int) -> Int {
    self[(index + 1)...].prefix { $0.depth > self[index].depth }.count
  }
}

extension [StepShape] {
  mutating func insert(_ shapes: [StepShape], at position: Int, parent: Int?, depth: Int) {
    guard let top = shapes.first else { return }
    let moved = shapes.enumerated().map { offset, shape in
      var shape = shape
      shape.parent = offset == 0 ? parent : shape.parent.map { $0 + position }
      shape.depth += depth - top.depth
      return shape
    }
    for index in indices {
      if let above = self[index].parent, above >= position { self[index].parent = above + shapes.count }
    }
    if let above = moved[0].parent, above >= position { assertionFailure("a step's parent stands before it") }
    insert(contentsOf: moved, at: position)
  }

  /// Takes out a step with everything under it; the parents of those returned count from the first of them.
  mutating func take(_ index: Int) -> [StepShape] {
    let count = 1 + countUnder(index)
    let taken = self[index..<index + count].map { shape in
      var shape = shape
      shape.parent = shape.parent.map { $0 - index }
      return shape
    }
    removeSubrange(index..<index + count)
    for other in indices {
      if let above = self[other].parent, above >= index { self[other].parent = above - count }
    }
    return taken
  }
}
