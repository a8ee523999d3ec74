import Domain

extension MarkdownPage {
  /// The page with a run's values in it, and `${name}` for them in fences that a shell reads.
  ///
  /// A value goes in after the text was read, so that it is never taken for Markdown: one such as `*_v205` stays
  /// what it is, as it does in a command.
  ///
  /// - Parameter secrets: The names of the secrets, which have no values and are only ever a shell's variables.
  public func filled(with values: [String: String], secrets: Set<String> = []) -> MarkdownPage {
    values.isEmpty && secrets.isEmpty
      ? self : MarkdownPage(blocks: blocks.map { $0.filled(with: values, secrets: secrets) })
  }
}

extension MarkdownPage.Block {
  fileprivate func filled(with values: [String: String], secrets: Set<String>) -> Self {
    switch self {
    case .heading(let level, let runs): .heading(level: level, runs.filled(with: values))
    case .paragraph(let runs): .paragraph(runs.filled(with: values))
    case .code(let language?, let code) where Fence(language: language, code: code).isShell:
      .code(
        language: language,
        ParameterText.code(of: Fence(language: language, code: code), for: values, secrets: secrets))
    case .code(let language, let code): .code(language: language, ParameterText.filled(code, with: values))
    case .quote(let blocks): .quote(blocks.map { $0.filled(with: values, secrets: secrets) })
    case .list(let list):
      .list(
        MarkdownPage.List(
          start: list.start, isTight: list.isTight,
          items: list.items.map { item in
            MarkdownPage.Item(
              isTicked: item.isTicked, blocks: item.blocks.map { $0.filled(with: values, secrets: secrets) })
          }))
    case .table(let table):
      .table(
        MarkdownPage.Table(
          alignments: table.alignments, header: table.header.map { $0.filled(with: values) },
          rows: table.rows.map { $0.map { $0.filled(with: values) } }))
    case .rule: .rule
    case .html(let html): .html(ParameterText.filled(html, with: values))
    }
  }
}

extension [InlineRun] {
  /// The runs with a run's values in place of its placeholders.
  public func filled(with values: [String: String]) -> Self {
    map { run in
      switch run.content {
      case .placeholder(let name, _): values[name].map { InlineRun($0, run.marks) } ?? run
      case .address(let url): InlineRun(.address(ParameterText.filled(url, with: values)), run.marks)
      case .text, .lineBreak: run
      }
    }
  }
}
