import Domain

/// `run show N --markdown`: one page, whole in itself and fit to paste into a ticket.
///
/// The same record gives the same bytes. Text from people and files is literal: see `MarkdownText`.
public enum RunMarkdown {
  public static func page(_ record: RunRecord) -> String {
    var page = "# \(RunHeader(record: record).title.markdown)\n\n\(facts(record).text)"
    for part in parts(record) {
      page += "\n## \(part.title)\n\n"
      switch part.content {
      case .table(let table): page += table.text
      case .lines(let lines): page += lines.map { "- \($0.markdown)\n" }.joined()
      case .outputs(let outputs): page += outputs.map(\.markdown).joined(separator: "\n")
      }
    }
    return page
  }

  /// A part of the record under a heading of its own, for whoever puts the record on a larger page.
  struct Part {
    enum Content {
      case table(MarkdownTable)
      case lines([Phrase])
      case outputs([ExecutionPart])
    }

    var title: String
    var content: Content
  }

  static func facts(_ record: RunRecord) -> MarkdownTable {
    MarkdownTable(
      header: ["", ""],
      rows: RunHeader(record: record).facts.map {
        ["\(own: $0.name.prefix(1).uppercased() + $0.name.dropFirst())", $0.fact]
      })
  }

  /// In their order; those that hold nothing are left out.
  static func parts(_ record: RunRecord) -> [Part] {
    let run = record.run
    let words = EntryPhrase(record: record)
    var parts: [Part] = []
    func part(_ title: String, _ table: MarkdownTable) {
      if !table.rows.isEmpty { parts.append(Part(title: title, content: .table(table))) }
    }
    func part(_ title: String, _ lines: [Phrase]) {
      if !lines.isEmpty { parts.append(Part(title: title, content: .lines(lines))) }
    }
    part("Overridden rules", overrides(run, words))
    part("Exceptions", exceptions(run, words))
    part("Worth knowing", RunWarnings(record: record).lines)
    part("Changed since the pair last ran it", record.changes.map { "Since then: \($0)" })
    part("Carries", RunItems.table(record.items))
    part("Lessons", lessons(record, words))
    let steps = RunStepsMarkdown(record: record)
    for section in Section.allCases { part(steps.title(of: section), steps.table(of: section)) }
    if !record.executions.isEmpty {
      let outputs = record.executions.map { ExecutionPart($0, in: record) }
      parts.append(Part(title: "Commands", content: .outputs(outputs)))
    }
    part("Evidence", evidence(run, words))
    part("People", people(run, RunHeader(record: record), words))
    part("The run itself", log(run, words))
    return parts
  }

  private static func overrides(_ run: Run, _ words: EntryPhrase) -> MarkdownTable {
    MarkdownTable(
      header: ["Rule", "What stood in the way", "Reason", "By", "At"],
      rows: run.overriddenRules.map {
        [
          "\($0.rule)", "\($0.message)", "\($0.entry.reason ?? "")", "\($0.entry.by)",
          "\(own: words.time($0.entry.at))",
        ]
      })
  }

  private static func exceptions(_ run: Run, _ words: EntryPhrase) -> MarkdownTable {
    MarkdownTable(
      header: ["No.", "Step", "State", "Reason", "By", "At"],
      rows: run.exceptionalSteps.map { exception in
        let attempt = exception.attempt
        let reason: Phrase = attempt.reason.map { "\($0)" } ?? "still owed"
        return [
          "\(own: exception.step.number)", "\(RunHeader.line(Filled.text(exception.step.text, run.parameters)))",
          "\(own: exception.state.rawValue)", reason, "\(attempt.endedBy?.by.text ?? "")",
          "\(own: attempt.endedAt.map(words.time) ?? "")",
        ]
      })
  }

  private static func lessons(_ record: RunRecord, _ words: EntryPhrase) -> MarkdownTable {
    let lessons = RunLessons(record: record)
    return MarkdownTable(
      header: ["Lesson", "From", "Step", "What was learned", "By", "At", "What became of it"],
      rows: record.lessons.map {
        [
          "\(own: $0.number)", "\(own: $0.source.kind.rawValue)", lessons.step($0), "\($0.text)", "\($0.by)",
          "\(own: words.time($0.at))", lessons.fate($0),
        ]
      })
  }

  private static func evidence(_ run: Run, _ words: EntryPhrase) -> MarkdownTable {
    MarkdownTable(
      header: ["File", "Bytes", "SHA-256", "Step", "By", "At"],
      rows: run.entries.compactMap { entry in
        guard let evidence = entry.evidence else { return nil }
        return [
          "\(evidence.name)", "\(own: evidence.size)", "\(code: evidence.sha256)", "\(entry.step?.text ?? "")",
          "\(entry.by)", "\(own: words.time(entry.at))",
        ]
      })
  }

  private static func people(_ run: Run, _ header: RunHeader, _ words: EntryPhrase) -> MarkdownTable {
    MarkdownTable(
      header: ["Who", "Role", "From", "Until"],
      rows: run.progress.people.map {
        [
          header.person($0.who), "\(own: $0.role.rawValue)", "\(own: words.time($0.from))",
          "\(own: $0.until.map(words.time) ?? "")",
        ]
      })
  }

  private static func log(_ run: Run, _ words: EntryPhrase) -> MarkdownTable {
    MarkdownTable(
      header: ["At", "By", "What"],
      rows: run.ownEntries.map { ["\(own: words.time($0.at))", "\($0.by)", words.phrase(for: $0)] })
  }
}
