import Domain

/// `checklist versions NAME --json`.
public enum VersionListJSON {
  public static func json(_ versions: [VersionSummary]) -> JSON {
    JSON(versions) { version in
      [
        "name": .string(version.reference.checklist.text),
        "version": .integer(version.reference.number),
        "sha256": .string(version.sha256),
        "parent": JSON(version.parent),
        "author": JSON(version.author),
        "reason": .string(version.reason),
        "madeAt": JSON(version.madeAt),
      ]
    }
  }
}
