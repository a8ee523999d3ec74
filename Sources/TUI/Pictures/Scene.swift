import Terminal

/// A moment of the program that is worth a picture: what is typed to come to it, and how one sees that one has.
///
/// A scene looks and changes nothing in the store, so that it does not matter which is played first.
struct Scene: Sendable {
  enum World: Hashable, Sendable {
    /// The team of `docs/demo.md`, seen by ana.
    case demo
    /// The same team with lessons in its inbox, and a backlog.
    case learning
    /// A store as the first start makes it.
    case fresh
    /// The same with a page from a wiki in it.
    case imported
    /// A team of two with a run under way, on which lines are redlined.
    case redlined
    /// The same team at the end of a duty.
    case handingOver
    /// Two incidents are over, and the retro of the second is being held.
    case reviewing
    /// The same team with the log aggregators down, and an incident that is over.
    case burning
    /// A deploy that is run from its checklist.
    case deploying
  }

  enum Typing: Hashable, Sendable {
    /// Keys by their names, pressed one after the other: `g r Enter`.
    case keys(String)
    case text(String)
  }

  /// In lower case with `-`, because files are called by it.
  var name: String
  /// What a picture of it shows, for those who cannot see it.
  var title: String
  /// Of its picture; the snapshots have sizes of their own.
  var size = Size(width: 100, height: 30)
  var world = World.demo
  var typing: [Typing] = []
  /// Words that stand on the screen there and nowhere on the way.
  var landmark: String
}

extension Scene.Typing: ExpressibleByStringLiteral {
  init(stringLiteral names: String) { self = .keys(names) }
}

extension Scene: CustomStringConvertible {
  var description: String { name }
}
