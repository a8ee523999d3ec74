import Foundation

/// A retro in a list, with what a list says of it beside.
public struct RetroLine: Hashable, Sendable {
  public var retro: Retro
  /// How many of its questions are open.
  public var openQuestions: Int
  /// The zone that its day is counted in.
  public var zone: TimeZone

  public init(_ retro: Retro, openQuestions: Int, zone: TimeZone) {
    self.retro = retro
    self.openQuestions = openQuestions
    self.zone = zone
  }
}
