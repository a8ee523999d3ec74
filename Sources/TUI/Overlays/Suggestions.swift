import Host

/// What a prompt may be completed with.
enum Suggestions: Hashable, Sendable, ExpressibleByArrayLiteral {
  /// Those; they are shown too.
  case names([String])
  /// The files of this machine, by the path typed so far.
  case files

  init(arrayLiteral names: String...) { self = .names(names) }

  var shown: [String] { if case .names(let names) = self { names } else { [] } }

  /// The rest of what fits best to what is typed; empty when nothing does, or when files have to be asked for.
  func rest(of typed: String) -> String {
    guard !typed.isEmpty, case .names(let names) = self else { return "" }
    return names.first { $0.hasPrefix(typed) && $0 != typed }.map { String($0.dropFirst(typed.count)) } ?? ""
  }
}

/// How a path goes on, asked of the file system away from the thread that paints.
struct PathQuestion: Question {
  var typed: String
  func answer(from backend: any Backend) throws -> String { FilePathCompletion.rest(of: typed) }
}
