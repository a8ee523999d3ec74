import Foundation
import TestSupport
import Testing

@testable import Host

@Suite struct SpoolTests {
  /// A folder with a file in the place of a store; gone when nobody holds it any more.
  private final class Place {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("prodpair-spool-\(UUID().uuidString)")
    var store: String { folder.appendingPathComponent("s.sqlite").path }

    init(mode: Int = 0o600) throws {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data().write(to: URL(fileURLWithPath: store))
      chmod(store, mode_t(mode))
    }

    deinit { try? FileManager.default.removeItem(at: folder) }
  }

  private func write(_ bytes: [UInt8], _ output: OutputSpool) { bytes.withUnsafeBytes { output.write($0) } }

  @Test("Of an output without end the first and the last 32 MiB stay, and its disk is bounded")
  func endless() throws {
    let place = try Place()
    let spool = try ExecutionSpool.create(storePath: place.store)
    let output = OutputSpool(spool)
    let mebibyte = 1 << 20
    for index in 0..<100 { write([UInt8](repeating: UInt8(index), count: mebibyte), output) }
    let reading = SpooledOutput(spool)
    #expect(reading.size() == 100 * mebibyte)
    #expect(reading.size(from: 40 * mebibyte) == 100 * mebibyte)
    #expect(try reading.bytes(in: 5..<6).bytes == [0])
    let hole = try reading.bytes(in: 40 * mebibyte..<80 * mebibyte)
    #expect(hole.start == 68 * mebibyte)
    #expect(hole.bytes.first == 68)
    #expect(try reading.bytes(in: 40 * mebibyte..<41 * mebibyte).bytes.isEmpty)
    #expect(try FileManager.default.contentsOfDirectory(atPath: spool.path).count == 16)
    let kept = try reading.kept(limit: 64 * mebibyte)
    #expect(kept.count <= 64 * mebibyte)
    #expect(kept[32 * mebibyte - 1] == 31)
    #expect(kept[32 * mebibyte] == 10)
    #expect(kept.last == 99)
    #expect(output.lineEnds == mebibyte)
  }

  @Test("What crosses a segment's border is read as it was written")
  func borders() throws {
    let place = try Place()
    let spool = try ExecutionSpool.create(storePath: place.store)
    let output = OutputSpool(spool)
    write([UInt8](repeating: 1, count: OutputSpool.segmentSize - 2), output)
    write([2, 3, 4, 5], output)
    let border = OutputSpool.segmentSize
    #expect(try SpooledOutput(spool).bytes(in: border - 3..<border + 10).bytes == [1, 2, 3, 4, 5])
    #expect(SpooledOutput(spool).size() == border + 2)
    #expect(SpooledOutput(spool).size(from: border) == border + 2)
  }

  @Test(
    "Its folder and files are the store's group's, and nobody else's", arguments: [(0o600, 0o700), (0o660, 0o2770)])
  func modes(store: Int, folder: Int) throws {
    let place = try Place(mode: store)
    let spool = try ExecutionSpool.create(storePath: place.store)
    let output = OutputSpool(spool)
    write([65], output)
    try spool.writeCode("echo")
    let control = try ControlPipe(in: spool)
    func mode(_ path: String) -> Int {
      var status = stat()
      return lstat(path, &status) == 0 ? Int(status.st_mode & 0o7777) : -1
    }
    #expect(mode(spool.path) == folder)
    #expect(mode(ExecutionSpool.folder(storePath: place.store)) == folder)
    #expect(mode(spool.segmentPath(0)) == store)
    #expect(mode(spool.controlPath) == store)
    #expect(mode(spool.codePath) == store & 0o444)
    withExtendedLifetime(control) {}
    spool.remove()
    #expect(mode(ExecutionSpool.folder(storePath: place.store)) == -1)
  }

  @Test("A lock is seen without being taken, and goes with whoever held it")
  func locks() throws {
    let place = try Place()
    let spool = try ExecutionSpool.create(storePath: place.store)
    var lock: SpoolLock? = try SpoolLock.make(in: spool)
    #expect(SpoolLock.isHeld(spool))
    #expect(try SpoolLock.takeOver(spool) == nil)
    withExtendedLifetime(lock) {}
    lock = nil
    // A process that another test has just started holds it too, until it is the program that it becomes.
    #expect(comesToBe { !SpoolLock.isHeld(spool) })
    lock = try SpoolLock.takeOver(spool)
    #expect(lock != nil)
    spool.remove()
    #expect(!SpoolLock.isHeld(spool))
  }

  @Test("How it ended is read only where it is whole")
  func results() throws {
    let place = try Place()
    let spool = try ExecutionSpool.create(storePath: place.store)
    let result = try ResultFile(in: spool)
    #expect(ResultFile.read(spool) == nil)
    try result.write(Array("{\"a\":1}".utf8))
    #expect(ResultFile.read(spool) == Array("{\"a\":1}".utf8))
    var bytes = try FileAccess.read(spool.resultPath, limit: 1 << 20)
    bytes[3] = UInt8(ascii: "b")
    try Data(bytes).write(to: URL(fileURLWithPath: spool.resultPath))
    #expect(ResultFile.read(spool) == nil)
  }

  @Test("A wish to stop reaches whoever watches, and nobody where nobody does")
  func control() throws {
    let place = try Place()
    let spool = try ExecutionSpool.create(storePath: place.store)
    let message = ControlPipe.Message(stop: true, by: "bo")
    #expect(try !ControlPipe.send(message, to: spool))
    var control: ControlPipe? = try ControlPipe(in: spool)
    #expect(try ControlPipe.send(message, to: spool))
    #expect(control?.take() == [message])
    #expect(control?.take() == [])
    control = nil
    // A process that another test has just started can read it too, until it is the program that it becomes.
    #expect(comesToBe { !isRead(spool.controlPath) })
    #expect(try !ControlPipe.send(message, to: spool))
  }

  /// Whether anybody has a FIFO open for reading.
  private func isRead(_ path: String) -> Bool {
    let descriptor = open(path, O_WRONLY | O_NONBLOCK | O_CLOEXEC)
    if descriptor >= 0 { close(descriptor) }
    return descriptor >= 0
  }
}
