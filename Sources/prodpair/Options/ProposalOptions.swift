import ArgumentParser
import ChecklistFile
import Domain

/// What is to change in a checklist: at most one edit, of a step that is named by id or number.
struct ProposalOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Behind which step a new one goes, or the moved one.", valueName: "step"))
  var after: String?

  @Option(help: ArgumentHelp("Before which step a new one goes, or the moved one.", valueName: "step"))
  var before: String?

  @Option(name: .customLong("step"), help: ArgumentHelp("What the new or reworded step says.", valueName: "text"))
  var text: String?

  @Option(help: ArgumentHelp("What stands under the new step, as Markdown.", valueName: "markdown"))
  var body: String?

  @Option(help: ArgumentHelp("Say this step otherwise, as --step has it.", valueName: "step"))
  var reword: String?

  @Option(help: ArgumentHelp("Take this step out, with everything under it.", valueName: "step"))
  var remove: String?

  @Option(help: ArgumentHelp("Move this step, to --after or --before another.", valueName: "step"))
  var move: String?

  @Option(help: ArgumentHelp("Make this step a killer step.", valueName: "step"))
  var killer: String?

  @Option(help: ArgumentHelp("Give this step the --attribute.", valueName: "step"))
  var set: String?

  @Option(help: ArgumentHelp("Take the --attribute from this step.", valueName: "step"))
  var unset: String?

  @Option(help: ArgumentHelp("An attribute, as in killer or \"expect: 45m\".", valueName: "key[: value]"))
  var attribute: String?

  @Option(help: ArgumentHelp("Only say that this step is wrong; how it should be comes later.", valueName: "step"))
  var wrong: String?

  /// Whether anything was said at all.
  var isGiven: Bool { !verbs.isEmpty || !details.isEmpty }
  /// Whether the step is named, but no edit of it.
  var saysWrong: Bool { wrong != nil }

  private var verbs: [String] {
    let given = [
      ("--reword", reword), ("--remove", remove), ("--move", move), ("--killer", killer), ("--set", set),
      ("--unset", unset), ("--wrong", wrong),
    ]
    return given.filter { $0.1 != nil }.map(\.0)
  }

  private var details: [String] {
    let given = [
      ("--after", after), ("--before", before), ("--step", text), ("--body", body), ("--attribute", attribute),
    ]
    return given.filter { $0.1 != nil }.map(\.0)
  }

  /// What goes with each verb, and what it can't do without; no verb is a new step.
  private static let companions: [String: (may: Set<String>, must: [String])] = [
    "--reword": (["--step"], ["--step"]),
    "--move": (["--after", "--before"], []),
    "--set": (["--attribute"], ["--attribute"]),
    "--unset": (["--attribute"], ["--attribute"]),
  ]

  func validate() throws {
    guard isGiven else { return }
    if verbs.count > 1 {
      throw ValidationError("\(verbs.joined(separator: " and ")) are two changes: make a lesson of each")
    }
    if after != nil, before != nil { throw ValidationError("--after and --before both say where: use one of them") }
    if let text, text.allSatisfy(\.isWhitespace) { throw ValidationError("--step is empty: say what the step says") }
    guard let verb = verbs.first else { return try validateAddition() }
    let (may, must) = Self.companions[verb] ?? ([], [])
    if let stray = details.first(where: { !may.contains($0) }) {
      throw ValidationError("\(stray) does not go with \(verb)")
    }
    if let missing = must.first(where: { !details.contains($0) }) {
      throw ValidationError("\(verb) needs \(missing)")
    }
    if verb == "--move", after == nil, before == nil {
      throw ValidationError("--move needs to know where to: --after or --before another step")
    }
  }

  private func validateAddition() throws {
    if attribute != nil { throw ValidationError("--attribute goes with --set or --unset, which name the step") }
    if text == nil { throw ValidationError("a new step says something: give its text with --step") }
    if after == nil, before == nil {
      throw ValidationError(
        "--step alone says no place: add it --after or --before a step, or say which one it is instead of with --reword"
      )
    }
  }

  /// The step that it is about and the edit of it, with both looked up in the version that it is proposed for.
  ///
  /// An edit that could not even be made there is refused now, and not when it is folded.
  func proposal(for version: ChecklistVersion) throws -> (step: StepID?, edit: ProposedEdit?) {
    if let wrong { return (try version.step(named: wrong).id, nil) }
    guard let edit = try edit(of: version) else { return (nil, nil) }
    var page = try FoldedPage(version)
    try page.apply(edit)
    return (edit.step, edit)
  }

  private func edit(of version: ChecklistVersion) throws -> ProposedEdit? {
    func id(_ name: String) throws -> StepID { try version.step(named: name).id }
    if let remove { return .remove(try id(remove)) }
    if let killer { return .set(try id(killer), key: "killer", value: nil) }
    if let reword, let text { return .reword(try id(reword), to: text) }
    if let attribute {
      let (key, value) = Self.split(attribute)
      if let set { return .set(try id(set), key: key, value: value) }
      if let unset { return .unset(try id(unset), key: key) }
    }
    guard let place = try after.map({ StepPlace.after(try id($0)) }) ?? before.map({ .before(try id($0)) }) else {
      return nil
    }
    if let move { return .move(try id(move), place) }
    return text.map { .add(text: $0, body: body ?? "", place) }
  }

  /// `expect: 45m` as its key and value, `killer` as a key alone.
  private static func split(_ attribute: String) -> (key: String, value: String?) {
    let parts = attribute.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      .map { $0.trimmingCharacters(in: .whitespaces) }
    return (parts.first ?? "", parts.count > 1 ? parts[1] : nil)
  }
}
