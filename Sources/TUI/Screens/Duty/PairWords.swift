import Domain

/// Who is on, as the duty screens say it: `ana + bo`, `ana alone`, `nobody`.
enum PairWords {
  static func text(_ people: [Handle]) -> String {
    switch people.count {
    case 0: "nobody"
    case 1: "\(people[0]) alone"
    default: people.map(\.text).joined(separator: " + ")
    }
  }

  /// The same inside of a sentence: `ana and bo`.
  static func sentence(_ people: [Handle]) -> String {
    people.isEmpty ? "nobody" : people.map(\.text).joined(separator: " and ")
  }
}
