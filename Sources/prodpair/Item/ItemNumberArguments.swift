import ArgumentParser
import Domain

/// The items that a verb is about: numbers, and `-` for those that standard input names.
struct ItemNumberArguments: ParsableArguments {
  @Argument(
    help: ArgumentHelp("The items' numbers, or - for those on standard input.", valueName: "item"),
    completion: Completions.items)
  var words: [String]

  func numbers() throws -> [ItemNumber] { try ItemNumbers.read(words) }
}

enum ItemNumbers {
  /// Each item once, in the order they were named.
  static func read(_ words: [String]) throws -> [ItemNumber] {
    try words.flatMap { word in
      guard word == "-" else { return [try number(word)] }
      let read = try StandardInput.text().split { $0.isWhitespace || $0 == "," }.map { try number(String($0)) }
      if read.isEmpty { throw ItemCommandError.noNumbers }
      return read
    }.firstOfEach
  }

  static func number(_ word: String) throws -> ItemNumber {
    guard let number = ItemNumber(argument: word) else { throw ItemCommandError.notANumber(word) }
    return number
  }
}

extension ItemNumber: ExpressibleByArgument {
  /// `12`, or `#12`.
  public init?(argument: String) { self.init(typed: argument) }
}

extension ItemType: ExpressibleByArgument {}

extension ItemState: ExpressibleByArgument {}
