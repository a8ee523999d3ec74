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

  @Test("One that could not be moved while somebody read is moved by whoever comes next, and only looks")
  func looked() throws {
    let desk = try Desk.ready()
    try #require(desk.run(Samples.start).exitCode == 0)
    for number in 1...6 { try desk.write("core-\(number)", [UInt8](repeating: UInt8(number), count: 900_000)) }
    let outcome = try desk.shell(
      """
      cd "$HOME"
      size() { stat --format=%s "$PRODPAIR_STORE-wal"; }
      coproc sqlite3 "$PRODPAIR_STORE"
      echo "BEGIN; SELECT count(*) FROM run;" >&"${COPROC[1]}"
      read -r runs <&"${COPROC[0]}"
      for number in 1 2 3 4 5 6; do prodpair run attach 1 deploy core-$number --as ana > attached || echo refused; done
      echo "while it is read: $(($(size) > 4 << 20))"
      kill -KILL $COPROC_PID
      wait $COPROC_PID
      prodpair run list > listed
      echo "afterwards: $(size)"
      prodpair verify > verified && echo sound
      """)
    #expect(outcome.output == "while it is read: 1\nafterwards: 0\nsound\n", "\(outcome)")
  }
}
