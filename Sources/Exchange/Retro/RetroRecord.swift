import Domain
import Foundation

/// A retro with everything that a reader needs beside it.
public struct RetroRecord: Sendable {
  public var retro: Retro
  /// In the order of their numbers.
  public var incidents: [Incident]
  public var run: RunSummary?
  /// What it had people do, with the items as they are now.
  public var actions: [RetroAction]
  /// What earlier retros had people do, newest first: what this one begins with.
  public var earlier: [RetroAction]
  /// Lessons that its answers end in, and those of its incidents, in the order of their numbers.
  public var lessons: [Lesson]
  public var clock: LocalClock
  public var names: [Handle: String]
  public var now: Instant

  public init(
    _ retro: Retro, incidents: [Incident] = [], run: RunSummary? = nil, actions: [RetroAction] = [],
    earlier: [RetroAction] = [], lessons: [Lesson] = [], clock: LocalClock, names: [Handle: String] = [:], now: Instant
  ) {
    self.retro = retro
    self.incidents = incidents
    self.run = run
    self.actions = actions
    self.earlier = earlier
    self.lessons = lessons
    self.clock = clock
    self.names = names
    self.now = now
  }

  public var openQuestions: [RetroQuestion] { retro.openQuestions(actions) }
  public var looseAnswers: [RetroQuestion] { retro.looseAnswers(actions) }
}
