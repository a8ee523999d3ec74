import Foundation
import Testing

@testable import Torture

@Suite("The disk that a power loss is played on")
struct DiskTests {
  private let folder: Folder
  private var disk: Disk
  private static let whole = [UInt8](repeating: 1, count: 2048)

  init() throws {
    folder = try Folder()
    try Data(Self.whole).write(to: URL(fileURLWithPath: folder("store")))
    disk = try Disk(folder.path)
  }

  private func call(
    _ call: Fault.Call, _ name: String, to other: String = "", inode: UInt64? = nil, offset: Int = 0, length: Int = 0,
    bytes: [UInt8] = [], error: Int32 = 0
  ) throws -> CallLog.Entry {
    let attributes = try? FileManager.default.attributesOfItem(atPath: folder(name))
    let found = (attributes?[.systemFileNumber] as? NSNumber)?.uint64Value
    return CallLog.Entry(
      call: call, error: error, inode: try #require(inode ?? found), path: folder(name),
      other: other.isEmpty ? "" : folder(other), offset: offset, length: length, bytes: bytes[...])
  }

  private var directory: CallLog.Entry {
    get throws {
      let attributes = try FileManager.default.attributesOfItem(atPath: folder.path)
      let inode = try #require(attributes[.systemFileNumber] as? NSNumber).uint64Value
      return CallLog.Entry(
        call: .sync, error: 0, inode: inode, path: folder.path, other: "", offset: 0, length: 0, bytes: [])
    }
  }

  private func content(_ name: String, _ fortune: Disk.Fortune, seed: UInt64 = 1) -> [UInt8]? {
    var dice = Dice(seed: seed)
    return disk.afterPowerLoss(fortune, &dice)[folder(name)] ?? nil
  }

  @Test("What was not synced may be lost, may be there, and may be there in whole sectors only")
  mutating func unsynced() throws {
    let new = [UInt8](repeating: 2, count: 1024)
    disk.take(try call(.write, "store", offset: 512, bytes: new))
    #expect(content("store", .nothing) == Self.whole)
    let all = Self.whole[..<512] + new + Self.whole[1536...]
    #expect(content("store", .everything) == Array(all))
    let halves = Set((1...40).compactMap { content("store", .half, seed: $0) })
    #expect(halves.count == 4, "two sectors, each old or new")
    let torn = (1...40).compactMap { content("store", .torn, seed: $0) }
    #expect(torn.contains { bytes in !halves.contains(bytes) })
    #expect(torn.allSatisfy { $0.count == 2048 && $0[..<512].allSatisfy { $0 == 1 } })
  }

  @Test("What was synced is there, and a sync that failed or was left out keeps nothing")
  mutating func synced() throws {
    let new = [UInt8](repeating: 2, count: 512)
    disk.take(try call(.write, "store", bytes: new))
    disk.take(try call(.sync, "store", error: EIO))
    #expect(content("store", .nothing) == Self.whole)
    disk.take(try call(.sync, "store"))
    #expect(content("store", .nothing) == new + Self.whole[512...])

    var forgetful = try Disk(folder.path) { path, _ in !path.hasSuffix("store") }
    forgetful.take(try call(.write, "store", bytes: new))
    forgetful.take(try call(.sync, "store"))
    var dice = Dice(seed: 1)
    #expect(forgetful.afterPowerLoss(.nothing, &dice)[folder("store")] == Self.whole)
  }

  @Test("A new file, a rename and a removal need their directory's sync")
  mutating func names() throws {
    disk.take(try call(.open, "new", inode: 7, offset: 1))
    disk.take(try call(.write, "new", inode: 7, bytes: [9]))
    disk.take(try call(.sync, "new", inode: 7))
    #expect(content("new", .nothing) == nil)
    disk.take(try directory)
    #expect(content("new", .nothing) == [9])
    disk.take(try call(.rename, "new", to: "store", inode: 7))
    #expect(content("store", .nothing) == Self.whole)
    #expect(content("store", .everything) == [9])
    disk.take(try directory)
    #expect(content("store", .nothing) == [9])
    #expect(content("new", .nothing) == nil)
    disk.take(try call(.unlink, "store", inode: 7))
    #expect(content("store", .nothing) == [9])
    #expect(content("store", .everything) == nil)
  }

  @Test("A length that was not synced may be the old one or the new one")
  mutating func lengths() throws {
    disk.take(try call(.truncate, "store", length: 100))
    #expect(content("store", .nothing)?.count == 2048)
    #expect(content("store", .everything)?.count == 100)
  }
}
