import Domain

extension Linter {
  /// Variables that a shell acts on, beside those that no command's environment may be given.
  private static let reserved: Set<String> = [
    "PATH", "HOME", "SHELL", "PWD", "PS1",
  ]

  mutating func checkParameters() {
    let declared = document.settings.parameters
    let names = Set(declared.map(\.name))
    var used = Set(document.headings.flatMap { Placeholder.all(in: $0.text).map(\.name) })
    used.formUnion(Placeholder.all(in: document.rollbackPrompt).map(\.name))
    for case .command(let command)? in declared.map(\.secret) {
      used.formUnion(names.filter { command.contains("$\($0)") || command.contains("${\($0)") })
      used.formUnion(Placeholder.all(in: command).map(\.name))
    }
    for step in document.parsedSteps {
      if let name = step.attributes.condition?.parameter { used.insert(name) }
      used.formUnion(Placeholder.all(in: step.attributes.value ?? "").map(\.name))
      checkTotal(step, names: names)
      used.formUnion(Placeholder.all(in: step.attributes.total ?? "").map(\.name))
      for (line, text) in step.numberedLines {
        for placeholder in Placeholder.all(in: text) {
          used.insert(placeholder.name)
          if !names.contains(placeholder.name), !placeholder.isForeignWord {
            find(.unknownPlaceholder, line, "{{\(placeholder.name)}} is not a declared parameter")
          }
        }
      }
      checkQuotes(step, names: names)
    }
    for parameter in declared {
      check(parameter, isUsed: used.contains(parameter.name))
      checkSource(of: parameter, names: names)
    }
  }

  /// What is counted against: a placeholder in it that a run can't fill leaves no number.
  private mutating func checkTotal(_ step: ParsedStep, names: Set<String>) {
    for placeholder in Placeholder.all(in: step.ownAttributes.total ?? "") where !names.contains(placeholder.name) {
      find(.unknownPlaceholder, step.line, "{{\(placeholder.name)}} is not a declared parameter")
    }
  }

  /// A shell gets what `from:` says as it stands.
  private mutating func checkSource(of parameter: Parameter, names: Set<String>) {
    guard case .command(let command)? = parameter.secret else { return }
    for placeholder in Placeholder.all(in: command) where names.contains(placeholder.name) {
      find(
        .unfilledPlaceholder, line(of: parameter.name),
        "{{\(placeholder.name)}} in the `from` of \"\(parameter.name)\" is not filled in")
    }
  }

  private mutating func check(_ parameter: Parameter, isUsed: Bool) {
    let name = parameter.name
    let line = line(of: name)
    if !isUsed { find(.unusedParameter, line, "nothing uses the parameter \"\(name)\"") }
    if Self.reserved.contains(name) || CommandVariable.refusal(of: name) != nil {
      find(.reservedParameter, line, "\"\(name)\" is a variable that shells, the loader or prodpair act on")
    }
    guard let pattern = parameter.pattern else { return }
    if !pattern.hasPrefix("^") || !pattern.hasSuffix("$") {
      find(.patternNotAnchored, line, "the pattern of \"\(name)\" is not anchored with ^ and $: \(pattern)")
    }
    if parameter.defaultValue != nil, (try? ParameterText.validated([:], against: [parameter])) == nil {
      find(.defaultFailsPattern, line, "the default of \"\(name)\" does not match its pattern")
    }
  }

  /// The front matter's line that gives the parameter its name.
  private func line(of name: String) -> Int {
    let last = document.parsedSteps.map(\.line).min() ?? 1
    return (1...max(1, last)).first { number in
      let text = document.source.text(of: number)
      return text.contains("name:") && text.contains(name)
    } ?? 1
  }

  /// A parameter between single quotes within one line of a shell fence.
  private mutating func checkQuotes(_ step: ParsedStep, names: Set<String>) {
    for (fence, firstLine) in zip(step.fences, step.layout.fenceLines) where fence.isShell {
      for (offset, line) in fence.code.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        let bytes = Array(line.utf8)
        for placeholder in Placeholder.all(in: String(line)) where names.contains(placeholder.name) {
          if Self.isInSingleQuotes(placeholder.range.lowerBound, bytes) {
            find(.quotedParameter, firstLine + 1 + offset, "{{\(placeholder.name)}} stands in single quotes")
          }
        }
      }
    }
  }

  private static func isInSingleQuotes(_ position: Int, _ bytes: [UInt8]) -> Bool {
    var isSingle = false
    var isDouble = false
    var index = 0
    while index < position {
      switch bytes[index] {
      case UInt8(ascii: "'") where !isDouble: isSingle.toggle()
      case UInt8(ascii: "\"") where !isSingle: isDouble.toggle()
      case UInt8(ascii: "\\") where !isSingle: index += 1
      default: break
      }
      index += 1
    }
    return isSingle
  }
}
