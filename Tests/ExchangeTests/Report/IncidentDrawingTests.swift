import Domain
import Foundation
import Testing

@testable import Exchange

@Suite("An incident's timeline is drawn to scale")
struct IncidentDrawingTests {
  /// Two minutes, an hour, three days, only one time known, all at one moment, never closed, resolved only.
  static let histories: [IncidentTimes] = [
    Sample.times(0, 0, 1, 1, 2, 2), Sample.times(0, 3, 5, 40, 55, 60), Sample.times(0, 700, 710, 4000, 4320, 9000),
    Sample.times(nil, nil, 5, nil, nil, nil), Sample.times(5, 5, 5, 5, 5, 5), Sample.times(nil, 1, 2, 3, nil, nil),
    Sample.times(nil, nil, 0, nil, 90, nil), Sample.times(0, 1, 2, 3, 100_000, 100_001),
  ]

  @Test("Half of the time is half of the way", arguments: histories)
  func proportions(_ times: IncidentTimes) {
    let drawing = IncidentDrawing(Sample.bare(times))
    let span = drawing.span
    for one in drawing.marks {
      for other in drawing.marks {
        let expected =
          (other.at - one.at) / (span.until - span.from) * (span.right - span.left)
        #expect(abs(other.x - one.x - expected) < 1)
      }
    }
    for tick in drawing.axis.ticks { #expect(abs(tick.x - span.x(tick.at)) < 0.001) }
  }

  @Test("Everything that is drawn lies on the paper", arguments: histories)
  func onPaper(_ times: IncidentTimes) {
    let drawing = IncidentDrawing(Sample.bare(times))
    for mark in drawing.marks {
      #expect(mark.x >= IncidentDrawing.left && mark.x + mark.width <= IncidentDrawing.width)
    }
    for phase in drawing.phases {
      #expect(
        phase.from >= drawing.span.left - 0.01 && phase.until <= drawing.span.right + 0.01 && phase.from <= phase.until)
    }
    #expect(drawing.marks.contains { $0.kind == .declared })
  }

  @Test("No flag covers another, and no pole goes through one", arguments: histories)
  func flags(_ times: IncidentTimes) {
    let marks = IncidentDrawing(Sample.bare(times)).marks
    for (index, one) in marks.enumerated() {
      for other in marks[(index + 1)...] where one.lane == other.lane {
        #expect(one.x + one.width <= other.x || other.x + other.width <= one.x, "\(one.kind) and \(other.kind)")
      }
      for other in marks where other.lane < one.lane {
        #expect(one.x <= other.x || one.x >= other.x + other.width, "the pole of \(one.kind) through \(other.kind)")
      }
    }
  }

  @Test("Labels of the axis stand apart, and there are some", arguments: histories)
  func axis(_ times: IncidentTimes) {
    let ticks = IncidentDrawing(Sample.bare(times)).axis.ticks
    #expect(!ticks.isEmpty && ticks.count < 20)
    for (one, other) in zip(ticks, ticks.dropFirst()) { #expect(other.x - one.x >= 55) }
  }

  @Test("The axis names round moments of the team's own clock")
  func roundMoments() {
    let hour = IncidentDrawing(Sample.bare(Sample.times(0, 3, 5, 40, 55, 60)))
    #expect(hour.axis.ticks.map(\.label) == ["09:30", "09:40", "09:50", "10:00", "10:10", "10:20", "10:30"])
    let days = IncidentDrawing(Sample.bare(Sample.times(0, 700, 710, 4000, 4320, nil)))
    #expect(days.axis.ticks.map(\.label).contains("12-08"))
    let short = IncidentDrawing(Sample.bare(Sample.times(0, 0, 1, 1, 2, 2)))
    #expect(short.axis.ticks.map(\.label).contains("09:31:00"))
  }

  @Test("What lies far off is told and not drawn, so that the rest keeps its room")
  func farOff() throws {
    let (record, _) = try Sample.whole()
    let drawing = IncidentDrawing(record)
    #expect(!drawing.marks.contains { $0.kind == .closed })
    #expect(drawing.notes.map(\.text).contains("closed 2026-12-13 15:30"))
    #expect(drawing.rows.map(\.kind) == [.alert, .observation, .hypothesis, .action, .decision, .update, .correction])
    #expect(drawing.runs.map(\.isCutRight) == [true])
    #expect(drawing.runs.first?.failures.count == 1)
  }

  @Test("Each part is as long as it took, and the last goes on while the incident does")
  func parts() {
    #expect(
      IncidentDrawing(Sample.bare(Sample.times(0, 3, 5, 40, 55, 60))).phases.map { "\($0.name) \($0.words)" } == [
        "to detect 3m", "to mitigate 37m", "to resolve 15m",
      ])
    #expect(
      IncidentDrawing(Sample.bare(Sample.times(0, 3, 5, nil, nil, nil), now: 30)).phases.map {
        "\($0.name) \($0.words)"
      }
        == ["to detect 3m", "to mitigate 27m so far"])
    #expect(
      IncidentDrawing(Sample.bare(Sample.times(nil, nil, 0, nil, 90, nil))).phases.map { "\($0.name) \($0.words)" } == [
        "to resolve 1h30m"
      ])
  }
}
