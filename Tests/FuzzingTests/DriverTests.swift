import Foundation
import Testing

@Suite("make fuzz")
struct DriverTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "fuzz-\(UUID().uuidString)")
  private static let here = URL(filePath: #filePath).deletingLastPathComponent()

  /// Runs the script with a program in the place of the fuzzer.
  private func fuzz(_ arguments: [String]) throws -> (status: Int32, report: String) {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let report = folder.appending(path: "report.md")
    let child = Process()
    child.executableURL = URL(filePath: "/bin/bash")
    let given = ["--program": Self.here.appending(path: "pretended-fuzzer"), "--work": folder, "--report": report]
    child.arguments =
      [Self.here.appending(path: "../../scripts/fuzz").path] + given.flatMap { [$0.key, $0.value.path] } + arguments
    child.standardOutput = FileHandle.nullDevice
    child.standardError = FileHandle.nullDevice
    try child.run()
    child.waitUntilExit()
    return (child.terminationStatus, (try? String(contentsOf: report, encoding: .utf8)) ?? "")
  }

  @Test("A promise that is broken is in the report by its name, and ends in a failure")
  func broken() throws {
    let (status, report) = try fuzz(["--runs", "1000"])
    #expect(status == 1)
    #expect(report.contains("| sound | 750 | 500 | 56 | 78 | 9 | 31 | none |"))
    #expect(report.contains("| broken | 2 | 0 | 12 | 34 | 2 | 0 | two and two are four |"))
    #expect(report.contains("| **together** | 752 | | | | | | 1 |"))
  }

  @Test("Where nothing is found all is well")
  func sound() throws {
    let (status, report) = try fuzz(["--runs", "1000", "--target", "sound", "--jobs", "1"])
    #expect(status == 0)
    #expect(report.contains("| sound | 1000 |") && !report.contains("| broken |"))
  }

  @Test("What it can't do it says before it begins", arguments: [["--target", "other"], ["--runs", "0"], ["--x"]])
  func usage(arguments: [String]) throws {
    #expect(try fuzz(arguments).status == 64)
  }
}
