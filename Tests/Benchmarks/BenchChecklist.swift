import ChecklistFile
import Domain

/// The two checklists that the benchmark's runs are made of, a hundred steps each.
enum BenchChecklist {
  /// Five groups of a step with nineteen under it: `tick --all` settles a group.
  static let grouped = ChecklistName("grouped")
  /// A hundred plain steps, to be ticked one by one.
  static let flat = ChecklistName("flat")

  static let stepCount = 100
  static let groups = [("Pre", 1), ("During", 3), ("Post", 1)]
  static let groupSize = 20

  static func document(_ name: ChecklistName) throws -> ChecklistDocument {
    try ChecklistDocument(source: name == flat ? flatText : groupedText, fileName: "\(name).md")
  }

  /// The steps that the groups stand under, in the order of the run.
  static let groupHeads: [StepID] = (1...5).map { StepID("group-\($0)") }

  static func flatStep(_ number: Int) -> StepID { StepID("item-\(number)") }
  /// A flat step's text, as it shows on the screen.
  static func flatText(_ number: Int) -> String { "Check item \(number) of the list" }

  private static let flatText = """
    # Flat list

    ## During

    \((1...stepCount).map { "- [ ] \(flatText($0)) <!-- id: item-\($0) -->\n\n  Compare it with a healthy one.\n" }.joined(separator: "\n"))
    """

  private static let groupedText: String = {
    var text = "# Grouped list\n"
    var group = 0
    for (section, count) in groups {
      text += "\n## \(section)\n\n"
      for _ in 0..<count {
        group += 1
        text += "- [ ] All of group \(group) is well <!-- id: group-\(group) -->\n"
        for step in 1..<groupSize {
          text += "  - [ ] Check part \(step) of group \(group) <!-- id: part-\(group)-\(step) -->\n"
        }
      }
    }
    return text
  }()
}
