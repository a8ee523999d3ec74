import ChecklistFile
import Domain
import Store

/// Why each line of a checklist is there: since which version, by whom, and out of which lesson.
public struct ChecklistBlame: Sendable {
  public struct Line: Sendable {
    /// From 1, as in the file.
    public var number: Int
    /// Without its line ending.
    public var text: String
    /// The version that brought the line into this form.
    public var version: VersionSummary
    /// The step that the line belongs to; nil for one that belongs to none.
    public var step: StepID?
    /// The lessons that the line carries: those whose step it is, else those of its version that no one step carries. A
    /// checklist's first version was learned by nobody.
    public var lessons: [Lesson]

    /// The one lesson that it carries; nil where there is none, or no telling which.
    public var lesson: Lesson? { lessons.count == 1 ? lessons[0] : nil }
  }

  public let version: VersionReference
  public let lines: [Line]

  /// Walks back from the version through those that it was made from, until every line is accounted for.
  public static func of(
    _ checklist: ChecklistName, number: Int? = nil, in reader: some Reading
  ) throws -> ChecklistBlame {
    let version = try reader.version(of: checklist, number: number)
    let lessons = Dictionary(grouping: try reader.foldedLessons(of: checklist)) { $0.foldedInto ?? 0 }
    let steps = Self.stepsByLine(of: version)
    var next: Int? = version.reference.number
    let blamed: [LineBlame.Line<VersionSummary>] = try LineBlame.lines { () throws -> (VersionSummary, String)? in
      guard let number = next else { return nil }
      let (source, summary) = try reader.source(of: VersionReference(checklist: checklist, number: number))
      next = summary.parent
      return (summary, source)
    }
    return ChecklistBlame(
      version: version.reference,
      lines: blamed.map { line in
        let step = steps[line.number]
        return Line(
          number: line.number, text: line.text, version: line.origin, step: step,
          lessons: Self.carried(by: step, line.origin.parent == nil ? [] : lessons[line.origin.reference.number] ?? []))
      })
  }

  private static func carried(by step: StepID?, _ lessons: [Lesson]) -> [Lesson] {
    let named = lessons.filter { $0.carrier != nil && $0.carrier == step }
    return named.isEmpty ? lessons.filter { $0.carrier == nil } : named
  }

  /// The innermost step of each line, by the line's number.
  private static func stepsByLine(of version: ChecklistVersion) -> [Int: StepID] {
    guard let document = try? ChecklistDocument(source: version.source, fileName: version.reference.checklist.text),
      document.parsedSteps.count == version.steps.count
    else { return [:] }
    var steps: [Int: StepID] = [:]
    // A step under another comes after it, and so has the last word on its lines.
    for (parsed, step) in zip(document.parsedSteps, version.steps) {
      for line in parsed.lines { steps[line] = step.id }
    }
    return steps
  }
}
