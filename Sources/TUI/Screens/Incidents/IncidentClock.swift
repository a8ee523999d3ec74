import Domain
import Exchange
import Foundation

/// Has what is refused of an incident told in the time that its screen shows.
func told<Result>(in zone: TimeZone?, _ body: () throws -> Result) throws -> Result {
  do {
    return try body()
  } catch let refusal as IncidentRefusal {
    let clock = LocalClock(zone: zone ?? .gmt, zoneName: "")
    throw Failure(words: refusal.words { clock.dateAndTime($0) })
  }
}
