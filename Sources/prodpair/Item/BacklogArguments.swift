import ArgumentParser
import Domain

/// The estimates of a scale, as in `0,1,2,3,5,8`.
struct ScaleArgument: ExpressibleByArgument {
  var points: [Int]

  init?(argument: String) {
    let words = argument.split { $0 == "," || $0.isWhitespace }
    points = words.compactMap { Int($0) }
    if points.isEmpty || points.count != words.count { return nil }
  }
}

/// Types of items, as in `feature,bug`.
struct TypesArgument: ExpressibleByArgument {
  var types: [ItemType]

  init?(argument: String) {
    let words = argument.lowercased().split { $0 == "," || $0.isWhitespace }
    types = words.compactMap { ItemType(rawValue: String($0)) }
    if types.isEmpty || types.count != words.count { return nil }
  }
}

/// A day of the week, as in `Mon`, `monday` or 1.
struct WeekdayArgument: ExpressibleByArgument {
  static let names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
  /// 1 is Monday, 7 is Sunday.
  var day: Int

  init?(argument: String) {
    let typed = argument.lowercased()
    if let day = Int(typed) {
      guard (1...7).contains(day) else { return nil }
      self.day = day
    } else {
      let found = Self.names.firstIndex { $0.lowercased().hasPrefix(typed) }
      guard typed.count >= 2, let found else { return nil }
      day = found + 1
    }
  }
}

/// How much of the team there is in the iteration that begins on a day, as in `2026-11-23=80`.
struct StrengthArgument: ExpressibleByArgument {
  var day: String
  var percent: Int

  init?(argument: String) {
    let text = argument.hasSuffix("%") ? String(argument.dropLast()) : argument
    guard let assignment = Assignment(argument: text), let percent = Int(assignment.value) else { return nil }
    (day, self.percent) = (assignment.name, percent)
  }
}
