import Domain
import Exchange
import Foundation
import Host
import Store

/// Writes the report of an incident to a file, or gives its text.
public struct WriteReport: Sendable {
  public typealias Format = IncidentReport.Format

  private let number: IncidentNumber
  private let format: Format
  private let path: String
  private let names: Bool
  private let isReplacing: Bool

  /// - Parameters:
  ///   - path: of the file; in a folder it gets a name of its own.
  ///   - names: false to put roles and letters in the place of people's names.
  ///   - isReplacing: whether a file that is there already gives way.
  public init(
    _ number: IncidentNumber, _ format: Format, to path: String, names: Bool = true, isReplacing: Bool = false
  ) {
    self.number = number
    self.format = format
    self.path = path
    self.names = names
    self.isReplacing = isReplacing
  }

  /// The file is written beside its place and then put there: it is whole, or as it was.
  ///
  /// - Returns: the path that was written.
  /// - Throws: `ReportUnwritable`, and what reading throws.
  public func run(in store: Store, at now: Instant) throws -> String {
    let text = try Self.text(of: number, format, names: names, in: store, at: now)
    var isFolder: ObjCBool = false
    let isThere = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    let ending = format == .html ? "html" : "md"
    let folder = path.hasSuffix("/") ? path : path + "/"
    let file = isThere && isFolder.boolValue ? "\(folder)incident-\(number).\(ending)" : path
    do throws(FileError) {
      // A device is not put away for a page, and a link keeps leading to its file.
      let place = FileAccess.realPath(file)
      if let type = try? FileManager.default.attributesOfItem(atPath: place)[.type] as? FileAttributeType,
        type != .typeRegular, type != .typeSymbolicLink
      {
        throw FileError.notAFile(path: file)
      }
      let staged = try FileAccess.stage(place, Array(text.utf8))
      if isReplacing { try staged.replace() } else { try staged.create() }
    } catch {
      throw ReportUnwritable(error: error)
    }
    return file
  }

  public static func text(
    of number: IncidentNumber, _ format: Format, names: Bool = true, in store: Store, at now: Instant
  ) throws -> String {
    let record = try IncidentRecords.record(of: number, in: store, at: now)
    let retro = try record.retro.map { try IncidentRecords.record(of: $0.number, in: store, at: now) }
    return IncidentReport(record, retro: retro, isNamed: names).text(format)
  }
}

/// A report that could not be written where it was to go. The file that is there, if any, is as it was.
public struct ReportUnwritable: Error, Hashable, Sendable, CustomStringConvertible {
  public var error: FileError

  public var description: String {
    let way = error.isAlreadyThere ? ", or say that it may be replaced (--force)" : ""
    return "the report was not written: \(error)\(way)"
  }
}

extension FileError {
  fileprivate var isAlreadyThere: Bool { if case .alreadyThere = self { true } else { false } }
}
