import Domain

/// What the retro of an incident found, and what is done about it.
struct IncidentReportRetro {
  let record: RetroRecord
  /// The incident that is reported.
  var of: IncidentNumber

  private var retro: Retro { record.retro }
  private var content: RetroContent { retro.content }

  var blocks: [ReportBlock] {
    [.heading(2, "Retro", id: "retro"), .facts(facts)] + earlier + answers + prose("Impact", content.impact) + factors
      + list("Went well", content.wentWell) + list("Went wrong", content.wentWrong)
      + list("Got lucky", content.gotLucky)
      + prose("Why we were surprised", content.whySurprised) + actions
  }

  private var facts: [ReportBlock.Fact] {
    let people = IncidentPeople(names: record.names)
    let others = record.incidents.filter { $0.number != of }
    let facts: [(String, Phrase?)] = [
      ("Retro", "\(own: retro.number), \(own: retro.state.words): \(retro.title)"),
      ("Facilitator", retro.facilitator.map(people.person) ?? "nobody yet"),
      ("Attendees", retro.attendees.isEmpty ? nil : retro.attendees.map(people.person).joined(", ")),
      ("Due", retro.due.map { "\(own: $0)" }),
      ("Reviewed", retro.reviewedAt.map { "\(own: record.clock.dateAndTime($0))" }),
      ("Closed", retro.closedAt.map { "\(own: record.clock.dateAndTime($0))" }),
      (
        "Also of",
        others.isEmpty ? nil : others.map { "incident \(own: $0.number) (\(RunHeader.line($0.title)))" }.joined(", ")
      ),
    ]
    return facts.compactMap { fact in fact.1.map { ReportBlock.Fact(fact.0, $0) } }
  }

  private var answers: [ReportBlock] {
    let open = Set(record.openQuestions)
    return RetroQuestion.allCases.flatMap { question -> [ReportBlock] in
      let answer = content[question]
      var blocks: [ReportBlock] = [.heading(3, "\(own: question.title)")]
      if answer.isUnknown { blocks.append(.paragraph("**We don't know.**")) }
      blocks += prose(answer.text)
      if !answer.isUnknown, !answer.isKnown { blocks.append(.paragraph("Nobody has answered this yet.")) }
      blocks.append(.list(ends(question, answer)))
      if open.contains(question) {
        blocks.append(
          .paragraph("This question is open: it has neither an answer nor an action with an owner and a date."))
      }
      return blocks
    }
  }

  /// What an answer ends in.
  private func ends(_ question: RetroQuestion, _ answer: RetroAnswer) -> [Phrase] {
    answer.decisions.map { "Decided by \($0.by): \($0.text)" }
      + answer.lessons.map { number in
        let text = record.lessons.first { $0.number.value == number }?.text
        return "Lesson \(own: number)" + (text.map { ": \($0)" } ?? "")
      } + record.actions.filter { $0.question == question }.map { "Action: " + RunItems.item($0.item) }
  }

  private var factors: [ReportBlock] {
    let groups: [(Phrase, ContributingFactor.Kind)] = [
      ("What set it off", .trigger), ("What had lain there", .cause), ("What made it worse", .aggravation),
    ]
    let shown = groups.flatMap { title, kind -> [ReportBlock] in
      let factors = content.factors.filter { $0.kind == kind }
      return factors.isEmpty ? [] : [.heading(4, title), .list(factors.map { "\($0.text)" })]
    }
    return shown.isEmpty ? [] : [.heading(3, "Contributing factors")] + shown
  }

  private var actions: [ReportBlock] {
    guard !record.actions.isEmpty else { return [] }
    return [
      .heading(3, "Actions"),
      .table(
        MarkdownTable(
          header: ["Item", "To", "What", "State", "Owner", "Due"],
          rows: record.actions.map { ["\(own: $0.item.number)", "\(own: $0.kind.rawValue)"] + Self.cells($0.item) })),
    ]
  }

  private var earlier: [ReportBlock] {
    guard !record.earlier.isEmpty else { return [] }
    return [
      .heading(3, "Earlier actions, and whether they worked"),
      .table(
        MarkdownTable(
          header: ["Item", "Of retro", "What", "State", "Owner", "Due", "Did it work?"],
          rows: record.earlier.map { action in
            let judgement = content.judgements.first { $0.item == action.item.number.value }
            return ["\(own: action.item.number)", "\(own: action.retro)"] + Self.cells(action.item)
              + [judgement.map(Self.verdict) ?? "not judged"]
          })),
    ]
  }

  private static func cells(_ item: ItemLine) -> [Phrase] {
    [
      "\(item.title)", "\(own: item.state.rawValue)", item.owners.map { "\($0)" as Phrase }.joined(", "),
      "\(item.due ?? "")",
    ]
  }

  private static func verdict(_ judgement: ActionJudgement) -> Phrase {
    let words: Phrase =
      switch judgement.verdict {
      case .worked: "it worked"
      case .didNotWork: "it did not work"
      case .tooEarly: "too early to say"
      case .notDone: "not done"
      }
    return judgement.note.isEmpty ? words : words + ": \(judgement.note)"
  }

  private func prose(_ text: String) -> [ReportBlock] { text.allSatisfy(\.isWhitespace) ? [] : [.prose(text)] }

  private func prose(_ title: Phrase, _ text: String) -> [ReportBlock] {
    prose(text).isEmpty ? [] : [.heading(3, title)] + prose(text)
  }

  private func list(_ title: Phrase, _ lines: [String]) -> [ReportBlock] {
    lines.isEmpty ? [] : [.heading(3, title), .list(lines.map { "\($0)" })]
  }
}
