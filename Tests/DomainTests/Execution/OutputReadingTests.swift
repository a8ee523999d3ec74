import Testing

@testable import Domain

@Suite struct OutputReadingTests {
  private func progress(_ pattern: String, total: String? = nil, _ lines: String...) throws -> OutputProgress? {
    var pattern = try ProgressPattern(pattern, total: total)
    for line in lines { _ = pattern.take(line) }
    return pattern.progress
  }

  @Test("A director's names are counted, each once, against how many there are")
  func names() throws {
    let progress = try progress(
      #"(runner_z1/\d+)\. Done"#, total: "95", "  Done updating job runner_z1 > runner_z1/0. Done (00:01:06)",
      "  Started updating job runner_z1 > runner_z1/1", "  Done updating job runner_z1 > runner_z1/0. Done (00:01:06)",
      "runner_z1/91. Done (00:01:06)")
    #expect(progress == OutputProgress(done: 2, total: 95, name: "runner_z1/91"))
  }

  @Test("Only what is new is told")
  func news() throws {
    var pattern = try ProgressPattern("node-[a-z]")
    let told = ["node-a", "node-a", "something else", "node-b"].map { pattern.take($0) }
    #expect(told == [true, false, false, true])
  }

  @Test("Two numbers are counts, and so are groups that say so")
  func counts() throws {
    #expect(try progress(#"(\d+) of (\d+) updated"#, "7 of 12 updated") == OutputProgress(done: 7, total: 12))
    let named = try progress(#"(?<total>\d+) in all, (?<done>\d+) done"#, "20 in all, 5 done")
    #expect(named == OutputProgress(done: 5, total: 20))
    #expect(try progress(#"(?<done>\d+)%"#, total: "100", "40% … 45%") == OutputProgress(done: 45, total: 100))
  }

  @Test("Without groups all that it matches is the name; a total that is no number is left out")
  func whole() throws {
    let progress = try progress("node-[a-z]", total: "many", "node-a node-b node-a")
    #expect(progress == OutputProgress(done: 2, total: nil, name: "node-a"))
  }

  @Test("Numbers that are more than a number holds are names")
  func hugeNumbers() throws {
    #expect(try progress(#"(\d+)/(\d+)"#, "99999999999999999999999/3")?.done == 1)
  }

  @Test("At the beginning earlier runs say what is left, later this one does")
  func estimates() {
    let earlier: [Duration] = [.seconds(100), .seconds(90), .seconds(400)]
    func left(_ elapsed: Int, _ done: Int?) -> Duration? {
      let progress = done.map { OutputProgress(done: $0, total: 100) }
      return ProgressEstimate(elapsed: .seconds(elapsed), progress: progress, earlier: earlier).left
    }
    #expect(left(0, nil) == .seconds(100))
    #expect(left(30, nil) == .seconds(70))
    #expect(left(130, nil) == nil)
    #expect(left(0, 0) == .seconds(100))
    #expect(left(200, 100) == .zero)
    // Half done after twice the usual time: what is left is nearer to what this one took.
    #expect(left(200, 50) == .seconds(125))
    let first = ProgressEstimate(elapsed: .seconds(60), progress: OutputProgress(done: 25, total: 100), earlier: [])
    #expect(first.left == .seconds(180))
    #expect(first.usual == nil)
    #expect(ProgressEstimate(elapsed: .seconds(60), progress: nil, earlier: []).left == nil)
  }

  @Test(
    "The line that says why it failed is found",
    arguments: [
      (
        [
          "Task 42 | 10:14:12 | Error: 'runner_z1/95 (8f)' is not running after update. Review logs for failed jobs: rep",
          "", "Task 42 Started  Mon", "Task 42 error", "Updating deployment:",
          "  Expected task '42' to succeed but state is 'error'", "Exit code 1",
        ],
        "Task 42 | 10:14:12 | Error: 'runner_z1/95 (8f)' is not running after update. Review logs for failed jobs: rep"
      ),
      (
        [
          "  Failed updating job runner_z1 > runner_z1/95 (00:11:05)", "Error 400007: `runner_z1/95' is not running",
          "Task 8 error",
        ],
        "Error 400007: `runner_z1/95' is not running"
      ),
      (["/x: line 3: bosh: command not found"], "/x: line 3: bosh: command not found"),
      (["checking", "0 errors, 0 failed", "got 503"], "got 503"),
      (["error: first", "  error: the last one  ", "bye"], "error: the last one"),
      (["x", "[prodpair: left running by the command: error (12)]"], "x"),
    ])
  func failingLines(lines: [String], found: String) {
    #expect(FailingLine.find(in: lines) == found)
  }

  @Test("Of nothing there is no failing line, and a long one is cut")
  func edges() {
    #expect(FailingLine.find(in: []) == nil)
    #expect(FailingLine.find(in: ["", "  "]) == nil)
    #expect(FailingLine.find(in: ["error: " + String(repeating: "x", count: 1000)])?.count == FailingLine.limit)
  }
}
