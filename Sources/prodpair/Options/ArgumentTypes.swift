import ArgumentParser
import Domain
import Foundation

extension RunNumber: ExpressibleByArgument {
  public init?(argument: String) {
    guard let value = Int(argument), value > 0 else { return nil }
    self.init(value)
  }
}

extension LessonNumber: ExpressibleByArgument {
  public init?(argument: String) {
    guard let value = Int(argument), value > 0 else { return nil }
    self.init(value)
  }
}

extension LessonSource.Kind: ExpressibleByArgument {}

extension LessonFate.Kind: ExpressibleByArgument {}

extension Handle: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

extension TeamName: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

extension ChecklistName: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

extension Team.Kind: ExpressibleByArgument {}

extension Role: ExpressibleByArgument {}

extension RunState: ExpressibleByArgument {}

extension WeeklyWindow: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }

  public var defaultValueDescription: String { text }
}

/// `NAME=VALUE`, as `--param` takes it; the value may be empty and may hold more `=`.
struct Assignment: ExpressibleByArgument, Hashable {
  var name: String
  var value: String

  init?(argument: String) {
    guard let sign = argument.firstIndex(of: "="), sign != argument.startIndex else { return nil }
    name = String(argument[..<sign])
    value = String(argument[argument.index(after: sign)...])
  }
}

/// Several names in one argument, as in `ana,bo`; empty ones are dropped.
struct NameList: ExpressibleByArgument, Hashable {
  var names: [String]

  init?(argument: String) {
    let parts = argument.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
    names = parts.filter { !$0.isEmpty }
    if names.isEmpty { return nil }
  }
}
