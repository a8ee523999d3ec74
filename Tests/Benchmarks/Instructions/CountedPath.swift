/// A way through the program whose instructions are counted: a measure that no neighbour on the machine disturbs.
struct CountedPath {
  let name: String
  /// Keys that lead to where it begins. They are not counted.
  let goes: String
  /// What is counted. It ends where it began, so that it can be done again and again.
  let keys: String

  /// One list, one page, one write, one overlay of each kind; all show one screenful.
  static let all = [
    CountedPath(name: "today-move", goes: "g t", keys: "j k"),
    CountedPath(name: "runs-open", goes: "g t", keys: "g r g t"),
    CountedPath(name: "runs-move", goes: "g r", keys: "j k"),
    CountedPath(name: "runs-page", goes: "g r", keys: "PgDn PgUp"),
    CountedPath(name: "runs-end", goes: "g r", keys: "G g g"),
    CountedPath(name: "run-open", goes: "g r g g", keys: "Enter Esc"),
    CountedPath(name: "run-move", goes: "g r g g Enter", keys: "j k"),
    CountedPath(name: "run-tick", goes: "g r g g Enter", keys: "Space"),
    CountedPath(name: "journal-open", goes: "g t", keys: "g j g t"),
    CountedPath(name: "checklist-open", goes: "g c g g", keys: "Enter Esc"),
    CountedPath(name: "palette", goes: "g t", keys: ": text:copy Esc"),
  ]
}
