import ArgumentParser
import Domain
import Foundation

/// What a retro is to say. What is not named stays.
struct RetroWritingOptions: ParsableArguments {
  @Option(
    name: .customLong("answer"),
    help: ArgumentHelp(
      "Answer a question, in Markdown; - reads standard input, and no text takes the answer back. May be repeated.",
      valueName: "question=text"))
  var answers: [Assignment] = []

  @Option(
    name: .customLong("unknown"),
    help: ArgumentHelp(
      "Answer it with \"we don't know\", which leaves it open; may be repeated.", valueName: "question"))
  var unknown: [RetroQuestion] = []

  @Option(
    name: .customLong("decision"),
    help: ArgumentHelp("A decision that ends a question; may be repeated.", valueName: "question=text"))
  var decisions: [Assignment] = []

  @Option(
    name: .customLong("by"), help: ArgumentHelp("Who decided; else you.", valueName: "handle"),
    completion: Completions.people)
  var decider: Handle?

  @Option(
    name: .customLong("lesson"),
    help: ArgumentHelp("A lesson that a question ends in; may be repeated.", valueName: "question=lesson"))
  var lessons: [Assignment] = []

  @Option(help: ArgumentHelp("Whom it hurt, how much, and for how long, in Markdown.", valueName: "text"))
  var impact: String?

  @Option(
    name: .customLong("factor"),
    help: ArgumentHelp(
      "Without which it would not have come to this: trigger, cause or aggravation; may be repeated.",
      valueName: "kind=text"))
  var factors: [Assignment] = []

  @Option(name: .customLong("went-well"), help: ArgumentHelp("What went well; may be repeated.", valueName: "text"))
  var wentWell: [String] = []

  @Option(name: .customLong("went-wrong"), help: ArgumentHelp("What went wrong; may be repeated.", valueName: "text"))
  var wentWrong: [String] = []

  @Option(
    name: .customLong("lucky"), help: ArgumentHelp("Where you were only lucky; may be repeated.", valueName: "text"))
  var lucky: [String] = []

  @Option(help: ArgumentHelp("Why it came as a surprise, in Markdown.", valueName: "text"))
  var surprised: String?

  @Option(
    name: .customLong("drop"),
    help: ArgumentHelp(
      "Take a line away, as in went-well:2: \(RetroDrop.help). May be repeated.", valueName: "kind:number"))
  var dropped: [RetroDrop] = []

  @Option(help: ArgumentHelp("What it is about, in a few words.", valueName: "text"))
  var title: String?

  @Option(
    help: ArgumentHelp("Who leads it; never a commander of its incidents. \"\" is nobody.", valueName: "handle"),
    completion: Completions.people)
  var facilitator: String?

  @Option(
    name: .customLong("attendee"),
    help: ArgumentHelp("Somebody who is there too; may be repeated.", valueName: "handle"),
    completion: Completions.people)
  var newAttendees: [Handle] = []

  @Option(
    help: ArgumentHelp("All who are there, as in ana,bo, in the place of those before.", valueName: "handles"),
    completion: Completions.people)
  var attendees: NameList?

  @Option(
    name: .customLong("judge"),
    help: ArgumentHelp(
      "Whether an earlier action worked: worked, did-not-work, too-early or not-done, and why. May be repeated.",
      valueName: "item=verdict[:note]"))
  var judgements: [Assignment] = []

  var isGiven: Bool {
    impact != nil || surprised != nil || title != nil || facilitator != nil || attendees != nil
      || ![answers.count, unknown.count, decisions.count, lessons.count, factors.count, wentWell.count].allSatisfy {
        $0 == 0
      }
      || ![wentWrong.count, lucky.count, dropped.count, newAttendees.count, judgements.count].allSatisfy { $0 == 0 }
  }

  func validate() throws {
    for answer in answers { _ = try answer.question(of: "--answer") }
    for decision in decisions { _ = try decision.question(of: "--decision") }
    for lesson in lessons { _ = try self.lesson(lesson) }
    for factor in factors { _ = try self.factor(factor) }
    for judgement in judgements { _ = try self.judgement(judgement) }
    let texts = [("--went-well", wentWell), ("--went-wrong", wentWrong), ("--lucky", lucky)]
    for (name, texts) in texts + [("--decision", decisions.map(\.value))] + [("--factor", factors.map(\.value))]
    where texts.contains(where: { $0.allSatisfy(\.isWhitespace) }) {
      throw ValidationError("\(name) takes at least a word")
    }
    if answers.count(where: { $0.value == "-" }) > 1 { throw ValidationError("standard input is one answer") }
    if decider != nil, decisions.isEmpty { throw ValidationError("--by goes with --decision") }
    if attendees != nil, !newAttendees.isEmpty {
      throw ValidationError("--attendees names all and --attendee one more: use one of them")
    }
  }

