/// Asks a damaged copy everything that was asked of the sound store, and says whether anybody would be fooled.
struct Examination {
  let sound: SoundStore
  /// How the program is run; a planted defect answers otherwise.
  let run: (_ words: [String], _ copy: Folder, _ store: String) throws -> Ended
  private(set) var troubles: [String] = []
  private(set) var wrong: [String] = []
  private(set) var errors = 0
  /// Whether `verify` or `doctor` says that something is wrong.
  private(set) var isSeen = false
  /// Whether `verify` says so when it is given a head that was kept elsewhere.
  private(set) var isSeenByHead = false
  private(set) var isWritten = false

  init(
    _ sound: SoundStore, run: @escaping (_ words: [String], _ copy: Folder, _ store: String) throws -> Ended
  ) {
    self.sound = sound
    self.run = run
  }

  mutating func examine(_ store: String, in folder: Folder) throws {
    for (question, answer) in sound.answers {
      let ended = try look(run(question.words, folder, store))
      let found = Question.Answer(ended)
      if found.isBelieved, found != answer {
        wrong.append(question.words.joined(separator: " "))
      } else if !ended.succeeded {
        errors += 1
      }
    }
    isSeen = try check(store, folder)
    isSeenByHead = try !look(run(["verify", "--head", sound.head], folder, store)).succeeded
    let writing = try look(run(["item", "add", "on a damaged store", "--team", "platform"], folder, store))
    isWritten = writing.succeeded
    if isWritten, !isSeen, try check(store, folder) {
      troubles.append("what seemed whole was broken by a write: \(writing)")
    }
  }

  /// True when one of the two that look for damage finds some.
  private mutating func check(_ store: String, _ folder: Folder) throws -> Bool {
    let verify = try look(run(["verify"], folder, store))
    let doctor = try look(run(["doctor"], folder, store))
    return !verify.succeeded || !doctor.succeeded
  }

  /// However damaged it is, nobody dies of it, waits for ever, or is left without a word.
  private mutating func look(_ ended: Ended) -> Ended {
    if ended.isOutOfTime {
      troubles.append("no end: \(ended)")
    } else if ended.exitCode == nil {
      troubles.append("a death: \(ended)")
    } else if !ended.succeeded, ended.errors.isEmpty, ended.output.isEmpty {
      troubles.append("an error without a word: \(ended)")
    }
    return ended
  }
}
