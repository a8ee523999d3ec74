import Domain

/// A regular expression of a checklist (`progress:`, `matches:`, a parameter's pattern), held against a line.
///
/// Expressions that try every way there is are cut short by whoever runs them, which is not looked at here: the line is
/// too short for that.
package struct PatternTarget: Sendable {
  package typealias Read = @Sendable (_ pattern: String, _ line: String) throws -> OutputProgress?

  private let read: Read

  package init(
    read: @escaping Read = { pattern, line in
      var pattern = try ProgressPattern(pattern, total: "95")
      _ = pattern.take(line)
      return pattern.progress
    }
  ) {
    self.read = read
  }

  package func check(_ bytes: [UInt8]) throws {
    guard let progress = try? read(bytes.asText, "x 3/95 é.") else { return }
    try hold("what is counted is not negative", progress.done >= 0 && progress.total ?? 0 >= 0, "\(progress)")
    let fraction = progress.fraction ?? 0
    try hold("a fraction lies between 0 and 1", (0...1).contains(fraction), "\(progress)")
    try hold("a name is not endless", progress.name?.count ?? 0 <= 200)
  }
}
