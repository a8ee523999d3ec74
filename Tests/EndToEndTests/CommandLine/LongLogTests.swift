import Foundation
import Testing

@Suite("The log beside the store")
struct LongLogTests {
  @Test("A command that finds it longer than 4 MB moves it into the file when it is through")
  func moved() throws {
    let desk = try Desk.ready()
    try #require(desk.run(Samples.start).exitCode == 0)
    func size(_ suffix: String) throws -> Int {
      try FileManager.default.attributesOfItem(atPath: desk.store + suffix)[.size] as? Int ?? 0
    }
    for number in 1...6 {
      try desk.write("core-\(number)", [UInt8](repeating: UInt8(number), count: 900_000))
      let outcome = try desk.run("run attach 1 deploy core-\(number) --as ana")
      #expect(outcome.exitCode == 0, "\(outcome)")
      #expect(try size("-wal") <= 4 << 20)
    }
    #expect(try size("") > 4 << 20)
    #expect(try desk.run("verify").exitCode == 0)
  }
}
