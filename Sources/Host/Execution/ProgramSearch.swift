import Foundation

/// Finds programs as a shell does, in somebody else's search path.
public enum ProgramSearch {
  /// - Parameters:
  ///   - name: with a slash in it, a path, which is taken from `directory` where it is relative.
  ///   - path: directories with `:` between them.
  /// - Returns: nil where there is no program of that name.
  public static func find(_ name: String, path: String, directory: String) -> String? {
    guard !name.isEmpty else { return nil }
    let places =
      name.contains("/") ? [""] : path.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    for place in places {
      let candidate = place.isEmpty ? name : "\(place)/\(name)"
      let full = candidate.hasPrefix("/") ? candidate : "\(directory)/\(candidate)"
      var status = stat()
      guard stat(full, &status) == 0, status.st_mode & S_IFMT == S_IFREG, access(full, X_OK) == 0 else { continue }
      return full
    }
    return nil
  }
}
