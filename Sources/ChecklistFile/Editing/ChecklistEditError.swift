/// Why an edit was not made; the file is as it was.
public enum ChecklistEditError: Error, Hashable, Sendable, CustomStringConvertible {
  /// There is no step at this index.
  case noSuchStep(index: Int)
  /// The text can't stand as a step's: it is empty, has a blank line or a NUL in it, or would be read as something else.
  case unusableText(String)
  /// What is to stand under a new step's text has steps of its own in it.
  case unusableBody(String)
  case unusableValue(key: String, value: String)
  /// A proposed edit names an attribute that there is none of.
  case unknownKey(String)
  /// A proposed edit would change what its step is known by.
  case idStays
  /// The attribute comes from a heading, and so does not end with the step's own comment.
  case inherited(key: String)
  /// The page says so already.
  case nothingToChange
  /// A step can't be moved next to itself or into what stands under it.
  case moveIntoItself
  /// The edited file would be no checklist.
  case wouldNotRead(ChecklistFileError)
  /// The edited file would have other steps than meant; the line is the first step's that differs.
  case wouldChangeOtherSteps(line: Int)

  public var description: String {
    switch self {
    case .noSuchStep(let index): "there is no step \(index + 1); look at the checklist's current version"
    case .unusableText(let text): "\"\(text)\" can't stand as a step; write one paragraph of plain words"
    case .unusableBody:
      "the details of a new step can't have steps in them, so nothing was changed; write them without `- [ ]`, "
        + "and propose each step by itself"
    case .unusableValue(let key, let value): Self.unusable(value, key)
    case .unknownKey(let key):
      "there is no attribute `\(key)`, so nothing was changed; use one of \(Self.keys.joined(separator: ", "))"
    case .idStays:
      "a step is known by its id, which no lesson changes, so nothing was changed; edit the file by hand"
    case .inherited(let key):
      "`\(key)` comes from the heading above the step and counts for all steps under it, so nothing was changed; "
        + "edit the heading by hand"
    case .nothingToChange: "the page says so already, so there is nothing to change; look at its current version"
    case .moveIntoItself: "a step can't be moved into itself; choose another place"
    case .wouldNotRead(let error): "the edit would break the file, so nothing was changed: \(error)"
    case .wouldChangeOtherSteps(let line):
      "the edit would change how other lines are read (line \(line)), so nothing was changed; edit the file by hand"
    }
  }

  /// What a lesson may set.
  private static let keys = AttributeKey.allCases.filter { $0 != .id }.map(\.rawValue)

  private static func unusable(_ value: String, _ text: String) -> String {
    guard let key = AttributeKey(rawValue: text) else { return "\"\(value)\" can't be the value of `\(text)`" }
    if key.isFlag { return "`\(text)` takes no value, so nothing was changed; set it alone" }
    let what = value.isEmpty ? "`\(text)` needs a value" : "\"\(value)\" can't be the value of `\(text)`"
    return "\(what), so nothing was changed; give \(key.expectation)"
  }
}
