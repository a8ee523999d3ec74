/// Something that a configuration gets wrong. The program goes on without the setting.
public struct ConfigurationProblem: Error, Hashable, Sendable {
  public var file: ConfigurationFile
  /// From 1; nil when it is about the file as a whole.
  public var line: Int?
  /// From 1, in Unicode scalars.
  public var column: Int?
  public var kind: Kind
  /// What was most likely meant.
  public var nearest: String?

  public init(file: ConfigurationFile, line: Int? = nil, column: Int? = nil, kind: Kind, nearest: String? = nil) {
    self.file = file
    self.line = line
    self.column = column
    self.kind = kind
    self.nearest = nearest
  }

  public init(_ kind: Kind, at place: ConfigurationPlace, nearest: String? = nil) {
    self.init(file: place.file, line: place.line, column: place.column, kind: kind, nearest: nearest)
  }

  public enum Kind: Hashable, Sendable {
    // The file
    case unreadable(FileError)
    case notUTF8
    case notYAML(reason: String, isPunctuation: Bool)
    case notSettings
    // A line of it
    case notAName
    case repeated(String, firstLine: Int)
    case unknownSetting(String, known: [String])
    case onlyForAdministrator
    case noValue(String)
    case unknownValue(setting: String, String, known: [String])
    case notACommandLine
    case notAbsolute(String)
    // Its hooks
    case hooksNotAList
    case hookLacks(String)
    case notEvents
    case notArguments
    case notALimit(String)
    case programUnusable(String, reason: String)
    // Its keys
    case keysNotByCommand
    case unknownCommand(String)
    case notKeys(command: String)
    case noKey(command: String)
    case notAKey(String)
    case needsAKey(command: String)
    case clash(chord: String, BoundKey, BoundKey)
    /// The first could never be typed, or the second never be finished.
    case beginning(BoundKey, of: BoundKey)
  }
}

/// A key as a command has it.
public struct BoundKey: Hashable, Sendable {
  public var command: String
  /// Key names with a space between them.
  public var chord: String
  /// The line that gave it; nil for a built-in one.
  public var place: ConfigurationPlace?

  public init(command: String, chord: String, place: ConfigurationPlace?) {
    self.command = command
    self.chord = chord
    self.place = place
  }
}
