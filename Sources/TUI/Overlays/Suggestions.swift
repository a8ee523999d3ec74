import Foundation

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

/// Completes a path from the directory that it names: as far as all names that fit agree, a directory with its slash.
enum FilePathCompletion {
  static func rest(of typed: String) -> String {
    let path = HomePath.expanded(typed)
    let cut = path.lastIndex(of: "/")
    let directory = cut.map { String(path[...$0]) } ?? "."
    let begin = cut.map { String(path[path.index(after: $0)...]) } ?? path
    let names = entries(of: directory).filter { $0.hasPrefix(begin) && (!begin.isEmpty || !$0.hasPrefix(".")) }
    guard let first = names.first else { return "" }
    let common = names.dropFirst().reduce(first) { $0.commonPrefix(with: $1) }
    let rest = String(common.dropFirst(begin.count))
    return names.count == 1 && isDirectory(directory + "/" + first) ? rest + "/" : rest
  }

  /// At most some thousands: nobody completes in a larger directory.
  private static func entries(of directory: String) -> [String] {
    guard let stream = opendir(directory) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while names.count < 5000, let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  private static func isDirectory(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}

/// `~/` as the shell has it; a path is typed here where no shell sees it.
enum HomePath {
  static func expanded(_ path: String) -> String {
    let path = path.trimmed
    guard path.hasPrefix("~/"), let home = getenv("HOME") else { return path }
    return String(cString: home) + path.dropFirst(1)
  }
}
