import Yams

/// The team's store, as the administrator has named it for everybody on this machine.
public enum SiteStore {
  /// An absolute path; nil where the file is missing or does not name a store.
  ///
  /// Whatever else is wrong with the file does not matter here: who works from scripts has no theme and no keys.
  ///
  /// - Throws: what keeps the store from being known, for then the user's own must not be taken for the team's.
  public static func path(in file: ConfigurationFile = .site) throws(ConfigurationProblem) -> String? {
    let document = ConfigurationDocument(file)
    let concerning = document.problems.first { problem in
      if case .repeated("store", _) = problem.kind { true } else { false }
    }
    if let problem = concerning ?? (document.isBroken ? document.problems.last : nil) { throw problem }
    guard let entry = document.entries.first(where: { $0.name == "store" }) else { return nil }
    return try setting(entry, in: document).value
  }

  static func setting(
    _ entry: ConfigurationDocument.Entry, in document: ConfigurationDocument
  ) throws(ConfigurationProblem) -> Setting<String> {
    guard let scalar = entry.value.scalar, !scalar.isNull else {
      throw ConfigurationProblem(.noValue(entry.name), at: entry.place)
    }
    let place = document.place(scalar.mark)
    guard scalar.string.hasPrefix("/"), !scalar.string.utf8.contains(0) else {
      throw ConfigurationProblem(.notAbsolute(entry.name), at: place)
    }
    return Setting(scalar.string, at: place)
  }
}
