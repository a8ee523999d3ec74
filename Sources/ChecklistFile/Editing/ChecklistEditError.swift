/// Why an edit was not made; the file is as it was.
public enum ChecklistEditError: Error, Hashable, Sendable, CustomStringConvertible {
  /// There is no step at this index.
  case noSuchStep(index: Int)
  /// The text can't stand as a step's: it is empty, has a blank line or a NUL in it, or would be read as something else.
  case unusableText(String)
  case unusableValue(key: String, value: String)
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
    case .unusableValue(let key, let value): "\"\(value)\" can't be the value of `\(key)`; correct it"
    case .moveIntoItself: "a step can't be moved into itself; choose another place"
    case .wouldNotRead(let error): "the edit would break the file, so nothing was changed: \(error)"
    case .wouldChangeOtherSteps(let line):
      "the edit would change how other lines are read (line \(line)), so nothing was changed; edit the file by hand"
    }
  }
}
