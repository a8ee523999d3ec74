import Foundation

/// The calls that the interposed library has seen, in the order in which they were made.
public struct CallLog: Sendable {
  public struct Entry: Sendable {
    public var call: Fault.Call
    /// 0 for a call that was made; -1 for one that was only said to be; else why it failed.
    public var error: Int32
    public var inode: UInt64
    public var path: String
    /// The other name, of a rename or a link.
    public var other: String
    public var offset: Int
    /// How much was written, or the new length.
    public var length: Int
    public var bytes: ArraySlice<UInt8>
    /// Of an `open`.
    public var madeFile: Bool { call == .open && offset == 1 }
    public var emptiedFile: Bool { call == .open && offset == 2 }
    public var wasMade: Bool { error == 0 }
  }

  public let entries: [Entry]

  /// The numbers of the library's `enum kind`, from 1.
  private static let calls: [Fault.Call] = [.write, .sync, .truncate, .open, .rename, .link, .unlink, .mkdir]

  public init(contentsOf path: String) throws {
    guard let data = FileManager.default.contents(atPath: path) else { self.entries = []; return }
    let bytes = [UInt8](data)
    var place = 0
    func take<Number: FixedWidthInteger>(_: Number.Type) throws -> Number {
      guard place + MemoryLayout<Number>.size <= bytes.count else {
        throw TortureError.unreadable(path, reason: "it ends in the middle of a call")
      }
      defer { place += MemoryLayout<Number>.size }
      return bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: place, as: Number.self) }
    }
    func take(_ count: UInt32) throws -> ArraySlice<UInt8> {
      guard place + Int(count) <= bytes.count else {
        throw TortureError.unreadable(path, reason: "it ends in the middle of a call")
      }
      defer { place += Int(count) }
      return bytes[place..<place + Int(count)]
    }
    var entries: [Entry] = []
    while place < bytes.count {
      let kind = Int(try take(UInt32.self))
      guard Self.calls.indices.contains(kind - 1) else {
        throw TortureError.unreadable(path, reason: "there is no call of kind \(kind)")
      }
      let error = Int32(bitPattern: try take(UInt32.self))
      let inode = try take(UInt64.self)
      let offset = Int(try take(Int64.self))
      let length = Int(try take(UInt64.self))
      _ = try take(UInt32.self)
      let counts = (try take(UInt32.self), try take(UInt32.self), try take(UInt32.self))
      let name = String(decoding: try take(counts.0), as: UTF8.self)
      let other = String(decoding: try take(counts.1), as: UTF8.self)
      entries.append(
        Entry(
          call: Self.calls[kind - 1], error: error, inode: inode, path: name, other: other, offset: offset,
          length: length, bytes: try take(counts.2)))
    }
    self.entries = entries
  }

  public func number(of call: Fault.Call) -> Int { entries.count { $0.call == call } }
}
