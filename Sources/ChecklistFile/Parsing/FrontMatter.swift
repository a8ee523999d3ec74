import Domain
import Yams

/// The YAML between two `---` lines at the top of a file.
struct FrontMatter {
  /// The lines between the fences; the first is always 2.
  var yamlLines: Range<Int>
  /// The line after the closing fence.
  var bodyLine: Int
  var root: Node.Mapping

  private static let ourKeys = [
    "checklist", "title", "deploy", "team", "environments", "start", "expected", "parameters", "without-staging",
  ]

  /// nil when the file has none, which a rule (`---`) at its top is not.
  static func find(in source: SourceLines, file: String) throws(ChecklistFileError) -> Self? {
    guard source.count > 0, isFence(source, 1, dots: false) else { return nil }
    guard let close = source.count > 1 ? (2...source.count).first(where: { isFence(source, $0, dots: true) }) : nil
    else {
      guard key(of: source.text(of: 2)).map(ourKeys.contains) == true else { return nil }
      throw ChecklistFileError(file: file, line: 1, problem: .frontMatterNotClosed)
    }
    let text = (2..<max(2, close)).map { source.text(of: $0) }.joined(separator: "\n")
    guard !YAMLAliases.areTooMany(in: text) else {
      let reason = "it has more than \(YAMLAliases.most) aliases"
      throw ChecklistFileError(file: file, line: 1, problem: .frontMatterBroken(reason))
    }
    do {
      switch try Yams.compose(yaml: text) {
      case nil: return Self(yamlLines: 2..<close, bodyLine: close + 1, root: Node.Mapping([]))
      case .mapping(let mapping): return Self(yamlLines: 2..<close, bodyLine: close + 1, root: mapping)
      case .scalar(let scalar) where scalar.string.isEmpty:
        return Self(yamlLines: 2..<close, bodyLine: close + 1, root: Node.Mapping([]))
      default: return nil
      }
    } catch {
      guard (2..<close).contains(where: { key(of: source.text(of: $0)) != nil }) else { return nil }
      let (line, reason) = place(of: error)
      throw ChecklistFileError(file: file, line: min(line + 1, close), problem: .frontMatterBroken(reason))
    }
  }

  private static func isFence(_ source: SourceLines, _ number: Int, dots: Bool) -> Bool {
    let text = source.text(of: number)
    guard !text.hasPrefix(" "), !text.hasPrefix("\t") else { return false }
    let fence = text.trimmingSpacing()
    return fence == "---" || dots && fence == "..."
  }

  /// The key that an unindented YAML line begins with.
  private static func key(of line: String) -> String? {
    guard let colon = line.firstIndex(of: ":") else { return nil }
    let after = line[line.index(after: colon)...]
    let key = line[..<colon]
    guard after.isEmpty || after.hasPrefix(" "), !key.isEmpty,
      key.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" })
    else { return nil }
    return String(key)
  }

  /// The line within the YAML, from 1, and the reason in a few words.
  private static func place(of error: any Error) -> (Int, String) {
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      (max(1, mark.line), problem)
    case .duplicatedKeysInMapping(let duplicates, let context):
      (max(1, context.mark.line), "the key \(duplicates.map { "\"\($0)\"" }.joined(separator: ", ")) stands twice")
    case .reader(let problem, _, _, _): (1, problem)
    default: (1, "it can't be read")
    }
  }
}
