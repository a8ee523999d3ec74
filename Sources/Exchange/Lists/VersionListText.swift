import Domain

/// `checklist versions NAME` for people.
public enum VersionListText {
  /// A table; empty when there are no versions. The hash is cut to twelve digits.
  public static func text(_ versions: [VersionSummary], in clock: LocalClock) -> String {
    TextTable(
      columns: [
        .init("VERSION", .right), .init("MADE (\(clock.zoneName))"), .init("BY"), .init("FROM", .right),
        .init("SHA-256"), .init("REASON"),
      ],
      rows: versions.map { version in
        [
          "v\(version.reference.number)", clock.dateAndTime(version.madeAt), version.author.text,
          version.parent.map { "v\($0)" } ?? "", String(version.sha256.prefix(12)), version.reason,
        ]
      }
    ).text
  }
}
