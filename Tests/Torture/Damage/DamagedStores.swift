import Foundation

extension Trial {
  /// Bits of a store turned over, and its files cut off.
  public static let damagedStores = Trial(
    name: "damaged-stores",
    does: """
      single bits of a store and of its log are turned over, and both are cut off: each time every kind of question is asked, \
      and one item is added; nobody dies, hangs, or gets a wrong answer that `verify` and `doctor` call sound
      """,
    defects: PlantedDamage.allCases.map(\.rawValue)
  ) { settings, report in
    try DamagedStores(settings: settings, planted: settings.defect.flatMap(PlantedDamage.init)).play(&report)
  }
}

/// How the trial makes the program answer, so that there is something to find.
enum PlantedDamage: String, CaseIterable {
  /// `verify` and `doctor` look away.
  case blindVerify = "blind-verify"
  case death
  case hang
  case silence
}

private struct DamagedStores {
  let settings: TrialSettings
  let planted: PlantedDamage?

  func play(_ report: inout TrialReport) throws {
    var dice = Dice(seed: settings.seed)
    let original = try FilledStore(settings.program, isLarge: settings.size == .full)
    var questionnaire = original.questionnaire
    questionnaire.isShortest = planted != nil
    let whole = try SoundStore(settings.program, from: original.store, asking: questionnaire)
    report.count("bytes of the store", whole.size)
    report.count("questions asked each time", whole.answers.count)
    try examine(try aimed(at: whole, &dice), of: whole, &report)
    guard planted == nil else { return }
    try examine(flips(of: whole, settings.times(full: 200, short: 3), &dice), of: whole, &report)
    try examine(cuts(of: whole, .main, settings.times(full: 30, short: 1), &dice), of: whole, &report)
    let logged = try SoundStore(
      settings.program, from: original.store, asking: original.questionnaire, later: FilledStore.later)
    try examine(logFlips(of: logged, settings.times(full: 40, short: 1), &dice), of: logged, &report)
    try examine(cuts(of: logged, .log, settings.times(full: 20, short: 1), &dice), of: logged, &report)
  }

  private func examine(_ injuries: [Injury], of sound: SoundStore, _ report: inout TrialReport) throws {
    for (index, injury) in injuries.enumerated() {
      let copy = try sound.copy()
      try injury.inflict(on: copy.store)
      var examination = Examination(sound, run: ask)
      try examination.examine(copy.store, in: copy.folder)
      judge(examination, injury, of: sound, &report)
      if index % 20 == 19 { settings.progress("\(index + 1) of \(injuries.count) injuries") }
    }
  }

  private func judge(
    _ examination: Examination, _ injury: Injury, of sound: SoundStore, _ report: inout TrialReport
  ) {
    for trouble in examination.troubles { report.find("\(injury): \(trouble)") }
    report.count(injury.kind)
    let isWrong = !examination.wrong.isEmpty
    if examination.isWritten, examination.isSeen { report.count("written to although it is damaged") }
    if examination.isSeen {
      report.count(isWrong ? "wrong answers that verify or doctor tell" : "damage that verify or doctor tell")
    } else if examination.isSeenByHead {
      report.count("what only a head that was kept elsewhere tells")
    } else if isWrong {
      tell(examination.wrong, injury, of: sound, &report)
    } else {
      report.count(examination.errors > 0 ? "errors alone" : "without effect")
    }
  }

  /// Somebody would be fooled; of what can be made anew of other tables nobody has promised to tell.
  private func tell(_ wrong: [String], _ injury: Injury, of sound: SoundStore, _ report: inout TrialReport) {
    let owner = if case .flip(.main, let offset, _) = injury { sound.owners.owner(ofByte: offset) } else { "the file" }
    if sound.owners.isDerived(owner) {
      report.count("wrong answers of \(owner), which nobody checks")
    } else {
      report.find("\(injury), of \(owner): a wrong answer to `\(wrong.joined(separator: "`, `"))`, and nobody tells")
    }
  }

  private func ask(_ words: [String], _ copy: Folder, _ store: String) throws -> Ended {
    let isCheck = ["verify", "doctor"].contains(words[0])
    switch planted {
    case .blindVerify where isCheck: return try Child.run(["true"])
    case .death where words[0] == "search": return try Child.run(["sh", "-c", "kill -SEGV $$"])
    case .hang where words[0] == "search": return try Child.run(["sleep", "600"], limit: .milliseconds(100))
    case .silence where words[0] == "search": return try Child.run(["false"])
    default: return try SoundStore.run(settings.program, copy, words + ["--store", store])
    }
  }
}

// What is done to which byte
extension DamagedStores {
  /// Flips in what people read: a letter of a text becomes another one, and nothing of the file's order is hurt.
  private func aimed(at sound: SoundStore, _ dice: inout Dice) throws -> [Injury] {
    let copy = try sound.copy()
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: copy.store)))
    var injuries: [Injury] = []
    for table in FilledStore.texts.prefix(settings.times(full: FilledStore.texts.count, short: 1)) {
      let pages = sound.owners.pages(of: table)
      let offsets = pages.flatMap { page in
        let begin = (page - 1) * PageOwners.pageSize
        return (begin + 4..<begin + PageOwners.pageSize - 4).filter { bytes[$0 - 4...$0 + 4].allSatisfy(Self.isLetter) }
      }
      for _ in 0..<settings.times(full: 4, short: 1) {
        if let offset = dice.one(of: offsets) { injuries.append(.flip(.main, offset: offset, bit: 0)) }
      }
    }
    return injuries
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7a).contains(byte) }

  /// Half of them anywhere, for a large table is hit more often; the others in each table alike, and in the header.
  private func flips(of sound: SoundStore, _ count: Int, _ dice: inout Dice) -> [Injury] {
    (0..<count).map { index in
      let page = sound.owners.pages(of: dice.one(of: sound.owners.tables) ?? "")
      let offset =
        switch index % 8 {
        case 0: dice.below(100)
        case 1...3: ((dice.one(of: page) ?? 1) - 1) * PageOwners.pageSize + dice.below(PageOwners.pageSize)
        default: dice.below(sound.size)
        }
      return .flip(.main, offset: offset, bit: dice.below(8))
    }
  }

  private func logFlips(of sound: SoundStore, _ count: Int, _ dice: inout Dice) -> [Injury] {
    (0..<count).map { _ in .flip(.log, offset: dice.below(sound.logSize), bit: dice.below(8)) }
  }

  /// At the borders of pages or of frames, and beside them.
  private func cuts(of sound: SoundStore, _ file: Injury.File, _ count: Int, _ dice: inout Dice) -> [Injury] {
    let (begin, unit, size) =
      file == .main ? (0, PageOwners.pageSize, sound.size) : (32, PageOwners.pageSize + 24, sound.logSize)
    return (0..<count).map { index in
      switch index {
      case 0: .cut(file, to: 0)
      case let index where index % 3 == 0: .cut(file, to: dice.below(size))
      default: .cut(file, to: min(size - 1, begin + dice.below((size - begin) / unit) * unit))
      }
    }
  }
}

extension Injury {
  fileprivate var kind: String {
    switch self {
    case .flip(.main, _, _): "bits of the file"
    case .flip(.log, _, _): "bits of the log"
    case .cut(.main, _): "cuts of the file"
    case .cut(.log, _): "cuts of the log"
    }
  }
}
