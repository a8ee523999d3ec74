import Foundation
import Testing

@Suite("Iterations and charts by the command line")
struct PlanningTests {
  private func desk() throws -> Desk {
    let desk = try Desk.ready()
    for line in [
      "item add one --points 5 --state unstarted", "item add two --points 8 --state unstarted",
      "item add v207 --type release --state unstarted --due 2020-01-01", "item add ice --points 3",
    ] { #expect(try desk.run(line).exitCode == 0, "\(line)") }
    return desk
  }

  @Test("The velocity, the iterations ahead with their items, and the releases with both dates")
  func iterations() throws {
    let desk = try desk()
    let text = try desk.run("item iterations")
    #expect(text.exitCode == 0)
    #expect(text.lines.first == "team platform: velocity 10 points, the team's guess: no iteration is finished yet")
    #expect(text.output.contains("iteration 1, under way: ") && text.output.contains("5 of 10 points"))
    #expect(text.output.contains("iteration 2: ") && text.output.contains("8 of 10 points"))
    #expect(text.output.contains("late") && !text.output.contains("ice"))
    let object = try desk.run("item iterations --json").object
    #expect(
      Set(object.keys) == ["finished", "isWhole", "iterations", "releases", "team", "velocity"])
    let iterations = try #require(object["iterations"] as? [[String: Any]])
    #expect(
      iterations.map { ($0["items"] as? [[String: Any]])?.compactMap { $0["number"] as? Int } } == [[1], [2, 3]])
    #expect(iterations.map { $0["capacity"] as? Int } == [10, 10])
    let release = try #require((object["releases"] as? [[String: Any]])?.first)
    #expect(release["number"] as? Int == 3 && release["isLate"] as? Bool == true)
    #expect(release["expected"] as? String == iterations[1]["last"] as? String)
    #expect(try desk.run("item iterations --limit 1").output.contains("and 1 more: --limit shows them"))
    #expect(try desk.run("item iterations --limit 0").exitCode == 64)
  }

  @Test("The part of the team that duty takes makes an iteration smaller")
  func duty() throws {
    let desk = try desk()
    let iterations = try #require(try desk.run("item iterations --json").object["iterations"] as? [[String: Any]])
    let day = try #require(iterations[1]["first"] as? String)
    try desk.run("item settings --duty-percent 30 --on-duty \(day)")
    #expect(try desk.run("item iterations").output.contains("8 of 7 points, 70 % of the team, on production duty"))
  }

  @Test(
    "Every chart is text of 80 columns, JSON, and an SVG picture", arguments: ["burndown", "flow", "velocity", "toil"])
  func charts(kind: String) throws {
    let desk = try desk()
    let text = try desk.run("item chart \(kind)")
    #expect(text.exitCode == 0 && text.lines.count <= 24)
    #expect(text.lines.allSatisfy { $0.count <= 80 })
    #expect(try desk.run("item chart \(kind) --json").object["title"] as? String == text.lines.first)
    #expect(try desk.run("item chart \(kind) --svg chart.svg").output == "wrote chart.svg\n")
    #expect(try desk.text("chart.svg").hasPrefix("<svg"))
    #expect(try desk.run("item chart \(kind) --svg -").output == desk.text("chart.svg"))
  }

  @Test("The burndown of a release takes its number, and of nothing else")
  func release() throws {
    let desk = try desk()
    #expect(try desk.run("item chart release 3").output.contains("Burndown of release 3, v207"))
    let wrong = try desk.run("item chart release 1")
    #expect(wrong.exitCode == 66 && wrong.errors.contains("item 1 is a feature"))
    #expect(try desk.run("item chart release 99").exitCode == 66)
    #expect(try desk.run("item chart release").exitCode == 64)
    #expect(try desk.run("item chart flow 3").exitCode == 64)
    #expect(try desk.run("item chart pie").exitCode == 64)
    #expect(try desk.run("item chart flow --json --svg a.svg").exitCode == 64)
  }

  @Test("A picture that can't be written says why, and leaves what is there")
  func places() throws {
    let desk = try desk()
    let folder = desk.folder.appendingPathComponent("folder")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    let onFolder = try desk.run("item chart flow --svg folder")
    #expect(onFolder.exitCode != 0 && onFolder.errors.contains("folder: is there already"))
    let nowhere = try desk.run("item chart flow --svg nowhere/chart.svg")
    #expect(nowhere.exitCode == 66 && nowhere.errors.contains("nowhere/chart.svg: there is no such folder"))
    try desk.must("item chart flow --svg chart.svg")
    let before = try desk.text("chart.svg")
    let again = try desk.run("item chart velocity --svg chart.svg")
    #expect(again.exitCode == 73 && again.errors.contains("chart.svg: is there already and is not written over"))
    #expect(try desk.text("chart.svg") == before)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    let left = try FileManager.default.contentsOfDirectory(atPath: desk.folder.path)
    #expect(!left.contains { $0.contains("prodpair-new") })
  }
}
