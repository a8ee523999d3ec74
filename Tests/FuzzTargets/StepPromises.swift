import ChecklistFile
import Domain

/// What the steps of every checklist promise, whatever the file says.
enum StepPromises {
  static func check(_ document: ChecklistDocument, _ lines: FileLines) throws {
    let steps = document.parsedSteps
    try hold("a checklist has a step", !steps.isEmpty)
    try hold("steps stand in the order of a run", zip(steps, steps.dropFirst()).allSatisfy { $0.section <= $1.section })
    for (index, step) in steps.enumerated() {
      try hold(
        "a step's lines are lines of the file", step.lines.lowerBound >= 1 && step.lines.upperBound <= lines.count)
      try hold("a step ends with a line that has something in it", !lines.lines[step.lines.upperBound - 1].isBlank)
      let start = lines.lines[step.lines.lowerBound - 1].content.startIndex
      try hold(
        "a step's bytes are those of its lines",
        step.byteRange.lowerBound == start && step.byteRange.upperBound <= document.bytes.count)
      try hold("a step's text has no carriage return", !step.text.utf8.contains(0x0D), step.text.debugDescription)
      guard let parent = step.parent else {
        try hold("a step under no other is outermost", step.depth == 0)
        continue
      }
      try hold("a step's parent stands before it", parent < index)
      let above = steps[parent]
      try hold("a step is one deeper than its parent", step.depth == above.depth + 1 && step.section == above.section)
      let isWithin = above.lines.lowerBound < step.lines.lowerBound && step.lines.upperBound <= above.lines.upperBound
      try hold("a step stands within its parent", isWithin, "\(step.lines) in \(above.lines)")
    }
    try checkIDs(document)
  }

  private static func checkIDs(_ document: ChecklistDocument) throws {
    let steps = document.steps()
    try hold("every step has an id of its own", Set(steps.map(\.id)).count == steps.count, "\(steps.map(\.id))")
    try hold("no id is empty", !steps.contains { $0.id.text.isEmpty })
    for (step, parsed) in zip(steps, document.parsedSteps) {
      guard let id = parsed.ownAttributes.explicitID else { continue }
      try hold("a step keeps the id that it is given", step.id.text == id)
    }
    try hold("the same file gives the same ids", document.steps(parent: steps).map(\.id) == steps.map(\.id))
  }
}
