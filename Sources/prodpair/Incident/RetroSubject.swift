import ArgumentParser
import Domain
import Store

/// Which retro is meant: its own number, or what it reviews.
enum RetroSubject: Hashable {
  case retro(RetroNumber)
  /// The first named one, and further ones.
  case incidents([IncidentNumber])
  case run(RunNumber)
  case nearMiss(String, team: TeamName?)

  /// The retro that there is of it; nil while there is none.
  func find(in reader: some Reading) throws -> Domain.Retro? {
    switch self {
    case .retro(let number): return try reader.retro(number)
    case .incidents(let numbers):
      let found = try numbers.firstOfEach.map { number in
        _ = try reader.incident(number)
        return (number, try reader.retro(of: number))
      }
      guard let retro = found.first?.1 else {
        // One that another retro has already is refused, and not silently left out.
        for (number, other) in found {
          if let other { throw RetroRefusal.alreadyReviewed(number, other.number) }
        }
        return nil
      }
      for (number, other) in found where other?.number != retro.number {
        throw other.map { RetroRefusal.alreadyReviewed(number, $0.number) } as (any Error)?
          ?? RetroCommandError.notItsIncident(number, retro.number)
      }
      return retro
    case .run(let number):
      guard try reader.runSummary(number) != nil else { throw Missing.run(number) }
      return try reader.retro(of: number)
    case .nearMiss: return nil
    }
  }

  /// What to open where there is none.
  var draft: RetroDraft? {
    switch self {
    case .retro: nil
    case .incidents(let numbers): RetroDraft(incidents: numbers)
    case .run(let number): RetroDraft(run: number)
    case .nearMiss(let text, let team): RetroDraft(nearMiss: text.onOneLine, team: team)
    }
  }

  var words: String {
    switch self {
    case .retro(let number): "retro \(number)"
    case .incidents(let numbers): "incident \(numbers.map(\.description).joined(separator: " and "))"
    case .run(let number): "run \(number)"
    case .nearMiss: "a near miss"
    }
  }
}
