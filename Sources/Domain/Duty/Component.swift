/// A component's name, as in `router`: letters, digits, `.`, `_` and `-`, up to 32 characters; one in all of the store.
public struct ComponentName: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let text: String
  public init(_ text: String) { self.text = text }
  public var description: String { text }
  public static func < (left: Self, right: Self) -> Bool { left.text < right.text }
}

/// A part of what a team runs, and those who know how it is made.
public struct Component: Hashable, Sendable {
  public var name: ComponentName
  /// Who runs it in production; its developers may be of any team.
  public var team: TeamName
  /// In the order in which they are called, none twice.
  public var developers: [Handle]
  /// What whoever calls should know first; may be empty.
  public var note: String

  public init(_ name: ComponentName, team: TeamName, developers: [Handle], note: String = "") {
    self.name = name
    self.team = team
    self.developers = developers
    self.note = note
  }

  /// - Throws: ``ComponentProblem`` for a name that is none, and for nobody or somebody twice to call.
  public func check() throws(ComponentProblem) {
    guard Slug.isName(name.text, limit: 32) else { throw .nameUnusable(name.text) }
    if developers.isEmpty { throw .nobody(name) }
    var seen: Set<Handle> = []
    for who in developers where !seen.insert(who).inserted { throw .twice(who, name) }
  }
}

/// What is wrong with a component. Nothing was changed.
public enum ComponentProblem: Error, Hashable, Sendable {
  case nameUnusable(String)
  case exists(ComponentName)
  case nobody(ComponentName)
  case twice(Handle, ComponentName)
}

extension ComponentProblem: CustomStringConvertible {
  public var description: String { reason + ". Nothing was changed" }

  private var reason: String {
    switch self {
    case .nameUnusable(let name):
      "\(name.isEmpty ? "an empty text" : "\"\(name)\"") can't name a component: use up to 32 letters, digits, `.`, `_` "
        + "and `-`"
    case .exists(let name):
      "there is a component \(name) already: `prodpair pair component edit \(name)` changes it"
    case .nobody(let name): "component \(name) needs somebody to call: name its developers, the first to call first"
    case .twice(let who, let name): "\(who) is named twice among the developers of \(name): name each once"
    }
  }
}
