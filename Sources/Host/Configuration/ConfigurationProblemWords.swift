extension ConfigurationProblem: CustomStringConvertible {
  /// One line: the file, the line in it, what is wrong there, and the nearest that is right.
  ///
  ///     config.yaml, line 4: there is no key `themes`; did you mean `theme`?
  public var description: String {
    if case .unreadable(let error) = kind { return "\(error)" }
    let place = line.map { "\(file.name), line \($0)" } ?? file.name
    return "\(place): \(message)"
  }

  /// The same without the place.
  public var message: String {
    nearest.map { "\(words); did you mean `\($0)`?" } ?? [words, advice].compactMap(\.self).joined(separator: "; ")
  }

  private var words: String {
    switch kind {
    case .unreadable(let error): "\(error)"
    case .notUTF8: "this is not UTF-8"
    case .notYAML(let reason, _): "this is not YAML: \(reason)"
    case .notSettings: "these are no `key: value` lines"
    case .notAName: "a name has to stand before the colon"
    case .repeated(let name, let firstLine): "`\(name)` stands on line \(firstLine) already"
    case .unknownSetting(let name, _): "there is no key `\(name)`"
    case .onlyForAdministrator:
      "store: is set by the administrator in \(ConfigurationFile.site.path); use --store or PRODPAIR_STORE"
    case .noValue(let setting): "\(setting): has no value"
    case .unknownValue(let setting, let value, _): "\(setting): `\(value)` is none of its values"
    case .notACommandLine: "editor: has to be a command on one line"
    case .notAbsolute(let setting): "\(setting): has to be an absolute path"
    case .hooksNotAList: "hooks: takes a list, each with `on:` and `run:`"
    case .hookLacks(let name): "this hook has no `\(name):`"
    case .notEvents: "on: takes an event, or a list of them"
    case .notArguments: "run: takes the program and its arguments as a list, as in [/usr/local/bin/tell, --ops]"
    case .notALimit(let text): "limit: `\(text)` is no time from 1s to 5m"
    case .programUnusable(let program, let reason): "run: \(program) can't be run: \(reason)"
    case .keysNotByCommand: "keys: takes a line for each command, as in `run.done: Space`"
    case .unknownCommand(let id): "there is no command `\(id)`"
    case .notKeys(let command): "\(command): takes a key, a chord such as `g r`, or a list of them"
    case .noKey(let command): "\(command): there is no key here"
    case .notAKey(let name): "`\(name)` is no key's name"
    case .needsAKey(let command): "\(command) has to keep a key"
    case .clash(let chord, let one, let other): "`\(chord)` is both \(name(one)) and \(name(other))"
    case .beginning(let short, let long):
      "`\(short.chord)` for \(name(short)) begins `\(long.chord)` for \(name(long)), which could not be typed"
    }
  }

  /// What to do where nothing near is known.
  private var advice: String? {
    switch kind {
    case .notYAML(_, true): "punctuation stands in quotes, as in \"?\""
    case .unknownSetting(_, let known): "there are \(known.joined(separator: ", "))"
    case .unknownValue(_, _, let known): "there are \(known.joined(separator: ", "))"
    case .unknownCommand: "`prodpair config keys` lists them"
    case .noKey: "punctuation stands in quotes, as in \"#\", and [] takes its keys away"
    case .notAKey: "`prodpair config keys` shows how keys are written"
    default: nil
    }
  }

  private func name(_ key: BoundKey) -> String {
    guard let place = key.place else { return "\(key.command) (built in)" }
    return place.file == file
      ? "\(key.command) (line \(place.line))" : "\(key.command) (\(place.file.name), line \(place.line))"
  }
}
