/// How a team works its backlog. What nobody has set is as Tracker had it.
public struct BacklogSettings: Hashable, Codable, Sendable {
  /// The estimates there are, ascending, from 0 to 100.
  public var scale: [Int]
  /// The types that take points; features always do, releases never.
  public var pointed: [ItemType]
  /// 1 to 4.
  public var iterationWeeks: Int
  /// The weekday that iterations begin on: 1 is Monday, 7 is Sunday.
  public var startDay: Int
  /// How many finished iterations the velocity is the average of: 1 to 4.
  public var velocityOver: Int
  /// The velocity while no iteration is finished.
  public var initialVelocity: Int
  /// How much of the team there is in an iteration, by its first day (`YYYY-MM-DD`). What is not named is whole.
  public var strengths: [String: Strength]
  /// The part of the team that is missing while two of it are on production duty, in percent.
  public var dutyPercent: Int
  /// Who accepts and rejects; nil lets anybody who does not own the item.
  public var productManager: String?

  /// What there is of the team in one iteration.
  public struct Strength: Hashable, Codable, Sendable {
    /// 0 to 200; 100 is the whole team.
    public var percent: Int
    /// Whether the team's prod pair is on duty then; nil where nobody said.
    public var isOnDuty: Bool?

    public init(percent: Int = 100, isOnDuty: Bool? = nil) {
      self.percent = percent
      self.isOnDuty = isOnDuty
    }
  }

  public init(
    scale: [Int] = [0, 1, 2, 3, 5, 8], pointed: [ItemType] = [.feature], iterationWeeks: Int = 1, startDay: Int = 1,
    velocityOver: Int = 3, initialVelocity: Int = 10, strengths: [String: Strength] = [:], dutyPercent: Int = 20,
    productManager: Handle? = nil
  ) {
    self.scale = scale
    self.pointed = pointed
    self.iterationWeeks = iterationWeeks
    self.startDay = startDay
    self.velocityOver = velocityOver
    self.initialVelocity = initialVelocity
    self.strengths = strengths
    self.dutyPercent = dutyPercent
    self.productManager = productManager?.text
  }

  /// Whether items of the type are estimated.
  public func isPointed(_ type: ItemType) -> Bool { type == .feature || (type != .release && pointed.contains(type)) }

  /// What there is of the team in the iteration that begins on the day, as a percentage.
  public func strength(from day: String) -> Int {
    let strength = strengths[day] ?? Strength()
    return max(0, strength.percent - (strength.isOnDuty == true ? dutyPercent : 0))
  }
}

extension BacklogSettings {
  /// Throws where a setting is out of its range, and says the range.
  public func check() throws(ItemRefusal) {
    func require(_ holds: Bool, _ why: String) throws(ItemRefusal) { if !holds { throw .settingUnusable(why) } }
    try require(!scale.isEmpty && scale.allSatisfy { (0...100).contains($0) }, "the scale takes points from 0 to 100")
    try require(!pointed.contains(.release), "a release is a marker and takes no points")
    try require((1...4).contains(iterationWeeks), "an iteration takes 1 to 4 weeks")
    try require((1...7).contains(startDay), "an iteration begins on a weekday, 1 for Monday to 7 for Sunday")
    try require((1...4).contains(velocityOver), "the velocity is averaged over 1 to 4 iterations")
    try require((0...10_000).contains(initialVelocity), "the first velocity is 0 to 10000 points")
    try require((0...100).contains(dutyPercent), "production duty takes 0 to 100 percent of the team")
    for (day, strength) in strengths {
      if !CalendarDate.isValid(day) { throw .dateUnreadable(day) }
      try require((0...200).contains(strength.percent), "the team's strength is 0 to 200 percent")
    }
  }
}
