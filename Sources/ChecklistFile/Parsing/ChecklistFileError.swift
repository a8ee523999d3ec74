/// Why a file is no checklist, with the place and what to do about it.
///
/// As text it reads `release.md:12: two steps have the id "deploy" (the other is in line 9); give one of them another id`.
public struct ChecklistFileError: Error, Hashable, Sendable, CustomStringConvertible {
  public enum Problem: Hashable, Sendable {
    case tooLarge(limit: Int)
    case binary
    case notUTF8
    case noSteps
    /// The front matter is no YAML; the reason is the YAML reader's.
    case frontMatterBroken(String)
    case frontMatterNotClosed
    /// A key of ours has a value that it can't have.
    case frontMatterValue(key: String, found: String, expected: String)
    case parameterWithoutName
    case parameterName(String)
    case parameterTwice(String)
    case parameterPattern(parameter: String, pattern: String)
    case attributeSyntax(AttributeProblem)
    case attributeValue(key: String, found: String, expected: String)
    case attributeTakesNoValue(key: String)
    case attributeTwice(key: String)
    case idOnHeading
    case duplicateID(id: String, firstLine: Int)
    case conditionOnUndeclaredParameter(String)
    /// A run does not have a secret's value, and so could not decide.
    case conditionOnSecret(String)
    case undeclaredParameter(String)
    /// A secret can only be put into a shell's environment: text is kept.
    case secretInText(String)
    /// What would keep a secret in the file, or tell what it is like; the key, as in `default`.
    case secretWith(key: String, parameter: String)
    /// `from:` of a parameter that says that it is none.
    case sourceOfNoSecret(String)
    /// No shell reads the fence, so that nothing would put the value in.
    case parameterInFence(parameter: String, language: String)
  }

  public var file: String
  /// From 1.
  public var line: Int
  public var problem: Problem

  public init(file: String, line: Int, problem: Problem) {
    self.file = file
    self.line = line
    self.problem = problem
  }

  public var description: String { "\(file):\(line): \(problem.what); \(problem.remedy)" }
}

extension ChecklistFileError.Problem {
  /// What was wrong.
  public var what: String {
    switch self {
    case .tooLarge(let limit): "the file is larger than \(limit / 1_048_576) MiB"
    case .binary: "there is a NUL byte, so this is not a text file"
    case .notUTF8: "the line is not UTF-8"
    case .noSteps: "there is no step in the file"
    case .frontMatterBroken(let reason): "the front matter is not YAML (\(reason))"
    case .frontMatterNotClosed: "the front matter has no end"
    case .frontMatterValue(let key, let found, let expected): "`\(key)` is \(found), not \(expected)"
    case .parameterWithoutName: "a parameter has no name"
    case .parameterName(let name): "\"\(name)\" can't name a parameter"
    case .parameterTwice(let name): "the parameter \"\(name)\" is declared twice"
    case .parameterPattern(let name, let pattern):
      "the pattern of \"\(name)\" is not a regular expression: \(pattern)"
    case .attributeSyntax(let problem): problem.what
    case .attributeValue(let key, let found, let expected): "`\(key)` is \"\(found)\", not \(expected)"
    case .attributeTakesNoValue(let key): "`\(key)` takes no value"
    case .attributeTwice(let key): "`\(key)` stands twice in one comment"
    case .idOnHeading: "a heading has an `id`, which would go to every step under it"
    case .duplicateID(let id, let firstLine): "two steps have the id \"\(id)\" (the other is in line \(firstLine))"
    case .conditionOnUndeclaredParameter(let name): "`if` names the parameter \"\(name)\", which is not declared"
    case .conditionOnSecret(let name): "`if` names \"\(name)\", a secret, whose value no run keeps"
    case .undeclaredParameter(let name): "{{\(name)}} is not a declared parameter"
    case .secretInText(let name): "{{\(name)}} is a secret, and stands outside of the fences that a shell reads"
    case .secretWith(let key, let name): "the secret \"\(name)\" has a `\(key)`, which would stand in the file"
    case .sourceOfNoSecret(let name): "\"\(name)\" has a `from`, and says that it is no secret"
    case .parameterInFence(let name, let language):
      "{{\(name)}} stands in a fence of \"\(language)\", which no shell reads"
    }
  }

  /// What to do about it.
  public var remedy: String {
    switch self {
    case .tooLarge: "split it into several checklists"
    case .binary: "save it as plain text in UTF-8"
    case .notUTF8: "save the file in UTF-8"
    case .noSteps: "write each step as a task item, `- [ ] …`"
    case .frontMatterBroken: "mend the YAML between the two `---` lines"
    case .frontMatterNotClosed: "end it with a line `---`"
    case .frontMatterValue(let key, _, _): "correct `\(key)` or remove it"
    case .parameterWithoutName: "write `- name: version`"
    case .parameterName: "use letters, digits and `_`, not starting with a digit"
    case .parameterTwice: "remove one of the two"
    case .parameterPattern: "correct the pattern or remove it"
    case .attributeSyntax(let problem): problem.remedy
    case .attributeValue(let key, _, _): "correct `\(key)` or remove it"
    case .attributeTakesNoValue(let key): "write `\(key)` alone, or remove it"
    case .attributeTwice: "keep one of the two"
    case .idOnHeading: "move it to the step"
    case .duplicateID: "give one of them another id"
    case .conditionOnSecret: "let another parameter decide, or declare this one without `secret`"
    case .secretInText: "write its name in words there, or declare it without `secret`"
    case .secretWith(let key, _):
      "remove `\(key)`; with `from:` a command gives the value, else it is typed when a command needs it"
    case .sourceOfNoSecret: "remove `secret: false`, or `from`"
    case .conditionOnUndeclaredParameter, .undeclaredParameter: "declare it under `parameters:` or correct the name"
    case .parameterInFence: "make it a shell fence, or write the value in words beside it"
    }
  }
}
