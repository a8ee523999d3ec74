/// How many items of a type and an estimate were accepted in an iteration.
public struct AcceptedTally: Hashable, Sendable {
  /// The iteration's number.
  public var iteration: Int
  public var type: ItemType
  /// Of each; nil is unestimated.
  public var points: Int?
  public var count: Int

  public init(iteration: Int, type: ItemType, points: Int?, count: Int) {
    self.iteration = iteration
    self.type = type
    self.points = points
    self.count = count
  }
}
