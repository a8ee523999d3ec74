import Domain

/// Somebody's place in a rotation as it is typed: `ana veteran from 2026-12-01 until 2027-06-30 most 3`.
struct TypedMember: Hashable, Sendable {
  var member: RosterMember

  /// What is wrong with the line.
  struct Problem: Error, Hashable, Sendable, CustomStringConvertible {
    var description: String
  }

  init(_ text: String) throws(Problem) {
    var words = text.split(separator: " ").map(String.init)[...]
    guard let who = words.popFirst() else { throw Problem(description: "a handle is needed") }
    var member = RosterMember(Handle(who))
    while let word = words.popFirst() {
      if let experience = Experience(rawValue: word) {
        member.experience = experience
        continue
      }
      guard let value = words.popFirst() else {
        throw Problem(description: "\(word) is neither novice, regular or veteran, nor followed by anything")
      }
      switch word {
      case "from", "until":
        guard CalendarDate.isValid(value) else {
          throw Problem(description: "\(value) is no day: write it as 2026-12-07")
        }
        if word == "from" { member.joins = value } else { member.leaves = value }
      case "most":
        guard let most = Int(value), (1...28).contains(most) else {
          throw Problem(description: "\(value) is no limit of duties in 28 days: it is 1 to 28")
        }
        member.mostDuties = most
      default: throw Problem(description: "\(word) is none of novice, regular, veteran, from, until, most")
      }
    }
    if let joins = member.joins, let leaves = member.leaves, leaves < joins {
      throw Problem(description: "\(who) would leave before joining")
    }
    self.member = member
  }

  /// The line that reads as this member.
  static func text(_ member: RosterMember) -> String {
    var words = [member.who.text, member.experience.rawValue]
    if let joins = member.joins { words += ["from", joins] }
    if let leaves = member.leaves { words += ["until", leaves] }
    if let most = member.mostDuties { words += ["most", "\(most)"] }
    return words.joined(separator: " ")
  }
}
