import Foundation

/// Completes a path from the directory that it names: as far as all names that fit agree, a directory with its slash.
public enum FilePathCompletion {
  public static func rest(of typed: String) -> String {
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
public enum HomePath {
  public static func expanded(_ path: String) -> String {
    let path = path.trimmingCharacters(in: .whitespaces)
    guard path.hasPrefix("~/"), let home = getenv("HOME") else { return path }
    return String(cString: home) + path.dropFirst(1)
  }
}