  private func lesson(_ option: Assignment) throws -> (RetroQuestion, Int) {
    guard let number = Int(option.value), number > 0 else {
      throw ValidationError("--lesson takes a question and a lesson's number, as in what-do-we-do=12")
    }
    return (try option.question(of: "--lesson"), number)
  }

  private func factor(_ option: Assignment) throws -> ContributingFactor {
    guard let kind = ContributingFactor.Kind(rawValue: option.name) else {
      throw ValidationError("--factor \(option.name): a factor is a trigger, a cause or an aggravation")
    }
    return ContributingFactor(kind, option.value)
  }

  private func judgement(_ option: Assignment) throws -> ActionJudgement {
    let parts = option.value.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard let item = ItemNumber(argument: option.name),
      let verdict = parts.first.flatMap(ActionJudgement.Verdict.init(rawValue:))
    else {
      throw ValidationError(
        "--judge takes an item and what became of it, as in 12=worked: "
          + ActionJudgement.Verdict.allCases.map(\.rawValue).joined(separator: ", "))
    }
    return ActionJudgement(item, verdict, note: parts.count > 1 ? parts[1].trimmingCharacters(in: .whitespaces) : "")
  }

  /// What is to be changed, and one line of it for the journal; nil where nothing is named. Reads standard input.
  func change(by actor: Handle) throws -> (words: String, apply: @Sendable (inout Domain.Retro) throws -> Void)? {
    guard isGiven else { return nil }
    let answers = try answers.map { option in
      (
        try option.question(of: "--answer"),
        option.value == "-" ? try StandardInput.text().trimmingCharacters(in: .whitespacesAndNewlines) : option.value
      )
    }
    let decisions = try decisions.map {
      (try $0.question(of: "--decision"), RetroDecision($0.value, by: decider ?? actor))
    }
    let lessons = try lessons.map { try lesson($0) }
    let factors = try factors.map { try factor($0) }
    let judgements = try judgements.map { try judgement($0) }
    let rest = self
    return (
      words(answers.map(\.0)),
      { retro in
        // What goes is counted as it was shown, and so before anything is added.
        for drop in rest.dropped.sorted(by: { $0.number > $1.number }) { try drop.apply(to: &retro) }
        for (question, text) in answers {
          retro.content[question].text = text
          retro.content[question].isUnknown = false
        }
        for question in rest.unknown { retro.content[question].isUnknown = true }
        for (question, decision) in decisions { retro.content[question].decisions.append(decision) }
        for (question, lesson) in lessons where !retro.content[question].lessons.contains(lesson) {
          retro.content[question].lessons.append(lesson)
        }
        for judgement in judgements {
          retro.content.judgements.removeAll { $0.item == judgement.item }
          retro.content.judgements.append(judgement)
        }
        retro.content.factors += factors
        rest.describe(&retro)
      }
    )
  }

  private func describe(_ retro: inout Domain.Retro) {
    retro.content.wentWell += wentWell
    retro.content.wentWrong += wentWrong
    retro.content.gotLucky += lucky
    retro.content.impact = impact ?? retro.content.impact
    retro.content.whySurprised = surprised ?? retro.content.whySurprised
    retro.title = title ?? retro.title
    if let facilitator { retro.facilitator = facilitator.isEmpty ? nil : Handle(facilitator) }
    if let attendees { retro.attendees = attendees.names.map { Handle($0) } }
    retro.attendees += newAttendees
  }

  private func words(_ answered: [RetroQuestion]) -> String {
    let parts =
      (answered.isEmpty ? [] : ["answered \(answered.map(\.rawValue).joined(separator: ", "))"])
      + (unknown.isEmpty ? [] : ["\"we don't know\" to \(unknown.map(\.rawValue).joined(separator: ", "))"])
      + decisions.map { "decided: \($0.value.onOneLine)" }
      + judgements.map { "judged item \($0.name)" }
      + (facilitator.map { ["led by \($0.isEmpty ? "nobody" : $0)"] } ?? [])
    return parts.isEmpty ? "what it says" : parts.joined(separator: "; ")
  }
}
