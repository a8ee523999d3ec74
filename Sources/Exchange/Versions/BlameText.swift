import Domain
import Text

/// `checklist blame NAME` for people.
public enum BlameText {
  /// A line a line, as in `v8  ana  2026-11-20  lesson 12 (run 42, incident 9)  | - [ ] Deploy`.
  public static func text(_ lines: [BlamedLine], in clock: LocalClock) -> String {
    let rows = lines.map { line in
      [
        "v\(line.version.reference.number)", visible(line.version.author.text), clock.date(line.version.madeAt),
        line.trails.map(\.description).joined(separator: ", "),
      ]
    }
    let widths = (0..<4).map { column in rows.map { $0[column].displayWidth }.max() ?? 0 }
    return zip(rows, lines).map { row, line in
      let origin = zip(row, widths).map { $0.padded(toWidth: $1) }.joined(separator: "  ")
      var text = "\(origin)  | \(visible(line.text))"
      while text.last == " " { text.removeLast() }
      return text + "\n"
    }.joined()
  }
}

extension LocalClock {
  fileprivate func date(_ instant: Instant) -> String { CivilTime(instant, in: zone).isoDate }
}
