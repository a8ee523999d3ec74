import Domain

/// What `item settings` makes of a team's settings.
struct BacklogChange: Sendable {
  var scale: [Int]?
  var pointed: [ItemType]?
  var iterationWeeks: Int?
  var startDay: Int?
  var velocityOver: Int?
  var initialVelocity: Int?
  var dutyPercent: Int?
  /// Nil leaves the product manager; an empty text leaves the team without one.
  var productManager: String?
  var strengths: [(day: String, percent: Int)] = []
  var onDuty: [String] = []
  var offDuty: [String] = []

  func apply(to settings: inout BacklogSettings) {
    settings.scale = scale ?? settings.scale
    settings.pointed = pointed ?? settings.pointed
    settings.iterationWeeks = iterationWeeks ?? settings.iterationWeeks
    settings.startDay = startDay ?? settings.startDay
    settings.velocityOver = velocityOver ?? settings.velocityOver
    settings.initialVelocity = initialVelocity ?? settings.initialVelocity
    settings.dutyPercent = dutyPercent ?? settings.dutyPercent
    if let productManager { settings.productManager = productManager.isEmpty ? nil : productManager }
    for (day, percent) in strengths { settings.strengths[day, default: .init()].percent = percent }
    for day in onDuty { settings.strengths[day, default: .init()].isOnDuty = true }
    for day in offDuty { settings.strengths[day, default: .init()].isOnDuty = false }
    // An iteration of the whole team, of whose duty nothing is said, is what every other one is: no need to keep it.
    settings.strengths = settings.strengths.filter { $0.value != .init() }
  }
}
