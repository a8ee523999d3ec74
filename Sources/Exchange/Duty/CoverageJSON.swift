import Domain

/// Who knows what, for programs.
public enum CoverageJSON {
  public static func json(_ coverage: Coverage) -> JSON {
    [
      "members": JSON(coverage.members), "neverOnDuty": JSON(coverage.neverOn),
      "checklists": JSON(coverage.lines) { line in
        [
          "checklist": .string(line.checklist.text), "never": JSON(line.never), "only": JSON(line.only),
          "ran": JSON(line.times.sorted { $0.key < $1.key }) {
            ["who": JSON($0.key), "count": .integer($0.value.count), "last": JSON($0.value.last)]
          },
        ]
      },
    ]
  }
}
