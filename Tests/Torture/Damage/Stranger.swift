import Foundation

/// Something that is no store of ours, and how it is made.
struct Stranger {
  var name: String
  var make: (_ path: String, _ workplace: Workplace) throws -> Void

  init(_ name: String, _ make: @escaping (_ path: String, _ workplace: Workplace) throws -> Void) {
    self.name = name
    self.make = make
  }

  static var all: [Stranger] {
    [
      Stranger("a file of zeros") { path, _ in try write([UInt8](repeating: 0, count: 8192), to: path) },
      Stranger("an empty file") { path, _ in try write([], to: path) },
      Stranger("a text") { path, _ in try write(Array("Dear diary,\ntoday we deployed.\n".utf8), to: path) },
      Stranger("chance") { path, _ in
        var dice = Dice(seed: 7)
        try write((0..<100_000).map { _ in UInt8(dice.below(256)) }, to: path)
      },
      Stranger("SQLite's header, and chance after it") { path, _ in
        var dice = Dice(seed: 8)
        try write(Array("SQLite format 3\0".utf8) + (0..<100_000).map { _ in UInt8(dice.below(256)) }, to: path)
      },
      Stranger("a directory") { path, _ in
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
      },
      Stranger("a pipe") { path, _ in
        guard mkfifo(path, 0o600) == 0 else { throw TortureError.unreadable(path, reason: TortureError.reason()) }
      },
      Stranger("a link to itself") { path, _ in
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: path)
      },
      Stranger("another application's database") { path, _ in
        try sql("CREATE TABLE item (x); INSERT INTO item VALUES (1); PRAGMA application_id = 1234;", path)
      },
      Stranger("a stranger's tables under our name") { path, _ in
        try sql(ours + "PRAGMA user_version = 11; CREATE TABLE item (x); CREATE TABLE journal (y);", path)
      },
      Stranger("a stranger's tables under our name, in WAL mode") { path, _ in
        try sql("PRAGMA journal_mode = WAL;" + ours + "PRAGMA user_version = 11; CREATE TABLE item (x);", path)
      },
      Stranger("a stranger's tables of an older schema under our name") { path, _ in
        try sql(ours + "PRAGMA user_version = 3; CREATE TABLE item (x);", path)
      },
      Stranger("no tables under our name") { path, _ in try sql(ours + "PRAGMA user_version = 11;", path) },
      Stranger("a store that says it is of a later schema") { path, workplace in
        try workplace.must("backup", path)
        try sql("PRAGMA user_version = 1000;", path)
      },
      Stranger("a store that says it is of an earlier schema") { path, workplace in
        try workplace.must("backup", path)
        try sql("PRAGMA user_version = 5;", path)
      },
    ]
  }

  private static let ours = "PRAGMA application_id = 0x50645072;"

  private static func write(_ bytes: [UInt8], to path: String) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: path))
  }

  private static func sql(_ text: String, _ path: String) throws {
    let ended = try Child.run(["sqlite3", "-batch", path], input: text)
    guard ended.succeeded else { throw TortureError.unprepared(ended) }
  }
}
