/// What the interposed library is to do to a program's calls; see `Tests/CFaults/include/faults.h`.
public struct Fault: Sendable, CustomStringConvertible {
  public enum Call: String, Sendable, CaseIterable { case write, sync, truncate, open, rename, link, unlink, mkdir }

  public enum Deed: String, Sendable, CaseIterable {
    case fail
    /// Half is written, and the next write fails: as on a disk that is full in the middle of one.
    case half
    /// It is said to be done, and is not.
    case lie
    /// Half is written, and the process is killed.
    case torn
    case kill
    /// The process stops before the call, until SIGCONT.
    case stop
  }

  public enum Number: String, Sendable, CaseIterable { case noSpace = "ENOSPC", inputOutput = "EIO" }

  public var call: Call
  /// The Nth such call, counted from 1.
  public var nth: Int
  public var andAllAfter: Bool
  public var deed: Deed
  public var number: Number
  /// Only files whose path ends so, as in `-wal`; empty for any.
  public var ends: String
  /// Only while this file is there.
  public var whileThere: String?

  public init(
    _ call: Call, nth: Int, andAllAfter: Bool = false, _ deed: Deed = .fail, _ number: Number = .inputOutput,
    ends: String = "", whileThere: String? = nil
  ) {
    self.call = call
    self.nth = nth
    self.andAllAfter = andAllAfter
    self.deed = deed
    self.number = number
    self.ends = ends
    self.whileThere = whileThere
  }

  fileprivate var words: [String] {
    ["call=\(call)", "nth=\(nth)\(andAllAfter ? "+" : "")", "do=\(deed)", "errno=\(number.rawValue)", "ends=\(ends)"]
      + (whileThere.map { ["while=\($0)"] } ?? [])
  }

  /// As in `write 7: ENOSPC`.
  public var description: String {
    let what = deed == .fail || deed == .half ? (deed == .half ? "half, " : "") + number.rawValue : deed.rawValue
    return "\(call) \(nth)\(andAllAfter ? " and all after" : "")\(ends.isEmpty ? "" : " on …\(ends)"): \(what)"
  }
}

extension Program {
  /// What loads the library into a program by its environment.
  ///
  /// - Parameters:
  ///   - under: the files that it watches, by the beginning of their real path.
  ///   - log: where each call on those is written down; with the bytes too, for a ``CallLog`` to make a disk of.
  public func watched(
    under: String, fault: Fault? = nil, log: String? = nil, withBytes: Bool = false
  ) throws -> [String: String] {
    guard let interposer else { throw TortureError.noInterposer }
    let words =
      ["under=\(under)"] + (fault?.words ?? []) + (log.map { ["log=\($0)"] } ?? [])
      + (withBytes ? ["bytes=yes"] : [])
    return ["LD_PRELOAD": interposer, "PRODPAIR_FAULTS": words.joined(separator: ";")]
  }
}
