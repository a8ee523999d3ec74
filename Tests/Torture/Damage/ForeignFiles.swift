import Foundation

extension Trial {
  /// What is no store of ours, where a store should be.
  public static let foreignFiles = Trial(
    name: "foreign-files",
    does: """
      zeros, text, chance, a directory, other applications' databases, tables of a stranger, a later schema, another store's \
      log: each is refused in words that name it, and left as it was
      """,
    defects: PlantedForeigner.allCases.map(\.rawValue)
  ) { settings, report in
    try ForeignFiles(settings: settings, planted: settings.defect.flatMap(PlantedForeigner.init)).play(&report)
  }
}

/// What the trial does to a file or an answer, so that there is something to find.
enum PlantedForeigner: String, CaseIterable {
  /// The file is written to while it is refused.
  case touchedFile = "touched-file"
  /// What is refused is answered all the same.
  case answer
  /// The error does not say of which file it speaks.
  case namelessError = "nameless-error"
}

private struct ForeignFiles {
  let settings: TrialSettings
  let planted: PlantedForeigner?

  private var commands: [[String]] {
    let all = [
      ["item", "list", "--all", "--json"], ["doctor"], ["item", "add", "in a strange file"], ["verify"], ["journal"],
      ["run", "show", "1", "--json"], ["backup", "FILE"],
    ]
    return Array(all.prefix(settings.times(full: all.count, short: 3)))
  }

  func play(_ report: inout TrialReport) throws {
    let workplace = try Workplace(settings.program)
    let strangers = planted == nil ? Stranger.all : Array(Stranger.all.prefix(1))
    for stranger in strangers {
      let folder = try Folder()
      let path = folder("stranger")
      try stranger.make(path, workplace)
      let before = Self.content(of: path)
      // The same problem of the same file is said once.
      for words in commands where try !ask(words, stranger, path, folder, &report) { break }
      if planted == .touchedFile { try Data("x".utf8).write(to: URL(fileURLWithPath: path)) }
      if Self.content(of: path) != before { report.find("\(stranger.name): it was not left as it was") }
      report.count("strangers")
    }
    if planted == nil { try mixLogs(workplace, &report) }
  }

  /// - Returns: whether it was refused as it should be.
  private func ask(
    _ words: [String], _ stranger: Stranger, _ path: String, _ folder: Folder, _ report: inout TrialReport
  ) throws -> Bool {
    let words = words.map { $0 == "FILE" ? folder("copy") : $0 } + ["--store", path]
    var ended = try SoundStore.run(settings.program, folder, words)
    switch planted {
    case .answer: ended.exitCode = 0
    case .namelessError: ended.errors = "prodpair: disk I/O error\n"
    case .touchedFile, nil: break
    }
    report.count("commands refused")
    let isRefused = ended.exitCode.map { [65, 66, 74, 77].contains($0) } ?? false
    if ended.isOutOfTime || !isRefused {
      report.find("\(stranger.name): not refused: \(ended)")
    } else if !ended.errors.contains(path) {
      report.find("\(stranger.name): the error does not name the file: \(ended)")
    } else {
      return true
    }
    return false
  }

  private static func content(of path: String) -> Data? { try? Data(contentsOf: URL(fileURLWithPath: path)) }

  /// The log of one store beside the file of another that began as its copy: SQLite would take it for its own.
  private func mixLogs(_ workplace: Workplace, _ report: inout TrialReport) throws {
    let original = try FilledStore(settings.program, isLarge: false)
    let sound = try SoundStore(settings.program, from: original.store, asking: original.questionnaire)
    let other = try SoundStore(
      settings.program, from: workplace.store, asking: Questionnaire(), later: FilledStore.later)
    let copy = try sound.copy()
    let strange = try other.copy()
    try FileManager.default.copyItem(atPath: strange.store + "-wal", toPath: copy.store + "-wal")
    var examination = Examination(sound) { words, folder, store in
      try SoundStore.run(settings.program, folder, words + ["--store", store])
    }
    try examination.examine(copy.store, in: copy.folder)
    report.count("logs of other stores")
    for trouble in examination.troubles { report.find("another store's log: \(trouble)") }
    if !examination.wrong.isEmpty, !examination.isSeen {
      report.find(
        "another store's log: wrong answers to `\(examination.wrong.joined(separator: "`, `"))`, and nobody tells")
    }
  }
}
