/// What a look at the configuration files found.
public struct ConfigurationReading: Sendable {
  /// What is in force: all that is sound. See ``Configuration/read(_:vocabulary:)`` for keys.
  public var configuration = Configuration()
  /// All that is wrong in all files, in their order and that of the lines.
  public var problems: [ConfigurationProblem] = []
  /// The files that are there.
  public var files: [ConfigurationFile] = []

  /// - Throws: all that is wrong, for those who would rather do nothing than go on without a setting.
  public func get() throws(ConfigurationProblems) -> Configuration {
    guard problems.isEmpty else { throw ConfigurationProblems(problems) }
    return configuration
  }
}

/// All that is wrong with the configuration, a line each.
public struct ConfigurationProblems: Error, Hashable, Sendable, CustomStringConvertible {
  public var all: [ConfigurationProblem]

  public init(_ all: [ConfigurationProblem]) { self.all = all }

  public var description: String { all.map(\.description).joined(separator: "\n") }
}

extension Configuration {
  /// Reads the files, each over the one before it, and never fails: a wrong setting is left out, and a problem.
  ///
  /// The keys of a file are taken all together or not at all, for half of a keyboard is none: where one can't be read
  /// or clashes, those of the file before are in force, and at last the built-in ones.
  ///
  /// Where there is no file this costs as many calls of open(2), and `vocabulary` is not asked for.
  public static func read(
    _ files: [ConfigurationFile], vocabulary: @autoclosure () -> ConfigurationVocabulary
  ) -> ConfigurationReading {
    read(documents: files.map(ConfigurationDocument.init).filter(\.isThere), vocabulary: vocabulary())
  }

  package static func read(
    documents: [ConfigurationDocument], vocabulary: @autoclosure () -> ConfigurationVocabulary
  ) -> ConfigurationReading {
    var reading = ConfigurationReading()
    guard !documents.isEmpty else { return reading }
    let vocabulary = vocabulary()
    let layers = documents.map { SettingsReader($0, vocabulary: vocabulary) }
    let keys = LayeredKeys(layers.map(\.bindings), vocabulary: vocabulary)
    reading.files = documents.map(\.file)
    let problems = layers.flatMap(\.problems) + keys.clashes
    reading.problems = reading.files.flatMap { file in
      problems.filter { $0.file == file }.sorted { $0.line ?? 0 < $1.line ?? 0 }
    }
    reading.configuration = layers.reduce(Configuration()) { $0.under($1.configuration) }
    reading.configuration.keys = keys.inForce
    return reading
  }
}
