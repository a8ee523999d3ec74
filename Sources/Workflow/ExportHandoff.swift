import Domain
import Exchange
import Foundation
import Host
import Store

/// Writes a hand-over as a Markdown page into a file.
public struct ExportHandoff: Sendable {
  private let number: DutyNumber
  private let path: String

  /// - Parameter path: of the file; in a folder it gets a name of its own.
  public init(of number: DutyNumber, path: String) {
    self.number = number
    self.path = path
  }

  /// - Returns: the path that was written.
  /// - Throws: `FileError`, also for a file that is there already, and what reading throws.
  public func run(in store: Store, at now: Instant) throws -> String {
    let (page, team) = try store.read { reader in
      let handoff = try reader.handoff(of: number, at: now)
      let team = try reader.team(handoff.duty.team)
      let clock = team.zone.map { LocalClock(zone: $0, zoneName: team.timeZone) } ?? .utc
      return (HandoffMarkdown.page(handoff, names: try reader.names(), in: clock), team.name)
    }
    var isFolder: ObjCBool = false
    let isThere = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    let file = isThere && isFolder.boolValue ? "\(path)/handoff-\(team)-\(number).md" : path
    try FileAccess.create(file, with: Array(page.utf8))
    return file
  }
}
