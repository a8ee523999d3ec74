import Domain
import Foundation
import Host

/// How far a running command is, as those who follow it are told.
struct Standing: Codable, Hashable {
  /// Which try it is, from 1.
  var attempt = 1
  var progress: OutputProgress?

  static func read(_ spool: ExecutionSpool) -> Standing? {
    StandingFile.read(spool).flatMap { try? JSONDecoder().decode(Standing.self, from: Data($0)) }
  }

  func write(_ spool: ExecutionSpool) {
    guard let bytes = try? JSONEncoder().encode(self) else { return }
    StandingFile.write(Array(bytes), in: spool)
  }
}
