import Domain

/// What a retro says, part by part, for a page in any form.
struct RetroPage {
  /// One heading of the page.
  struct Part {
    var title: String
    /// Somebody's Markdown; may be empty.
    var body = ""
    var lines: [Phrase] = []
  }

  let record: RetroRecord
  private let phrases: RetroPhrases

  init(_ record: RetroRecord) {
    self.record = record
    phrases = RetroPhrases(record: record)
  }

  private var retro: Retro { record.retro }
  private var content: RetroContent { retro.content }

  var title: Phrase { "Retro \(own: retro.number): \(retro.title)" }

  /// In a fixed order; what there is none of is left out.
  var facts: [(name: String, phrase: Phrase)] {
    var facts: [(String, Phrase)] = record.incidents.map { ("of", phrases.incident($0)) }
    if let run = record.run { facts.append(("of", "run \(own: run.number), \(run.version) in \(run.environment)")) }
    if facts.isEmpty { facts.append(("of", "a near miss")) }
    facts += [
      ("team", "\(retro.team)"),
      ("state", "\(own: retro.state.words)"),
      ("review", "\(own: RetroDueText.text(retro, at: record.now, in: record.clock.zone))"),
      ("facilitator", retro.facilitator.map(phrases.person) ?? "nobody yet"),
    ]
    if !retro.attendees.isEmpty { facts.append(("attendees", retro.attendees.map(phrases.person).joined(", "))) }
    let times: [(String, Instant?)] = [
      ("opened", retro.openedAt), ("reviewed", retro.reviewedAt), ("closed", retro.closedAt),
    ]
    facts += times.compactMap { name, at in at.map { (name, "\(own: record.clock.dateAndTime($0))") } }
    return facts
  }

  /// Earlier actions first; the four questions are always there, and of the rest what there is.
  var parts: [Part] {
    let earlier = Part(
      title: "Earlier actions, and whether they worked",
      lines: record.earlier.isEmpty ? ["none that wait for a judgement"] : record.earlier.map(phrases.earlier))
    return [earlier] + RetroQuestion.allCases.map(part) + findings
  }

  private func part(_ question: RetroQuestion) -> Part {
    let answer = content[question]
    let state = retro.state(of: question, record.actions)
    var lines: [Phrase] = answer.decisions.map(phrases.decision) + answer.lessons.map { phrases.lesson($0) }
    lines += record.actions.filter { $0.question == question }.map(phrases.action)
    if state == .unknown { lines.append("asks for an action, with an owner and a date") }
    if record.looseAnswers.contains(question) {
      lines.append("ends in nothing yet: no action, no lesson, no decision")
    }
    return Part(
      title: "\(question.title) (\(question.rawValue), \(state.words))", body: answer.text, lines: lines)
  }

  private var findings: [Part] {
    let parts = [
      Part(title: "Impact", body: content.impact),
      Part(title: "Contributing factors", lines: content.factors.map(phrases.factor)),
      Part(title: "Went well", lines: content.wentWell.map { "\($0)" }),
      Part(title: "Went wrong", lines: content.wentWrong.map { "\($0)" }),
      Part(title: "Got lucky", lines: content.gotLucky.map { "\($0)" }),
      Part(title: "Why we were surprised", body: content.whySurprised),
      Part(title: "Actions", lines: record.actions.map(phrases.action)),
      Part(title: "Lessons", lines: record.lessons.map { phrases.lesson($0) }),
    ]
    return parts.filter { !$0.body.isEmpty || !$0.lines.isEmpty }
  }
}
