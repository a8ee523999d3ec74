import Domain

/// What a verb on items can't do with what it was given. Nothing was changed.
enum ItemCommandError: Error, Hashable {
  case notANumber(String)
  case noNumbers
  case noTitles
  case notText
  case notPoints(String)
  /// A decision to estimate takes points; none is no decision.
  case notAnEstimate(String)
  case noSuchBlocker(String, ItemNumber)
  case noSuchTask(String, ItemNumber)
  case noSuchLink(String, ItemNumber)
  case noSuchLabel(String, ItemNumber)
  case noSuchOwner(Handle, ItemNumber)
  case notANumberedLink(String, kind: String)
  case editorNeedsTerminal
  /// Somebody else has changed the description while it was in the editor.
  case changedMeanwhile(ItemNumber)
}

extension ItemCommandError: CustomStringConvertible {
  var description: String {
    switch self {
    case .notANumber(let text): "\"\(text)\" is no item's number: write numbers as `prodpair item list` shows them"
    case .noNumbers: "standard input named no item: write numbers, with spaces or line breaks in between"
    case .noTitles: "standard input had no title: write one a line"
    case .notText: "standard input is no text in UTF-8"
    case .notPoints(let text): "\"\(text)\" is no estimate: write a number of points, or none"
    case .notAnEstimate(let text): "\"\(text)\" is no estimate: write a number of points"
    case .noSuchBlocker(let text, let number):
      "item \(number) does not wait for \"\(text)\": `prodpair item show \(number)` says what it waits for"
    case .noSuchTask(let text, let number):
      "item \(number) has no task \"\(text)\": `prodpair item show \(number)` numbers its tasks"
    case .noSuchLink(let text, let number):
      "item \(number) has no link to \"\(text)\": `prodpair item show \(number)` lists its links"
    case .noSuchLabel(let text, let number):
      "item \(number) has no label \"\(text)\": `prodpair item show \(number)` lists its labels; nothing was changed"
    case .noSuchOwner(let owner, let number):
      "item \(number) is not \(owner)'s: `prodpair item show \(number)` lists its owners; nothing was changed"
    case .notANumberedLink(let text, let kind): "\"\(text)\" is no \(kind)'s number"
    case .editorNeedsTerminal:
      "an editor needs a terminal, and standard input or output is none: write the description with --description, "
        + "where - reads standard input"
    case .changedMeanwhile(let number):
      "somebody has changed the description of item \(number) meanwhile, and it is as they left it"
    }
  }

  var exitCode: Int32 {
    switch self {
    case .editorNeedsTerminal: 64
    case .notANumber, .noNumbers, .noTitles, .notText, .notPoints, .notAnEstimate, .notANumberedLink: 65
    case .noSuchBlocker, .noSuchTask, .noSuchLink, .noSuchLabel, .noSuchOwner: 66
    case .changedMeanwhile: 75
    }
  }
}
