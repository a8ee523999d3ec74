import Domain

/// `checklist blame NAME --json`.
public enum BlameJSON {
  public static func json(_ lines: [BlamedLine]) -> JSON {
    JSON(lines) { line in
      [
        "line": .integer(line.number),
        "text": .string(line.text),
        "version": .integer(line.version.reference.number),
        "by": JSON(line.version.author),
        "at": JSON(line.version.madeAt),
        "reason": .string(line.version.reason),
        "step": JSON(line.step),
        "lesson": JSON(line.lesson),
        "lessons": JSON(line.trails) { JSON($0.lesson.number) },
        "run": JSON(line.run),
        "incident": JSON(line.incident),
      ]
    }
  }
}
